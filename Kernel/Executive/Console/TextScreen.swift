#if os(none)
  import CMachine
  import Machine

  /// The text screen of the PC: 25 rows of 80 cells, a character and its colours in each.
  struct TextScreen: ~Copyable {
    private static let columns: UInt32 = 80
    private static let rows: UInt32 = 25
    private static let bytesPerRow = columns * 2

    /// Where the cells are mapped. Until the kernel's own page directory is active: in the boot code's window on physical memory.
    var base = VirtualAddress(0xA00B_8000)
    private var column: UInt32 = 0
    private var row: UInt32 = 0
    private var colours = Colours.normal
    /// A report stays from its first line on: what does not fit is left out instead of scrolling.
    private var scrolls = true

    private enum Colours {
      /// Grey on black.
      static let normal: UInt32 = 0x0700
      /// White on blue.
      static let stop: UInt32 = 0x1F00
    }

    // MARK: Text

    @inline(never) mutating func write(_ byte: UInt8) {
      switch byte {
      case 0x08: column &-= column > 0 ? 1 : 0
      case 0x09: repeat { put(0x20) } while column & 7 != 0
      case 0x0A: startNextRow()
      case 0x0D: column = 0
      case 0x20...: put(byte)
      default: break
      }
    }

    /// A full row ends only when the next character comes, so that a line end behind it leaves no empty row.
    private mutating func put(_ byte: UInt8) {
      if column == Self.columns { startNextRow() }
      guard row < Self.rows else { return }
      cpu_store16(cell(row, column), UInt16(truncatingIfNeeded: colours | UInt32(byte)))
      column &+= 1
    }

    private mutating func startNextRow() {
      column = 0
      row &+= row < Self.rows ? 1 : 0
      if row == Self.rows && scrolls { scroll() }
    }

    private func cell(_ row: UInt32, _ column: UInt32) -> UInt32 { base.raw &+ row &* Self.bytesPerRow &+ column &* 2 }

    private mutating func scroll() {
      cpu_copy32(cell(0, 0), cell(1, 0), Self.bytesPerRow / 4 * (Self.rows - 1))
      row = Self.rows - 1
      clearRows(from: row)
    }

    private func clearRows(from first: UInt32) {
      let blank = colours | 0x20
      cpu_fill32(cell(first, 0), blank << 16 | blank, Self.bytesPerRow / 4 &* (Self.rows &- first))
    }

    // MARK: The whole screen

    @inline(never) mutating func clear() {
      row = 0
      column = 0
      clearRows(from: 0)
    }

    /// Blue, as NT's stop screen.
    mutating func beginStopReport() {
      colours = Colours.stop
      scrolls = false
      clear()
    }

    /// Puts the blinking cursor behind the last character. Slow, so it is done before waiting for input only.
    @inline(never) func showCursor() {
      let position = row &* Self.columns &+ column
      setController(0x0E, position >> 8)
      setController(0x0F, position)
    }

    private func setController(_ register: UInt8, _ value: UInt32) {
      cpu_out8(0x3D4, register)
      cpu_out8(0x3D5, UInt8(truncatingIfNeeded: value))
    }
  }
#endif
