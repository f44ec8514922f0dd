#if os(none)
  import Machine
  import MemoryManager

  /// `!kva`: the system's part of the address space, region by region, and how many pages of each are mapped.
  func showAddressMap(_ line: inout CommandLine) throws(CommandError) {
    try line.end()
    print("  \("Start", width: 9)\("End", width: 9) \("Pages", width: 9)\("Mapped", width: 9)Region")
    var next: SystemRegion? = .first
    while let region = next {
      print("  \(region.start) \(region.last) \(region.pages, width: 8) \(mappedPages(region), width: 8) \(region.name)")
      next = region.next
    }
  }

  private func mappedPages(_ region: SystemRegion) -> UInt32 {
    let machine = Machine()
    var (pages, address) = (UInt32(0), region.start)
    while true {
      let pde = machine[address.pde]
      if pde.isValid && pde.isLarge {
        pages += pagesPerTable
      } else if pde.isValid {
        for page in 0..<pagesInTable(address, region) where machine[address.pte + page].isValid { pages += 1 }
      }
      let next = VirtualAddress((address.raw | 0x3F_FFFF) &+ 1)
      if next.raw == 0 || next > region.last { return pages }
      address = next
    }
  }

  /// The pages from `address` to the end of its page table or of the region.
  private func pagesInTable(_ address: VirtualAddress, _ region: SystemRegion) -> UInt32 {
    min(VirtualAddress(address.raw | 0x3F_FFFF), region.last).page - address.page + 1
  }
#endif
