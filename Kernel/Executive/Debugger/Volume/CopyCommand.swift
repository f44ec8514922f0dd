#if os(none)
  import FileSystem
  import Machine
  import MemoryManager

  /// `copy FILE NEWFILE`: the copy is made, or nothing is.
  func copyFile(_ line: inout CommandLine) throws(CommandError) {
    let (source, _) = try line.path("a file")
    let (target, word) = try line.path("a name for the copy")
    try line.end()
    guard let buffer = allocatePool(.nonpaged, bytes: pageSize, tag: .copy) else { throw .invalid("There is no memory for that") }
    defer { freePool(buffer, tag: .copy) }
    do throws(FileSystemError) {
      let bytes = try source.withSpan { source throws(FileSystemError) in
        try target.withSpan { target throws(FileSystemError) in
          try SystemVolume.change { volume throws(FileSystemError) in try copy(source, target, buffer, &volume) }
        }
      }
      print("\(bytes) bytes copied.")
    } catch { throw error.about(word) }
  }

  private func copy(
    _ source: Span<UInt8>, _ target: Span<UInt8>, _ buffer: VirtualAddress, _ volume: inout Volume<VolumeDisk>
  ) throws(FileSystemError) -> UInt32 {
    var from = try volume.open(source)
    var to = try volume.create(target)
    do throws(FileSystemError) {
      return try copy(&from, &to, buffer, &volume)
    } catch {
      do throws(FileSystemError) { try volume.delete(target) } catch {}
      throw error
    }
  }

  private func copy(
    _ from: inout File, _ to: inout File, _ buffer: VirtualAddress, _ volume: inout Volume<VolumeDisk>
  ) throws(FileSystemError) -> UInt32 {
    guard let place = unsafe UnsafeMutablePointer<UInt8>(bitPattern: UInt(buffer.raw)) else { return 0 }
    var span = unsafe MutableSpan<UInt8>(_unsafeStart: place, count: Int(pageSize))
    var position: UInt32 = 0
    while true {
      let bytes = try volume.read(&from, at: position, into: &span)
      guard bytes > 0 else { return position }
      try volume.write(&to, at: position, from: span.span.extracting(0..<bytes))
      position += UInt32(bytes)
    }
  }

  extension PoolTag {
    /// "Copy"
    fileprivate static var copy: PoolTag { PoolTag(raw: 0x7970_6F43) }
  }
#endif
