#if os(none)
  import FileSystem

  /// `dir [PATH]`: what is in a directory: R, H and S for what may only be read, is hidden, is the system's; size, short name, long name.
  func listDirectory(_ line: inout CommandLine) throws(CommandError) {
    let path = line.isAtEnd ? VolumePath("\\") : try line.path("a directory")
    try line.end()
    do throws(FileSystemError) {
      try path.withSpan { path throws(FileSystemError) in
        try SystemVolume.use { volume throws(FileSystemError) in try list(path, &volume) }
      }
    } catch { path.report(error) }
  }

  private func list(_ path: Span<UInt8>, _ volume: inout Volume<VolumeDisk>) throws(FileSystemError) {
    var (files, bytes): (UInt32, UInt64) = (0, 0)
    var listing = try volume.list(path)
    while let entry = try volume.next(&listing) {
      write(entry, listing.longName)
      files += 1
      bytes += UInt64(entry.size)
      if Console.isInterrupted { break }
    }
    print("\(files) files and directories, \(bytes) bytes; \(try volume.freeSpace()) bytes free")
  }

  private func write(_ entry: DirectoryEntry, _ longName: borrowing LongName) {
    write(entry.attributes, .readOnly, 0x52)
    write(entry.attributes, .hidden, 0x48)
    write(entry.attributes, .system, 0x53)
    if entry.isDirectory { print("     <DIR>  ", terminator: "") } else { print("\(entry.size, width: 10)  ", terminator: "") }
    var column: UInt32 = 0
    entry.name.forEachCharacter { character in
      Console.write(printable(character))
      column += 1
    }
    if longName.count > 0 { Console.write(0x20, times: 14 - column) }
    for index in 0..<longName.count { Console.write(printable(UInt8(clamping: longName[index]))) }
    print()
  }

  private func write(_ attributes: FileAttributes, _ attribute: FileAttributes, _ letter: UInt8) {
    Console.write(attributes.contains(attribute) ? letter : 0x20)
  }

  private func printable(_ character: UInt8) -> UInt8 { character >= 0x20 && character < 0x7F ? character : 0x3F }

  /// `md PATH`: makes a directory.
  func makeDirectory(_ line: inout CommandLine) throws(CommandError) {
    let path = try line.path("a directory")
    try line.end()
    do throws(FileSystemError) {
      try path.withSpan { path throws(FileSystemError) in
        try SystemVolume.change { volume throws(FileSystemError) in try volume.makeDirectory(path) }
      }
    } catch { path.report(error) }
  }
#endif
