#if os(none)
  import FileSystem
  import Machine
  import MemoryManager

  /// The system's disk, as the file system wants it. What is read and written goes through a page of nonpaged memory: so the file system's
  /// buffers may be anywhere, at any address. One transfer at a time.
  struct VolumeDisk: FileSystem.Disk {
    private let page: VirtualAddress
    private let mdlPlace: VirtualAddress

    /// How much memory it works with. The buffer is a page of its own.
    static var bytes: UInt32 { pageSize + Mdl.headerBytes + 4 }

    /// `page` is where that memory begins: page-aligned, nonpaged, and the disk's for as long as it is used.
    init(at page: VirtualAddress) {
      self.page = page
      mdlPlace = page + pageSize
    }

    var sectorCount: UInt32 { Disk.sectorCount }

    func read(_ first: SectorNumber, into buffer: inout MutableSpan<UInt8>) throws(FileSystemError) {
      var done = 0
      while done < buffer.count {
        let bytes = min(buffer.count - done, Int(pageSize))
        try transfer(.read, first + UInt32(done) / SectorNumber.bytes, UInt32(bytes))
        var piece = buffer._mutatingExtracting(done..<done + bytes)
        unsafe piece.withUnsafeMutableBytes { unsafe $0.baseAddress?.copyMemory(from: pointer, byteCount: bytes) }
        done += bytes
      }
    }

    func write(_ first: SectorNumber, from buffer: Span<UInt8>) throws(FileSystemError) {
      var done = 0
      while done < buffer.count {
        let bytes = min(buffer.count - done, Int(pageSize))
        let piece = buffer.extracting(done..<done + bytes)
        unsafe piece.withUnsafeBytes { if let start = $0.baseAddress { unsafe pointer.copyMemory(from: start, byteCount: bytes) } }
        try transfer(.write, first + UInt32(done) / SectorNumber.bytes, UInt32(bytes))
        done += bytes
      }
    }

    func flush() throws(FileSystemError) {
      do throws(DiskError) { try Disk.perform(.flush, nil) } catch { throw .ioError }
    }

    private var pointer: UnsafeMutableRawPointer {
      guard let pointer = unsafe UnsafeMutableRawPointer(bitPattern: UInt(page.raw)) else { fatalError("the page is nowhere") }
      return unsafe pointer
    }

    private func transfer(_ operation: DiskRequest.Operation, _ sector: SectorNumber, _ bytes: UInt32) throws(FileSystemError) {
      guard let mdl = Mdl(memoryManager.machine, mdlPlace, for: page, bytes: bytes), memoryManager.buildMdlForNonpagedPool(mdl) else {
        throw .ioError
      }
      do throws(DiskError) { try Disk.perform(operation, sector: sector.raw, mdl) } catch { throw .ioError }
    }
  }
#endif
