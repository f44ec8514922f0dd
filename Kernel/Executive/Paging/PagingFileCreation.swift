#if os(none)
  import FileSystem
  import Machine
  import MemoryManager

  /// How large a page file shall be, in pages.
  package struct PagingFileSizes {
    let minimum: UInt32
    let maximum: UInt32

    private static var leastBytes: UInt64 { 1 << 20 }
    private static var mostBytes: UInt64 { 4095 << 20 }

    /// In pages that are known to be possible.
    package init(minimum: UInt32, maximum: UInt32) { (self.minimum, self.maximum) = (minimum, maximum) }

    /// Throws STATUS_INVALID_PARAMETER_2 or _3. What is no whole page counts as one.
    init(minimumBytes: UInt64, maximumBytes: UInt64) throws(Status) {
      guard minimumBytes >= Self.leastBytes, minimumBytes <= Self.mostBytes else { throw .invalidParameter2 }
      guard maximumBytes >= minimumBytes, maximumBytes <= Self.mostBytes else { throw .invalidParameter3 }
      minimum = UInt32((minimumBytes + UInt64(pageSize - 1)) >> 12)
      maximum = UInt32((maximumBytes + UInt64(pageSize - 1)) >> 12)
    }
  }

  /// Opens a page file: makes the file, or one that is there as large as it shall be, and gives it to the memory manager. When it throws, the volume has
  /// the files that it had, as large as they were. Throws STATUS_TOO_MANY_PAGING_FILES, STATUS_SHARING_VIOLATION if it is one already,
  /// STATUS_INSUFFICIENT_RESOURCES, and what the volume says. NT: NtCreatePagingFile
  package func createPagingFile(_ path: borrowing VolumePath, _ sizes: PagingFileSizes) throws(Status) {
    unsafe waitForSingleObject(&pageFileMutex, reason: "page files")
    defer { unsafe pageFileMutex.release() }
    guard PageFiles.count < PageFiles.capacity else { throw .tooManyPagingFiles }
    guard PageFileIo.prepare() else { throw .insufficientResources }
    var file = try NewPageFile(path, pages: sizes.minimum)
    do throws(Status) {
      try file.open(path, sizes)
    } catch {
      file.undo(path)
      throw error
    }
    file.hide()
  }

  /// A file that is becoming a page file.
  private struct NewPageFile {
    private var file: File
    /// In bytes; nil if there was none.
    private let oldSize: UInt32?

    /// Throws with nothing changed.
    init(_ path: borrowing VolumePath, pages: UInt32) throws(Status) {
      (file, oldSize) = try withStatus { () throws(FileSystemError) in
        try path.withSpan { path throws(FileSystemError) in
          try SystemVolume.change { volume throws(FileSystemError) in try Self.make(path, pages, &volume) }
        }
      }
    }

    private static func make(
      _ path: Span<UInt8>, _ pages: UInt32, _ volume: inout Volume<VolumeDisk>
    ) throws(FileSystemError) -> (File, UInt32?) {
      let oldSize = try volume.sizeToChange(path)
      var file = try volume.openOrCreate(path)
      try volume.checkChain(of: file)
      do throws(FileSystemError) {
        try volume.resize(&file, to: pages << 12)
      } catch {
        if oldSize == nil { do throws(FileSystemError) { try volume.delete(path) } catch {} }
        throw error
      }
      return (file, oldSize)
    }

    mutating func open(_ path: borrowing VolumePath, _ sizes: PagingFileSizes) throws(Status) {
      let extents = try withStatus { () throws(FileSystemError) in
        try SystemVolume.use { volume throws(FileSystemError) in try PageFileExtents(of: &file, on: &volume) }
      }
      guard let extents else { throw .insufficientResources }
      // From the moment the memory manager has the file it may be written to.
      guard PageFiles.add(OpenPageFile(path, file, pages: sizes.minimum, maximum: sizes.maximum, extents)) != nil else {
        extents.free()
        throw .insufficientResources
      }
      do throws(Status) {
        _ = try memoryManager.addPageFile(size: sizes.minimum, maximum: sizes.maximum, minimum: sizes.minimum)
      } catch {
        PageFiles.removeLast()
        extents.free()
        throw error
      }
    }

    /// Those who list or remove files are to leave it alone. It is a page file without that too.
    func hide() {
      do throws(FileSystemError) {
        try SystemVolume.change { volume throws(FileSystemError) in try volume.add([.hidden, .system, .archive], to: file) }
      } catch {}
    }

    /// Deletes the file, or makes it as large as it was.
    mutating func undo(_ path: borrowing VolumePath) {
      do throws(FileSystemError) {
        try path.withSpan { path throws(FileSystemError) in
          try SystemVolume.change { volume throws(FileSystemError) in
            if let oldSize { try volume.resize(&file, to: oldSize) } else { try volume.delete(path) }
          }
        }
      } catch {}
    }
  }

  extension Volume where Storage == VolumeDisk {
    /// Nil if there is no such file.
    fileprivate mutating func sizeToChange(_ path: Span<UInt8>) throws(FileSystemError) -> UInt32? {
      do throws(FileSystemError) { return try size(of: try openToChange(path)) } catch {
        guard error == .notFound else { throw error }
        return nil
      }
    }

    /// What is in the file does not matter.
    fileprivate mutating func resize(_ file: inout File, to size: UInt32) throws(FileSystemError) {
      if try self.size(of: file) > size { try setSize(of: &file, to: size) } else { try extend(&file, to: size) }
    }
  }
#endif
