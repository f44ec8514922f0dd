#if os(none)
  /// One line of text in fixed memory.
  package struct TextLine {
    /// The most bytes a line can have.
    static let capacity = 160
    private var bytes = InlineArray<160, UInt8>(repeating: 0)
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }
    var isFull: Bool { count == Self.capacity }
    subscript(index: Int) -> UInt8 { bytes[index] }

    /// The line must not be full.
    mutating func insert(_ byte: UInt8, at index: Int) {
      var place = count
      while place > index {
        bytes[place] = bytes[place &- 1]
        place &-= 1
      }
      bytes[index] = byte
      count &+= 1
    }

    mutating func remove(from start: Int, to end: Int) {
      for index in end..<count { bytes[start &+ index &- end] = bytes[index] }
      count &-= end &- start
    }

    mutating func removeAll() { count = 0 }

    func isEqual(to other: borrowing TextLine) -> Bool {
      guard count == other.count else { return false }
      for index in 0..<count where bytes[index] != other.bytes[index] { return false }
      return true
    }
  }
#endif
