#if os(none)
  /// The order in which the pages of a region are visited, each once.
  package struct PageOrder {
    package let name: StaticString
    package let pages: UInt32
    private let first: UInt32
    /// The next place is `place * multiplier + increment` below a power of two, which meets every place; those from `pages` on are left out.
    private let multiplier: UInt32
    private let increment: UInt32
    private let mask: UInt32

    private init(_ name: StaticString, _ pages: UInt32, first: UInt32, multiplier: UInt32, increment: UInt32) {
      self.name = name
      self.pages = pages
      self.first = first
      self.multiplier = multiplier
      self.increment = increment
      mask = UInt32.max >> UInt32(truncatingIfNeeded: (pages | 1).leadingZeroBitCount)
    }

    package static func sequential(_ pages: UInt32) -> Self { Self("sequential", pages, first: 0, multiplier: 1, increment: 1) }
    package static func reverse(_ pages: UInt32) -> Self { Self("reverse", pages, first: pages &- 1, multiplier: 1, increment: UInt32.max) }
    package static func random(_ pages: UInt32, _ random: inout Random) -> Self {
      Self("random", pages, first: random.next() % pages, multiplier: random.next() & ~3 | 1, increment: random.next() | 1)
    }

    /// Calls `body` with the number of each page.
    package func visit(_ body: (UInt32) -> Void) {
      var (place, left) = (first, pages)
      while left > 0 {
        if place < pages {
          body(place)
          left &-= 1
        }
        place = (place &* multiplier &+ increment) & mask
      }
    }
  }
#endif
