import Machine

/// A stretch of a process's address space, as a program gives it and as it gets it back. In bytes.
package struct MemoryRegion: Equatable {
  package var base: UInt32
  package var size: UInt32
  package init(base: UInt32, size: UInt32) {
    self.base = base
    self.size = size
  }
  init(pages: ClosedRange<UInt32>) {
    base = pages.lowerBound << 12
    size = pages.count32 << 12
  }

  /// Every page that the bytes touch. The region is checked: it is not empty and does not wrap.
  var pages: ClosedRange<UInt32> { base >> 12...(base &+ (size &- 1)) >> 12 }

  /// The bytes lie in user space and are at least one. Throws `invalidParameter2` for the base, `invalidParameter3` for the size, as the services
  /// do that take memory which is there.
  package func check() throws(Status) {
    try checkEnd()
    guard size > 0 else { throw .invalidParameter3 }
  }

  /// The same, but no bytes are allowed.
  package func checkEnd() throws(Status) {
    let highest = VirtualAddress.highestUser
    guard base <= highest.raw else { throw .invalidParameter2 }
    guard size <= highest.raw - base else { throw .invalidParameter3 }
  }
}
