#if os(none)
  import CMachine
  import Machine

  /// The text screen of the PC: 25 rows of 80 cells, a character and its colours in each.
  ///
  /// Its memory has room for 204 rows, and the controller can show any 25 that follow each other. So to scroll is to show the next
  /// row; rows are copied only when the room is used up. Access to this memory is slow.
  struct TextScreen: ~Copyable {
    private static let columns: UInt32 = 80
    private static let rows: UInt32 = 25
    private static let rowsOfMemory: UInt32 = 204
    private static let bytesPerRow = columns * 2

    /// Where the cells are mapped. Until the kernel's own page directory is active: in the boot code's window on physical memory.
    var base = VirtualAddress(0xA00B_8000)
    /// The row of memory that is shown first.
    private var top: UInt32 = 0
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

    private func cell(_ row: UInt32, _ column: UInt32) -> UInt32 {
      base.raw &+ (top &+ row) &* Self.bytesPerRow &+ column &* 2
    }

    private mutating func scroll() {
      let first = cell(1, 0)
      if top < Self.rowsOfMemory - Self.rows {
        top &+= 1
      } else {
        top = 0
        cpu_copy32(cell(0, 0), first, Self.bytesPerRow / 4 * (Self.rows - 1))
      }
      row = Self.rows - 1
      clearRows(from: row)
      showTop()
    }

    private func clearRows(from first: UInt32) {
      let blank = colours | 0x20
      cpu_fill32(cell(first, 0), blank << 16 | blank, Self.bytesPerRow / 4 &* (Self.rows &- first))
    }

    // MARK: The whole screen

    @inline(never) mutating func clear() {
      top = 0
      row = 0
      column = 0
      clearRows(from: 0)
      showTop()
    }

    /// Blue, as NT's stop screen.
    mutating func beginStopReport() {
      colours = Colours.stop
      scrolls = false
      clear()
    }

    // MARK: The controller

    private enum Register {
      static let start: UInt8 = 0x0C
      static let cursor: UInt8 = 0x0E
    }

    private func showTop() { set(Register.start, to: top &* Self.columns) }

    /// Puts the blinking cursor behind the last character. Done before waiting for input only, since it takes its time.
    @inline(never) func showCursor() { set(Register.cursor, to: (top &+ row) &* Self.columns &+ column) }

    /// Sets a pair of registers, high byte first, to the number of a cell.
    @inline(never) private func set(_ register: UInt8, to cell: UInt32) {
      cpu_out8(0x3D4, register)
      cpu_out8(0x3D5, UInt8(truncatingIfNeeded: cell >> 8))
      cpu_out8(0x3D4, register &+ 1)
      cpu_out8(0x3D5, UInt8(truncatingIfNeeded: cell))
    }
  }
#endif
