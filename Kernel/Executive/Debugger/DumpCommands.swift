#if os(none)
  import Machine

  /// `db`: bytes and their characters.
  func dumpBytes(_ line: inout CommandLine) throws(CommandError) { try dump(.bytes, &line) }
  /// `dd`: 32-bit words.
  func dumpDwords(_ line: inout CommandLine) throws(CommandError) { try dump(.dwords, &line) }
  /// `dq`: 64-bit words.
  func dumpQuadwords(_ line: inout CommandLine) throws(CommandError) { try dump(.quadwords, &line) }

  /// Where the last dump ended: one without an address goes on there. The first begins with the system.
  nonisolated(unsafe) private var dumpPosition: VirtualAddress?

  private func dump(_ unit: MemoryDump.Unit, _ line: inout CommandLine) throws(CommandError) {
    let start = try line.optionalAddress() ?? (unsafe dumpPosition ?? SystemRegion.systemStart)
    let bytes = try bytesToDump(from: start, unit, &line)
    try line.end()
    var dump = MemoryDump(unit: unit, position: start)
    dump.write(bytes: bytes)
    unsafe dumpPosition = dump.position
  }

  /// Takes `L` and a number of units, or the last address.
  private func bytesToDump(from start: VirtualAddress, _ unit: MemoryDump.Unit, _ line: inout CommandLine) throws(CommandError) -> UInt32 {
    var units: UInt32
    if line.take(0x4C) {
      units = try line.expression("how many")
    } else if let last = try line.optionalAddress() {
      guard last >= start else { throw .invalid("The range ends before it begins") }
      units = unitsThrough(last, from: start, unit)
    } else {
      units = 128 / unit.rawValue
    }
    units = min(units, unitsThrough(VirtualAddress(0xFFFF_FFFF), from: start, unit))
    guard units > 0, units <= 0x0100_0000 / unit.rawValue else { throw .invalid("A range has at least one unit and at most 16 MB") }
    return units * unit.rawValue
  }

  /// The units that begin from `start` through `last`; of all 4 GB one less than there are, which is too many anyway.
  private func unitsThrough(_ last: VirtualAddress, from start: VirtualAddress, _ unit: MemoryDump.Unit) -> UInt32 {
    let behindFirst = (last - start) / unit.rawValue
    return behindFirst == .max ? .max : behindFirst + 1
  }
#endif
