import Machine

/// What a page file has and had at some moment, in pages.
package struct PageFileUsage: Equatable {
  /// The unused first slot among them, as in the others.
  package let size: UInt32
  package let minimum: UInt32
  package let maximum: UInt32
  package let free: UInt32
  package let used: UInt32
  package let peak: UInt32
  package let retired: UInt32
}

extension MemoryManager {
  /// Of page file `number`; nil if there is none.
  package func usage(ofPageFile number: UInt32) -> PageFileUsage? {
    pfnDatabase.withLock { $0.pageFiles[number]?.usage }
  }

  package func pagingCounters() -> PagingCounters { pfnDatabase.withLock { $0.pageFiles.counters } }
}

extension PageFile {
  fileprivate var usage: PageFileUsage {
    PageFileUsage(size: size, minimum: minimum, maximum: maximum, free: free, used: used, peak: peak, retired: retired)
  }
}
