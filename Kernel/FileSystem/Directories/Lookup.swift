/// What was found in a directory.
struct FoundEntry: Sendable {
  let entry: DirectoryEntry
  /// The first of its entries: of the long name, if it has one.
  let start: DirectoryCursor
}

/// Finding by name and path. Errors: `notFound`, `notDirectory`, `nameInvalid`, `corrupt`, `ioError`.
extension Volume {
  /// The file or directory `name` of `directory`; nil if there is none.
  @inline(never)
  mutating func find(_ name: Span<UInt8>, in directory: Directory) throws(FileSystemError) -> FoundEntry? {
    let short = ShortName(name)
    var listing = DirectoryListing(first(directory))
    while let entry = try next(&listing) {
      if short.map({ $0 == entry.name }) ?? false || listing.longName.equals(name) { return FoundEntry(entry: entry, start: listing.start) }
    }
    return nil
  }

  /// The directory that the last name of `path` is in, whether there is such a name or not.
  mutating func parent(of path: Span<UInt8>) throws(FileSystemError) -> Directory {
    try Path.check(path)
    let last = Path.lastName(path).lowerBound
    var (directory, position) = (root, 0)
    while position + 1 < last {
      let name = Path.name(path, behind: position)
      guard let found = try find(path.extracting(name), in: directory) else { throw .notFound }
      directory = try self.directory(found.entry)
      position = name.upperBound
    }
    return directory
  }

  /// What `path` names; the root directory has no entry: `isDirectory`.
  @inline(never)
  mutating func find(_ path: Span<UInt8>) throws(FileSystemError) -> FoundEntry {
    let directory = try parent(of: path)
    let name = Path.lastName(path)
    guard !name.isEmpty else { throw .isDirectory }
    guard let found = try find(path.extracting(name), in: directory) else { throw .notFound }
    return found
  }

  mutating func directory(at path: Span<UInt8>) throws(FileSystemError) -> Directory {
    let directory = try parent(of: path)
    let name = Path.lastName(path)
    guard !name.isEmpty else { return directory }
    guard let found = try find(path.extracting(name), in: directory) else { throw .notFound }
    return try self.directory(found.entry)
  }

  /// Whether there is a file or directory, and what its entry says. Errors: also `isDirectory` for the root directory.
  @inline(never)
  package mutating func query(_ path: Span<UInt8>) throws(FileSystemError) -> DirectoryEntry { try find(path).entry }
}
