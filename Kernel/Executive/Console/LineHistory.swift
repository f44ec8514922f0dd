#if os(none)
  /// The last lines entered, and where among them the user is leafing.
  struct LineHistory: ~Copyable {
    private static let capacity = 8
    private var lines: InlineArray<8, TextLine> = [
      TextLine(place: 0), TextLine(place: 1), TextLine(place: 2), TextLine(place: 3),
      TextLine(place: 4), TextLine(place: 5), TextLine(place: 6), TextLine(place: 7),
    ]
    /// The line being typed, while another one is shown.
    private var draft = TextLine(place: 8)
    /// Lines ever added; the last `capacity` of them are kept.
    private var added = 0
    /// How far back the user has leafed: 0 is the line being typed.
    private var depth = 0

    /// Where the line is that is `depth` lines back; 0 is the oldest one's place, taken by the next line.
    private func slot(_ depth: Int) -> Int { (added &- depth) & (Self.capacity - 1) }

    /// An empty line and a repetition of the last one are not kept.
    mutating func add(_ line: TextLine) {
      depth = 0
      guard !line.isEmpty, added == 0 || !lines[slot(1)].isEqual(to: line) else { return }
      lines[slot(0)].copy(line)
      added &+= 1
    }

    /// One line back: `current` is kept if it was the one being typed. False if there is none.
    mutating func previous(_ current: inout TextLine) -> Bool {
      guard depth < min(added, Self.capacity) else { return false }
      if depth == 0 { draft.copy(current) }
      depth &+= 1
      current.copy(lines[slot(depth)])
      return true
    }

    /// One line forth. False if there is none.
    mutating func next(_ current: inout TextLine) -> Bool {
      guard depth > 0 else { return false }
      depth &-= 1
      current.copy(depth == 0 ? draft : lines[slot(depth)])
      return true
    }
  }
#endif
