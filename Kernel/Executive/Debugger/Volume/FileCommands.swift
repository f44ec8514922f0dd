#if os(none)
  import FileSystem
  import Machine
  import MemoryManager

  /// `type FILE`: the beginning of a file as text.
  func typeFile(_ line: inout CommandLine) throws(CommandError) {
    let path = try line.path("a file")
    try line.end()
    do throws(FileSystemError) {
      try path.withSpan { path throws(FileSystemError) in
        try SystemVolume.use { volume throws(FileSystemError) in
          var file = try volume.open(path)
          try type(&file, &volume)
        }
      }
    } catch { path.report(error) }
  }

  private func type(_ file: inout File, _ volume: inout Volume<VolumeDisk>) throws(FileSystemError) {
    let size = try volume.size(of: file)
    let end = min(size, 4096)
    var position: UInt32 = 0
    var last: UInt8 = 0x0A
    var buffer = InlineArray<512, UInt8>(repeating: 0)
    while position < end {
      var span = buffer.mutableSpan
      let bytes = try volume.read(&file, at: position, into: &span)
      for index in 0..<bytes where buffer[index] != 0x0D {
        last = buffer[index]
        Console.write(last >= 0x20 && last < 0x7F || last == 0x0A || last == 0x09 ? last : 0x2E)
      }
      position += UInt32(bytes)
    }
    if last != 0x0A { print() }
    if end < size { print("... and \(size - end) bytes more") }
  }

  /// `write FILE TEXT`: appends a line.
  func writeFile(_ line: inout CommandLine) throws(CommandError) {
    let path = try line.path("a file")
    let text = line.rest()
    var buffer = InlineArray<256, UInt8>(repeating: 0x0A)
    for index in text.start..<text.end { buffer[index - text.start] = line[index] }
    let count = min(text.end - text.start + 1, buffer.count)
    do throws(FileSystemError) {
      try path.withSpan { path throws(FileSystemError) in
        try SystemVolume.change { volume throws(FileSystemError) in
          var file = try volume.openOrCreate(path)
          try volume.write(&file, at: try volume.size(of: file), from: buffer.span.extracting(0..<count))
        }
      }
    } catch { path.report(error) }
  }

  /// `size FILE BYTES`: cuts a file off, or appends zeroes.
  func setFileSize(_ line: inout CommandLine) throws(CommandError) {
    let path = try line.path("a file")
    let size = try line.expression("how many bytes")
    try line.end()
    do throws(FileSystemError) {
      try path.withSpan { path throws(FileSystemError) in
        try SystemVolume.change { volume throws(FileSystemError) in
          var file = try volume.openToChange(path)
          try volume.setSize(of: &file, to: size)
        }
      }
    } catch { path.report(error) }
  }

  /// `del PATH`: deletes a file or an empty directory.
  func deleteFile(_ line: inout CommandLine) throws(CommandError) {
    let path = try line.path("a file")
    try line.end()
    do throws(FileSystemError) {
      try path.withSpan { path throws(FileSystemError) in
        try SystemVolume.change { volume throws(FileSystemError) in try volume.deleteUnused(path) }
      }
    } catch { path.report(error) }
  }

  extension Volume where Storage == VolumeDisk {
    /// Deletes a file that no one uses, or an empty directory.
    fileprivate mutating func deleteUnused(_ path: Span<UInt8>) throws(FileSystemError) {
      if try !query(path).isDirectory { _ = try openToChange(path) }
      try delete(path)
    }
  }
#endif
