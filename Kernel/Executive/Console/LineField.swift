#if os(none)
  /// The part of a screen row behind the prompt in which a line is edited.
  struct LineField {
    /// With the prompt and the cursor it fits in a row of 80.
    private static let width = 74
    /// The first character of the line that is shown.
    private var start = 0
    /// How many characters are shown.
    private var shown = 0
    /// Where the terminal's cursor is, from the beginning of the field.
    private var column = 0

    /// Brings the field up to date with a line that has changed from `index` on. To append a character writes just that character.
    mutating func show(_ line: TextLine, changedFrom index: Int, cursor: Int) {
      let first = scroll(to: cursor) ? 0 : min(max(index &- start, 0), Self.width)
      let end = min(line.count &- start, Self.width)
      if first < end || end < shown { redraw(from: min(first, end), to: end, of: line) }
      move(to: cursor &- start, in: line)
    }

    private mutating func redraw(from first: Int, to end: Int, of line: TextLine) {
      move(to: first, in: line)
      write(upTo: end, of: line)
      let left = max(shown &- end, 0)
      Console.write(0x20, times: UInt32(truncatingIfNeeded: left))
      column &+= left
      shown = end
    }

    /// Returns whether the window on the line had to move. It jumps by half its width, so that it seldom does.
    private mutating func scroll(to cursor: Int) -> Bool {
      guard cursor &- start > Self.width || (cursor <= start && start > 0) else { return false }
      start = max(cursor &- Self.width / 2, 0)
      return true
    }

    private mutating func move(to place: Int, in line: TextLine) {
      if place < column {
        Console.write(0x08, times: UInt32(truncatingIfNeeded: column &- place))
        column = place
      }
      write(upTo: place, of: line)
    }

    private mutating func write(upTo end: Int, of line: TextLine) {
      while column < end {
        Console.write(line[start &+ column])
        column &+= 1
      }
    }
  }
#endif
