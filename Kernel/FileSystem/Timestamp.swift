/// A date and a time of day as directory entries have them, to two seconds. (Microsoft, FAT specification, section 6.2)
package struct Timestamp: Equatable, Sendable {
  /// Day in bits 0-4, month in 5-8, years since 1980 in 9-15.
  let date: UInt16
  /// Seconds / 2 in bits 0-4, minutes in 5-10, hours in 11-15.
  let time: UInt16

  /// A date from 1980 to 2107.
  package init(year: UInt16, month: UInt16, day: UInt16, hour: UInt16 = 0, minute: UInt16 = 0, second: UInt16 = 0) {
    precondition(year >= 1980 && year <= 2107 && month >= 1 && month <= 12 && day >= 1 && day <= 31)
    precondition(hour < 24 && minute < 60 && second < 60)
    date = (year - 1980) << 9 | month << 5 | day
    time = hour << 11 | minute << 5 | second >> 1
  }
}
