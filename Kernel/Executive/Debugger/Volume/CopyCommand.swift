#if os(none)
  import FileSystem
  import Machine
  import MemoryManager

  /// `copy FILE NEWFILE`: the copy is made, or nothing is.
  func copyFile(_ line: inout CommandLine) throws(CommandError) {
    let source = try line.path("a file")
    let target = try line.path("a name for the copy")
    try line.end()
    guard let buffer = allocatePool(.nonpaged, bytes: pageSize, tag: .copy) else { throw .invalid("There is no memory for that") }
    defer { freePool(buffer, tag: .copy) }
    guard var file = open(source) else { return }
    do throws(FileSystemError) {
      let bytes = try target.withSpan { target throws(FileSystemError) in
        try SystemVolume.change { volume throws(FileSystemError) in try copy(&file, target, buffer, &volume) }
      }
      print("\(bytes) bytes copied.")
    } catch { target.report(error) }
  }

  /// Nil if it cannot be opened, and that has been said.
  private func open(_ path: borrowing VolumePath) -> File? {
    do throws(FileSystemError) {
      return try path.withSpan { path throws(FileSystemError) in
        try SystemVolume.use { volume throws(FileSystemError) in try volume.open(path) }
      }
    } catch {
      path.report(error)
      return nil
    }
  }

  private func copy(
    _ source: inout File, _ path: Span<UInt8>, _ buffer: VirtualAddress, _ volume: inout Volume<VolumeDisk>
  ) throws(FileSystemError) -> UInt32 {
    var target = try volume.create(path)
    do throws(FileSystemError) {
      return try copy(&source, &target, buffer, &volume)
    } catch {
      do throws(FileSystemError) { try volume.delete(path) } catch {}
      throw error
    }
  }

  private func copy(
    _ source: inout File, _ target: inout File, _ buffer: VirtualAddress, _ volume: inout Volume<VolumeDisk>
  ) throws(FileSystemError) -> UInt32 {
    guard let place = unsafe UnsafeMutablePointer<UInt8>(bitPattern: UInt(buffer.raw)) else { return 0 }
    var span = unsafe MutableSpan<UInt8>(_unsafeStart: place, count: Int(pageSize))
    var position: UInt32 = 0
    while true {
      let bytes = try volume.read(&source, at: position, into: &span)
      guard bytes > 0 else { return position }
      try volume.write(&target, at: position, from: span.span.extracting(0..<bytes))
      position += UInt32(bytes)
    }
  }

  extension PoolTag {
    /// "Copy"
    fileprivate static var copy: PoolTag { PoolTag(raw: 0x7970_6F43) }
  }
#endif
