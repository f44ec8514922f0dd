#if !os(none)
  import Glibc

  /// What a simulated processor remembers of the page tables until it is told to forget: one word a virtual page, the frame's address and two
  /// bits; 0 is a miss.
  @safe final class SimulatedTlb {
    static let present: UInt32 = 1
    static let writable: UInt32 = 2

    @safe private struct Memory {
      /// Pages that were never written take no room.
      let entries: UnsafeMutablePointer<UInt32> = unsafe calloc(1 << 20, 4).assumingMemoryBound(to: UInt32.self)
      var pages: [UInt32] = []
    }
    /// Every access comes by here: that nobody else is about to change it need not be found out each time.
    @exclusivity(unchecked) private var memory = Memory()
    private var other = Memory()

    deinit {
      unsafe free(memory.entries)
      unsafe free(other.entries)
    }

    /// Nil is a miss, or a page that was not written to yet and now is.
    @inline(__always)
    func find(_ page: UInt32, write: Bool) -> UInt32? {
      let entry = unsafe memory.entries[Int(page)]
      return entry & Self.present != 0 && (!write || entry & Self.writable != 0) ? entry : nil
    }
    func learn(_ page: UInt32, _ entry: UInt32) {
      unsafe memory.entries[Int(page)] = entry
      unsafe memory.pages.append(page)
    }
    func forget(_ page: UInt32) { unsafe memory.entries[Int(page)] = 0 }
    func forgetAll() {
      for page in unsafe memory.pages { unsafe memory.entries[Int(page)] = 0 }
      unsafe memory.pages.removeAll(keepingCapacity: true)
    }

    /// Does something with an empty memory, and has the old one again afterwards. Not within itself.
    func apart<Result>(_ body: () -> Result) -> Result {
      unsafe swap(&memory, &other)
      defer {
        forgetAll()
        unsafe swap(&memory, &other)
      }
      return body()
    }
  }
#endif
