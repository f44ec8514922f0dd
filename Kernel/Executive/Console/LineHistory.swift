#if os(none)
  /// The last lines entered, and where among them the user is leafing.
  struct LineHistory: ~Copyable {
    private static let capacity = 8
    private var lines = InlineArray<8, TextLine>(repeating: TextLine())
    /// Lines ever added; the last `capacity` of them are kept.
    private var added = 0
    /// How far back the user has leafed: 0 is the line being typed.
    private var depth = 0
    private var draft = TextLine()

    private func slot(_ depth: Int) -> Int { (added &- depth) & (Self.capacity - 1) }

    /// An empty line and a repetition of the last one are not kept.
    mutating func add(_ line: TextLine) {
      depth = 0
      guard !line.isEmpty, added == 0 || !lines[slot(1)].isEqual(to: line) else { return }
      lines[slot(0)] = line
      added &+= 1
    }

    /// One line back: `current` is kept if it was the one being typed.
    mutating func previous(_ current: inout TextLine) -> Bool {
      guard depth < min(added, Self.capacity) else { return false }
      if depth == 0 { draft = current }
      depth &+= 1
      current = lines[slot(depth)]
      return true
    }

    /// One line forth.
    mutating func next(_ current: inout TextLine) -> Bool {
      guard depth > 0 else { return false }
      depth &-= 1
      current = depth == 0 ? draft : lines[slot(depth)]
      return true
    }
  }
#endif
