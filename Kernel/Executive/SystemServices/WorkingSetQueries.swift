#if os(none)
  import Machine
  import MemoryManager

  /// How many pages are resident, and a word for each. When they are more than the buffer holds, their number alone, and
  /// STATUS_INFO_LENGTH_MISMATCH. NT: MEMORY_WORKING_SET_INFORMATION
  func queryWorkingSet(_ process: UInt32, _ buffer: UserBuffer) throws(Status) -> UInt32 {
    let room = (buffer.bytes - 4) >> 2
    let pages = try workingSetList(process, capacity: 0) { _ in }
    try buffer.write(pages)
    guard pages <= room else { throw .infoLengthMismatch }
    // The pages of this buffer itself may come in addition; a page that goes leaves a word less.
    let copy = try ServiceBuffer(words: min(pages + 8, room))
    defer { copy.free() }
    var count: UInt32 = 0
    _ = try workingSetList(process, capacity: copy.words) { word in
      copy[count] = word
      count += 1
    }
    try copy.copyOut(count, to: buffer, at: 4)
    try buffer.write(count)
    return 4 + count << 2
  }

  private func workingSetList(_ process: UInt32, capacity: UInt32, _ body: (UInt32) -> Void) throws(Status) -> UInt32 {
    var pages: UInt32 = 0
    _ = try inAddressSpace(of: process, access: AccessRights.processQueryInformation) { space in
      pages = memoryManager.workingSetList(space, capacity: capacity, body)
      return .success
    }
    return pages
  }

  /// The buffer holds pairs of an address, which the caller has put in, and what is known of the page there. NT: MEMORY_WORKING_SET_EX_INFORMATION
  func queryWorkingSetEx(_ process: UInt32, _ buffer: UserBuffer) throws(Status) -> UInt32 {
    let end = buffer.bytes & ~7
    var position: UInt32 = 0
    var part = InlineArray<64, UInt32>(repeating: 0)
    while position < end {
      let words = min(64, (end - position) >> 2)
      for index in 0..<words { part[Int(index)] = try buffer.dword(at: position + index << 2).read() }
      _ = try inAddressSpace(of: process, access: AccessRights.processQueryInformation) { space in
        for index in stride(from: 0, to: Int(words), by: 2) {
          part[index + 1] = memoryManager.workingSetAttributes(space, VirtualAddress(part[index]))
        }
        return .success
      }
      for index in stride(from: 1, to: words, by: 2) { try buffer.dword(at: position + index << 2).write(part[Int(index)]) }
      position += words << 2
    }
    return end
  }
#endif
