import Machine
import Testing

/// Addresses and the arithmetic of the self-map: page tables at C0000000, the directory at C0300000.
@Suite struct AddressTests {
  @Test(
    arguments: [
      (0, 0xC000_0000, 0xC030_0000), (0x1000, 0xC000_0004, 0xC030_0000), (0x40_0000, 0xC000_1000, 0xC030_0004),
      (0x7FFF_FFFF, 0xC01F_FFFC, 0xC030_07FC), (0x8000_0000, 0xC020_0000, 0xC030_0800), (0xC000_0000, 0xC030_0000, 0xC030_0C00),
      (0xC030_0000, 0xC030_0C00, 0xC030_0C00), (0xE100_0000, 0xC038_4000, 0xC030_0E10), (0xFFFF_FFFF, 0xC03F_FFFC, 0xC030_0FFC),
    ] as [(UInt32, UInt32, UInt32)])
  func entriesOfKnownAddresses(address: UInt32, pte: UInt32, pde: UInt32) {
    #expect(VirtualAddress(address).pte.raw == pte)
    #expect(VirtualAddress(address).pde.raw == pde)
  }

  /// Every 4 KB page of 4 GB would take too long: steps of a prime number of bytes reach every table and offset pattern.
  @Test func entryArithmeticHoldsEverywhere() {
    var raw: UInt32 = 0
    while true {
      let address = VirtualAddress(raw)
      #expect(address.pte.mapped == address.pageBase)
      #expect(address.pte.raw == 0xC000_0000 + (raw >> 12) * 4)
      #expect(address.pde.raw == 0xC030_0000 + (raw >> 22) * 4)
      #expect(address.pde == address.pte.asVirtual.pte)
      #expect(address.pte.container == address.pde)
      #expect(address.pde.mapped.raw == 0xC000_0000 + (raw >> 22) << 12)
      #expect(address.pde.table == VirtualAddress(raw & 0xFFC0_0000).pte)
      #expect(address.pte == address.pde.table + (raw >> 12 & 0x3FF))
      #expect(address.pageBase + address.pageOffset == address)
      let (next, overflow) = raw.addingReportingOverflow(1_299_827)
      if overflow { break }
      raw = next
    }
  }

  @Test func theDirectoryMapsItself() {
    let directory = VirtualAddress(0xC030_0000)
    #expect(directory.pte == directory.pde)
    #expect(directory.pte.raw == 0xC030_0000 + 0x300 * 4)
    #expect(directory.pte.asVirtual.pte == directory.pte)
  }

  @Test func pagesAndOffsets() {
    let address = VirtualAddress(0x8012_3456)
    #expect(address.pageBase.raw == 0x8012_3000 && address.pageOffset == 0x456 && address.page == 0x80123)
    #expect(!address.isPageAligned && address.pageBase.isPageAligned)
    #expect(address - VirtualAddress(0x8012_3000) == 0x456)
    #expect(VirtualAddress(0xFFFF_FFFF) + 1 == VirtualAddress(0))
    #expect(VirtualAddress(1) - VirtualAddress(0xFFFF_FFFF) == 2)
    #expect(VirtualAddress(0x7FFF_FFFF) < VirtualAddress(0x8000_0000))
  }

  @Test func framesAndPhysicalAddresses() {
    #expect(PhysicalAddress(0xFFFF_FFFF).frame == PageFrameNumber(0xFFFFF))
    #expect(PageFrameNumber(0xFFFFF).address == PhysicalAddress(0xFFFF_F000))
    #expect(PageFrameNumber(5) + 3 == PageFrameNumber(8))
    #expect(PageFrameNumber(5) < PageFrameNumber(8) && PhysicalAddress(5) < PhysicalAddress(8))
    #expect(PageFrameNumber.none.raw == 0xFFFF_FFFF)
    #expect(PteAddress(raw: 4) < PteAddress(raw: 8) && PteAddress(raw: 4) + 2 == PteAddress(raw: 12))
  }
}
