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

    /// For whoever was refused a promise that they were too small for, and does not wait either: the next one may be kept. False if they could not grow
    /// enough. NT: MiIssuePageExtendRequestNoWait
    @discardableResult
    static func requestForPromise() -> Bool {
      let pages = memoryManager.commitment.withLock { $0.takeShortage() }
      guard pages > 0, pages <= room else { return false }
      unsafe wanted = max(wanted, pages)
      request()
      return true
    }

    /// After a promise that they were too small for: waits until they have grown, if they can; false if they did not. NT: MiIssuePageExtendRequest
    static func wait() -> Bool {
      let limit = memoryManager.commitment.withLock { $0.limit }
      unsafe isDone.clear()
      guard requestForPromise() else { return false }
      unsafe waitForSingleObject(&isDone, reason: "page files to grow")
      return memoryManager.commitment.withLock { $0.limit > limit }
    }

    /// Pages that they may grow by until all have reached their maximum.
    private static var room: UInt32 {
      var pages: UInt32 = 0
      for number in 0..<PageFiles.count { pages += PageFiles[number].object.maximum - PageFiles[number].object.pages }
      return pages
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
    /// take what was won.
    package func allocate(_ options: AllocationOptions, _ region: inout MemoryRegion) -> Status {
      var status = tryToAllocate(options, &region)
      while status == .commitmentLimit, PageFileExtension.wait() { status = tryToAllocate(options, &region) }
      return status
    }

    private func tryToAllocate(_ options: AllocationOptions, _ region: inout MemoryRegion) -> Status {
      restarting { () throws(Restart) in try memoryManager.allocateVirtualMemory(self, options, &region) }
    }
  }
#endif
