#if os(none)
  import CMachine
  import FileSystem

  /// The clock that runs on a battery. Source: Motorola, MC146818A data sheet; register 32 is the century, as ACPI machines have it.
  enum RealTimeClock {
    private enum Register {
      static let second: UInt8 = 0x00
      static let minute: UInt8 = 0x02
      static let hour: UInt8 = 0x04
      static let day: UInt8 = 0x07
      static let month: UInt8 = 0x08
      static let year: UInt8 = 0x09
      static let statusA: UInt8 = 0x0A
      static let statusB: UInt8 = 0x0B
      static let century: UInt8 = 0x32
    }
    private static var isUpdating: UInt8 { 0x80 }
    private static var isBinary: UInt8 { 0x04 }
    private static var has24Hours: UInt8 { 0x02 }
    private static var isAfternoon: UInt8 { 0x80 }

    /// The date and time; the first of 1980 from a clock that says what cannot be.
    static var now: Timestamp {
      // An update takes 2 ms, and is announced 244 us ahead: behind one there is time enough to read.
      while read(Register.statusA) & isUpdating != 0 {}
      let (year, month, day) = (number(Register.century) * 100 + number(Register.year), number(Register.month), number(Register.day))
      let (minute, second) = (number(Register.minute), number(Register.second))
      guard (1980...2107).contains(year), (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 60 else {
        return Timestamp(year: 1980, month: 1, day: 1)
      }
      return Timestamp(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    }

    private static var hour: UInt16 {
      let raw = read(Register.hour)
      if read(Register.statusB) & has24Hours != 0 { return number(raw: raw) }
      let hour = number(raw: raw & ~isAfternoon) % 12
      return raw & isAfternoon == 0 ? hour : hour + 12
    }

    private static func number(_ register: UInt8) -> UInt16 { number(raw: read(register)) }

    /// Decimal digits, unless the clock says otherwise.
    private static func number(raw: UInt8) -> UInt16 {
      read(Register.statusB) & isBinary != 0 ? UInt16(raw) : UInt16(raw >> 4) * 10 + UInt16(raw & 15)
    }

    /// The upper bit of the index port leaves nonmaskable interrupts on.
    private static func read(_ register: UInt8) -> UInt8 {
      cpu_out8(0x70, register)
      return cpu_in8(0x71)
    }
  }
#endif
