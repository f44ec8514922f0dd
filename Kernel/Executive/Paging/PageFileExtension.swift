#if os(none)
  import Machine
  import MemoryManager

  /// Page files that are to grow: because there is no slot left, or more is to be promised than they can hold. The segment dereference thread lets them.
  enum PageFileExtension {
    /// What they grow by if nobody wants more: 1 MB.
    private static var leastPages: UInt32 { 256 }

    /// For the modified page writer, which does not wait.
    static func request() {
      if unsafe segmentDereferenceSemaphore.count == 0 { _ = unsafe segmentDereferenceSemaphore.release() }
    }

    /// Waits until they have grown, by `pages` if they can; false if they did not. NT: MiIssuePageExtendRequest
    static func wait(for pages: UInt32) -> Bool {
      let limit = memoryManager.commitment.withLock { $0.limit }
      unsafe wanted = max(wanted, pages)
      unsafe isDone.clear()
      request()
      unsafe waitForSingleObject(&isDone, reason: "page files to grow")
      return memoryManager.commitment.withLock { $0.limit > limit }
    }

    /// With all that the page files may still grow by, if the volume has room, so many pages could be promised. NT: MmTotalCommitLimitMaximum
    static func isPossible(_ pages: UInt32) -> Bool {
      var possible = memoryManager.commitment.withLock { $0.left }
      for number in 0..<PageFiles.count { possible += PageFiles[number].object.maximum - PageFiles[number].object.pages }
      return pages <= possible
    }

    /// In the segment dereference thread.
    static func perform() {
      let pages = unsafe max(wanted, leastPages)
      unsafe wanted = 0
      if extendPageFiles(by: pages) > 0 { unsafe modifiedPageWriterEvent.set() }
      unsafe isDone.set()
    }
  }

  private nonisolated(unsafe) var wanted: UInt32 = 0
  private nonisolated(unsafe) var isDone = Event(.notification)

  extension AddressSpace {
    /// Allocates memory of this address space, which is in force. If more is asked for than can be promised, page files grow first, and again as long as others
    /// take what was won; but not for what cannot be in any case.
    package func allocate(_ options: AllocationOptions, _ region: inout MemoryRegion) -> Status {
      var status = tryToAllocate(options, &region)
      guard status == .commitmentLimit else { return status }
      let pages = region.size >> 12 + 1
      // A part of the region may be what has been promised already.
      let charged = memoryManager.counters(self).pagefileUsage >> 12
      guard PageFileExtension.isPossible(pages - min(pages, charged + 1)) else { return status }
      while status == .commitmentLimit, PageFileExtension.wait(for: pages) { status = tryToAllocate(options, &region) }
      return status
    }

    private func tryToAllocate(_ options: AllocationOptions, _ region: inout MemoryRegion) -> Status {
      restarting { () throws(Restart) in try memoryManager.allocateVirtualMemory(self, options, &region) }
    }
  }
#endif
