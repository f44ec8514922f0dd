/// What is in a directory, one after the other. NT: the state of NtQueryDirectoryFile
package struct DirectoryListing: ~Copyable {
  /// The next entry to look at.
  var cursor: DirectoryCursor?
  /// Where the entries of the long name begin, or the file's own if it has none.
  var start: DirectoryCursor
  /// The long name of what `next` returned last.
  package var longName = LongName()

  init(_ cursor: DirectoryCursor) {
    self.cursor = cursor
    start = cursor
  }
}

extension Volume {
  /// The directory at `path`, to be listed with `next`. Errors: `notFound`, `notDirectory`, `nameInvalid`, `corrupt`, `ioError`.
  @inline(never)
  package mutating func list(_ path: Span<UInt8>) throws(FileSystemError) -> DirectoryListing {
    DirectoryListing(first(try directory(at: path)))
  }

  /// The next file or directory; nil at the end. Labels and the entries `.` and `..` are passed over. A directory that is changed meanwhile is seen
  /// before or after the change. Errors: `corrupt`, `ioError`.
  @inline(never)
  package mutating func next(_ listing: inout DirectoryListing) throws(FileSystemError) -> DirectoryEntry? {
    listing.longName.clear()
    while let cursor = listing.cursor {
      let place = place(cursor)
      let first = try cache.load8(place)
      listing.cursor = first == EntryField.end ? nil : try next(cursor)
      guard first != EntryField.end, let entry = try self.entry(at: cursor, first, &listing) else { continue }
      return entry
    }
    return nil
  }

  /// Nil if the entry is no file's or directory's. `first`: its first byte.
  private mutating func entry(
    at cursor: DirectoryCursor, _ first: UInt8, _ listing: inout DirectoryListing
  ) throws(FileSystemError) -> DirectoryEntry? {
    let place = place(cursor)
    let attributes = FileAttributes(rawValue: try cache.load8(place + EntryField.attributes))
    if first != EntryField.deleted && attributes.isLongName {
      if try !listing.longName.take(place, &cache) { listing.start = cursor }
      return nil
    }
    let entry = try DirectoryEntry(at: place, isFat32: layout.kind == .fat32, &cache)
    guard first != EntryField.deleted, !attributes.contains(.label), !entry.name.isDots else {
      listing.longName.clear()
      return nil
    }
    listing.longName.finish(entry.name)
    if listing.longName.count == 0 { listing.start = cursor }
    return entry
  }
}
