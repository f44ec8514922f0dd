#if os(none)
  import Machine
  import MemoryManager

  /// Physical region descriptors: what tells a bus master where in memory a transfer goes. Each is the address of a region, even, and its bytes, 0 for 64 KB;
  /// bit 31 of the second dword marks the last. Neither a region nor the table may cross a multiple of 64 KB, and the table is dword aligned.
  /// Source: Intel, Programming Interface for Bus Master IDE Controller, 1.2.
  package struct PrdTable {
    private let place: VirtualAddress
    /// One for each page of the largest buffer, which may begin in the middle of one.
    static let entries: UInt32 = DiskRequest.largestBytes / pageSize + 1
    package static let bytes: UInt32 = entries * 8
    private static var last: UInt32 { 0x8000_0000 }

    /// A table of `bytes` at `place`, within a page of nonpaged memory.
    package init(at place: VirtualAddress) { self.place = place }

    /// A region for each page that the buffer touches: so none crosses 64 KB. The buffer is at most `DiskRequest.largestBytes` long.
    package func describe(_ mdl: Mdl) {
      let machine = memoryManager.machine
      var (offset, left) = (mdl.byteOffset, mdl.byteCount)
      for page in 0..<mdl.pageCount {
        let bytes = min(left, pageSize - offset)
        left -= bytes
        machine.store32(place + page * 8, mdl[page].address.raw + offset)
        machine.store32(place + page * 8 + 4, bytes | (left == 0 ? Self.last : 0))
        offset = 0
      }
    }
  }
#endif
