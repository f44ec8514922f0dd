#if os(none)
  /// A first-in first-out queue of bytes in fixed memory.
  struct ByteRing: ~Copyable {
    private static let capacity = 512
    private var bytes = InlineArray<512, UInt8>(repeating: 0)
    private var first = 0
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }
    var isFull: Bool { count == Self.capacity }

    /// The ring must not be full.
    mutating func append(_ byte: UInt8) {
      bytes[(first &+ count) & (Self.capacity - 1)] = byte
      count &+= 1
    }

    mutating func removeFirst() -> UInt8? {
      guard !isEmpty else { return nil }
      let byte = bytes[first]
      first = (first &+ 1) & (Self.capacity - 1)
      count &-= 1
      return byte
    }
  }
#endif
