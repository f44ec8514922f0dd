#if os(none)
  import FileSystem
  import Machine
  import MemoryManager

  /// A page file as a file on the volume: what the memory manager does not know of it. In nonpaged pool, for ever.
  package struct OpenPageFile: ~Copyable {
    package let path: VolumePath
    /// Knows where its last cluster is.
    var file: File
    /// Of how many pages it is now, and may become.
    package internal(set) var pages: UInt32
    package let maximum: UInt32
    /// Changed at DISPATCH_LEVEL.
    var extents: PageFileExtents
    /// In how many pieces it lies on the disk.
    package var pieces: UInt32 { extents.count }

    init(_ path: borrowing VolumePath, _ file: File, pages: UInt32, maximum: UInt32, _ extents: PageFileExtents) {
      self.path = VolumePath(copying: path)
      (self.file, self.pages, self.maximum, self.extents) = (file, pages, maximum, extents)
    }
  }

  /// The page files by number, which is what the memory manager and PTEs call them by.
  package enum PageFiles {
    package static var capacity: UInt32 { PageFileTable.capacity }
    package static var count: UInt32 { unsafe openCount }

    /// `number` is less than `count`.
    package static subscript(number: UInt32) -> Reference<OpenPageFile> {
      guard number < count, let file = unsafe openFiles[Int(number)] else { fatalError("there is no such page file") }
      return file
    }

    /// The file is a page file.
    static func isInUse(_ file: File) -> Bool {
      for number in 0..<count where self[number].object.file.isSame(as: file) { return true }
      return false
    }

    // MARK: Changes, by whoever holds `pageFileMutex`

    /// The file gets number `count`: there is room. Nil without memory.
    static func add(_ file: consuming OpenPageFile) -> Reference<OpenPageFile>? {
      guard let place = allocatePool(.nonpaged, bytes: UInt32(MemoryLayout<OpenPageFile>.size), tag: .pageFile),
        let pointer = unsafe UnsafeMutablePointer<OpenPageFile>(bitPattern: UInt(place.raw))
      else { return nil }
      unsafe pointer.initialize(to: file)
      let reference = unsafe Reference(pointer)
      unsafe openFiles[Int(openCount)] = reference
      unsafe openCount += 1
      return reference
    }

    /// Takes back what `add` did last.
    static func removeLast() {
      let file = self[count - 1]
      unsafe openCount -= 1
      unsafe openFiles[Int(openCount)] = nil
      freePool(file.address, tag: .pageFile)
    }
  }

  private nonisolated(unsafe) var openFiles = InlineArray<16, Reference<OpenPageFile>?>(repeating: nil)
  private nonisolated(unsafe) var openCount: UInt32 = 0
  /// Held by whoever opens a page file or lets one grow; waited for before the volume. NT: MmPageFileCreationLock
  nonisolated(unsafe) var pageFileMutex = Mutex()

  extension Volume where Storage == VolumeDisk {
    /// A file that may be changed. Errors: those of `open`, and `inUse`.
    @inline(never)
    mutating func openToChange(_ path: Span<UInt8>) throws(FileSystemError) -> File {
      let file = try open(path)
      guard !PageFiles.isInUse(file) else { throw .inUse }
      return file
    }

    /// The same, and if there is none, a new one. Errors: also those of `create`.
    @inline(never)
    mutating func openOrCreate(_ path: Span<UInt8>) throws(FileSystemError) -> File {
      do throws(FileSystemError) { return try openToChange(path) } catch {
        guard error == .notFound else { throw error }
        return try create(path)
      }
    }
  }
#endif
