#if os(none)
  import FileSystem
  import MemoryManager

  /// The least by which a page file grows, if it may and the volume has room: 1 MB; and what is no longer worth the effort.
  private let growthStep: UInt32 = 256
  private let leastGrowth: UInt32 = 16

  /// Lets page files grow by at least `pages` pages together if they can, and tells the memory manager. Returns by how many: 0 if all have reached their
  /// maximum or the volume is full. Below DISPATCH_LEVEL; for the segment dereference thread, as it waits for the volume. NT: MiExtendPagingFiles
  package func extendPageFiles(by pages: UInt32) -> UInt32 {
    unsafe waitForSingleObject(&pageFileMutex, reason: "page files")
    defer { unsafe pageFileMutex.release() }
    var grown: UInt32 = 0
    for number in 0..<PageFiles.count where grown < pages {
      grown += extend(number, by: max(pages - grown, growthStep))
    }
    return grown
  }

  /// NT: MiAttemptPageFileExtension
  private func extend(_ number: UInt32, by pages: UInt32) -> UInt32 {
    let file = PageFiles[number]
    let room = file.object.maximum - file.object.pages
    var step = min(pages, room)
    while step >= min(leastGrowth, room), step > 0 {
      do throws(FileSystemError) {
        guard let extents = try lengthen(file, to: file.object.pages + step) else { return 0 }
        file.adopt(extents, pages: file.object.pages + step)
        return tell(number, step)
      } catch {
        guard error == .diskFull else { return 0 }
        step >>= 1
      }
    }
    return 0
  }

  /// The extents of the longer file; nil without memory, and then it is longer than anyone knows.
  private func lengthen(_ pageFile: Reference<OpenPageFile>, to pages: UInt32) throws(FileSystemError) -> PageFileExtents? {
    var file = pageFile.object.file
    defer { pageFile.object.file = file }
    return try SystemVolume.change { volume throws(FileSystemError) in
      try volume.extend(&file, to: pages << 12)
      return try PageFileExtents(of: &file, on: &volume, behind: pageFile.object.extents)
    }
  }

  private func tell(_ number: UInt32, _ pages: UInt32) -> UInt32 {
    do throws(Status) {
      try memoryManager.extendPageFile(number, by: pages)
      return pages
    } catch { return 0 }
  }

  extension Reference where Object == OpenPageFile {
    /// No one is in the middle of a look at the old ones.
    fileprivate func adopt(_ extents: PageFileExtents, pages: UInt32) {
      let old = object.extents
      atDispatchLevel {
        object.extents = extents
        object.pages = pages
      }
      old.free()
    }
  }
#endif
