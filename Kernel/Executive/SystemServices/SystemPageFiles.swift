#if os(none)
  import Machine
  import MemoryManager

  /// NT: SYSTEM_PAGEFILE_INFORMATION. The characters of the name follow, and then the next file's. In pages.
  private struct SystemPageFileInformation: BitwiseCopyable {
    static let bytes: UInt32 = 24
    /// From the start of this one to that of the next; 0 in the last.
    var nextOffset: UInt32
    var total: UInt32
    var inUse: UInt32
    var peak: UInt32
    var nameLength: UInt16
    var nameMaximumLength: UInt16
    /// Where the caller finds the characters.
    var nameAddress: UInt32
  }

  /// One after another; nothing if there is no page file. Throws STATUS_INFO_LENGTH_MISMATCH if they have no room, and tells how much they need.
  /// Returns the bytes written. NT: MmGetPageFileInformation
  func queryPageFiles(_ buffer: UserBuffer, _ returned: UserDword?) throws(Status) -> UInt32 {
    guard buffer.bytes >= SystemPageFileInformation.bytes else { throw .infoLengthMismatch }
    let count = PageFiles.count
    var (offset, needed) = (UInt32(0), UInt32(0))
    for number in 0..<count { needed += bytes(number) }
    guard needed <= buffer.bytes else {
      returned?.handBack(needed)
      throw .infoLengthMismatch
    }
    for number in 0..<count {
      try write(number, isLast: number + 1 == count, to: buffer, at: offset)
      offset += bytes(number)
    }
    return needed
  }

  /// Of what is said of one file. A name ends with a zero, and the next file begins at a dword.
  private func bytes(_ number: UInt32) -> UInt32 { SystemPageFileInformation.bytes + (nameBytes(number) + 2 + 3) & ~3 }
  private func nameBytes(_ number: UInt32) -> UInt32 { PageFiles[number].object.path.systemNameCount << 1 }

  private func write(_ number: UInt32, isLast: Bool, to buffer: UserBuffer, at offset: UInt32) throws(Status) {
    guard let usage = memoryManager.usage(ofPageFile: number) else { return }
    let length = UInt16(truncatingIfNeeded: nameBytes(number))
    let place = offset + SystemPageFileInformation.bytes
    try buffer.write(
      SystemPageFileInformation(
        nextOffset: isLast ? 0 : bytes(number), total: usage.size, inUse: usage.used, peak: usage.peak, nameLength: length,
        nameMaximumLength: length + 2, nameAddress: buffer.address + place), at: offset)
    for index in 0...PageFiles[number].object.path.systemNameCount {
      try buffer.write(PageFiles[number].object.path.systemNameCharacter(index), at: place + index << 1)
    }
  }
#endif
