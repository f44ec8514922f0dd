#if os(none)
  import FileSystem
  import Machine
  import MemoryManager

  /// Opens the page files that the boot options name; without such an option `C:\pagefile.sys`, if there is a volume with room for one. What cannot be
  /// opened is reported, and the system works without. NT: SmpCreatePagingFiles
  func openPagingFiles(_ options: BootOptions) {
    unsafe clearsPageFiles = options.clearsPageFileAtShutdown
    guard var list = options.pagingFiles else { return openDefaultPagingFile() }
    while let item = unsafe list.next(bootText) {
      guard let path = unsafe VolumePath(item.name, of: bootText) else {
        print("A page file was not opened: the path is too long, or not on C:.")
        continue
      }
      open(path, PagingFileSizes(minimum: item.minimumMegabytes << 8, maximum: item.maximumMegabytes << 8))
    }
  }

  private func open(_ path: borrowing VolumePath, _ sizes: PagingFileSizes) {
    do throws(Status) {
      try createPagingFile(path, sizes)
      path.write()
      print(" is a page file of \(sizes.minimum >> 8) MB, up to \(sizes.maximum >> 8) MB.")
    } catch {
      path.write()
      print(" is not a page file: \(status: error.raw)")
    }
  }

  // MARK: The default

  private enum Default {
    /// Less is not worth a file: 2 MB.
    static let least: UInt32 = 512
    /// 4095 MB.
    static let most: UInt32 = 4095 << 8
  }

  /// One and a half times RAM, up to three times; but seven eighths of what is free are the most that it takes at first.
  private func openDefaultPagingFile() {
    let path = VolumePath("\\pagefile.sys")
    guard let room = room(path) else { return }
    let frames = memoryManager.pfnDatabase.withLock { $0.memory.frames }
    let minimum = min(frames + frames >> 1, room - room >> 3, Default.most)
    guard minimum >= Default.least else { return print("The volume is too full for a page file.") }
    open(path, PagingFileSizes(minimum: minimum, maximum: max(minimum, min(frames, Default.most / 3) * 3)))
  }

  /// The free pages of the volume, and those of a file that is there already. Nil without a volume that can be used.
  private func room(_ path: borrowing VolumePath) -> UInt32? {
    do throws(FileSystemError) {
      return try path.withSpan { path throws(FileSystemError) in
        try SystemVolume.use { volume throws(FileSystemError) in
          let free = UInt32(clamping: try volume.freeSpace() >> 12)
          do throws(FileSystemError) { return free + (try volume.query(path).size) >> 12 } catch {
            guard error == .notFound else { throw error }
            return free
          }
        }
      }
    } catch {
      if error != .noVolume && Disk.partition != nil { print("There is no page file: \(error.text).") }
      return nil
    }
  }
#endif
