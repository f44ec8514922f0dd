#if os(none)
  import Machine
  import MemoryManager

  /// `!pool VA`: the blocks of the pool page that an address is in.
  func showPool(_ line: inout CommandLine) throws(CommandError) {
    let address = try line.address()
    try line.end()
    guard let type = memoryManager.poolType(of: address) else { throw .invalid("The address is in neither pool") }
    guard let page = memoryManager.poolPage(type, address) else { throw .invalid("The pool has no page there") }
    print("Pool page \(address.pageBase) region is \(type.name) pool")
    switch page.state.kind {
    case .none: print("The page is not in use.")
    case .large: print("*\(address.pageBase) : large page allocation, tag is \(tag: page.tag.raw)")
    case .blocks: showBlocks(type, address, page)
    }
  }

  private func showBlocks(_ type: PoolType, _ address: VirtualAddress, _ page: PoolPage) {
    guard memoryManager.isAddressValid(address) else { return print("The page is not resident; it has \(page.state.inUse) blocks in use.") }
    let machine = Machine()
    let isWhole = PoolBlocks(machine, base: address.pageBase, state: page.state).forEachBlock { offset, header in
      let place = address.pageBase + offset << 3
      let isHere = address.pageOffset >> 3 >= offset && address.pageOffset >> 3 < offset + header.size
      let tag = machine.load32(place + 4)
      print(
        "\(isHere ? "*" : " ")\(place) size: \(shortHex: header.size << 3, width: 4) previous size: \(shortHex: header.previousSize << 3, width: 4)  ",
        terminator: "")
      if header.isFree {
        print("(Free)")
      } else if tag == 0 {
        print("(Free, on a lookaside list)")
      } else {
        print("(Allocated) \(tag: tag)")
      }
    }
    if !isWhole { print("The headers do not make sense from there on.") }
  }
#endif
