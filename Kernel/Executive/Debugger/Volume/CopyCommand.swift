#if os(none)
  import FileSystem
  import Machine
  import MemoryManager

  /// `copy FILE NEWFILE`: the copy is made, or nothing is.
  func copyFile(_ line: inout CommandLine) throws(CommandError) {
    let source = try line.path("a file")
    let target = try line.path("a name for the copy")
    try line.end()
    guard let place = allocatePool(.nonpaged, bytes: pageSize, tag: .copy),
      let pointer = unsafe UnsafeMutablePointer<UInt8>(bitPattern: UInt(place.raw))
    else { throw .invalid("There is no memory for that") }
    defer { freePool(place, tag: .copy) }
    guard var file = open(source) else { return }
    do throws(FileSystemError) {
      let bytes = try target.withSpan { target throws(FileSystemError) in
        var buffer = unsafe MutableSpan<UInt8>(_unsafeStart: pointer, count: Int(pageSize))
        return try SystemVolume.change { volume throws(FileSystemError) in try volume.copy(&file, to: target, through: &buffer) }
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

  extension PoolTag {
    /// "Copy"
    fileprivate static var copy: PoolTag { PoolTag(raw: 0x7970_6F43) }
  }
#endif
