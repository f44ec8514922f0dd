#if os(none)
  import FileSystem
  import MemoryManager

  /// `!volume`: what is mounted as C:, and in what state.
  func showVolume(_ line: inout CommandLine) throws(CommandError) {
    try line.end()
    do throws(FileSystemError) {
      try SystemVolume.use { volume throws(FileSystemError) in try show(&volume) }
    } catch {
      guard error != .noVolume else { return print("There is no volume.") }
      print("There is no volume: \(error.text).")
    }
  }

  private func show(_ volume: inout Volume<VolumeDisk>) throws(FileSystemError) {
    let free = try volume.freeSpace()
    let kind: StaticString = volume.isFat32 ? "FAT32" : "FAT16"
    let bytes = UInt64(volume.clusters) * UInt64(volume.bytesPerCluster)
    print("Volume      C:, \(kind), \(volume.clusters) clusters of \(volume.bytesPerCluster) bytes")
    print("Size        \(bytes >> 10) KB, \(free >> 10) KB free")
    print("State       ", terminator: "")
    if volume.needsCheck {
      print("was not left in order: a disk check is needed")
    } else {
      print("\(volume.isChanged ? "changed since it was flushed" : "in order")")
    }
  }

  extension VolumePath {
    /// Says what is wrong with it.
    @inline(never)
    func report(_ error: FileSystemError) {
      write()
      print(": \(error.text).")
    }
  }

  extension CommandLine {
    /// Takes a path; one with blanks stands in double quotes. `what` names it when it is missing.
    @inline(never)
    mutating func path(_ what: StaticString) throws(CommandError) -> VolumePath {
      let word = takeQuoted() ?? word()
      guard word.start < word.end else { throw .missing(what) }
      guard let path = VolumePath(word, in: self) else { throw .wrong(word, "the path is too long, or not on C:") }
      return path
    }

    private mutating func takeQuoted() -> Word? {
      guard take(0x22) else { return nil }
      let word = word { $0 == 0x22 }
      _ = takeHere(0x22)
      return word
    }
  }
#endif
