#if os(none)
  /// The characters of every line there is room for. A global of its own: an element of it is read in place, while a structure that holds
  /// an array would be copied for each of its methods.
  nonisolated(unsafe) private var characters = InlineArray<2560, UInt8>(repeating: 0)

  /// One line of text in fixed memory, for the thread that reads the console.
  package struct TextLine {
    /// The most characters a line can have.
    static let capacity = 256
    private let start: Int
    private(set) var count = 0

    /// An empty line. There are ten places; no two lines share one.
    init(place: Int) { start = place &* Self.capacity }

    var isEmpty: Bool { count == 0 }
    var isFull: Bool { count == Self.capacity }

    /// The character at `index`, less than `count`.
    private(set) subscript(index: Int) -> UInt8 {
      get { unsafe characters[start &+ index] }
      nonmutating set { unsafe characters[start &+ index] = newValue }
    }

    /// The line must not be full.
    mutating func insert(_ character: UInt8, at index: Int) {
      var place = count
      while place > index {
        self[place] = self[place &- 1]
        place &-= 1
      }
      self[index] = character
      count &+= 1
    }

    mutating func remove(from start: Int, to end: Int) {
      for index in end..<count { self[start &+ index &- end] = self[index] }
      count &-= end &- start
    }

    mutating func removeAll() { count = 0 }

    mutating func copy(_ other: TextLine) {
      count = other.count
      for index in 0..<count { self[index] = other[index] }
    }

    func isEqual(to other: TextLine) -> Bool {
      guard count == other.count else { return false }
      for index in 0..<count where self[index] != other[index] { return false }
      return true
    }
  }
#endif
