import Machine
import Testing

/// The address map of the system half, region by region.
@Suite struct SystemAddressMapTests {
  private static let all = (0..<SystemRegion.count).map { SystemRegion(rawValue: $0)! }

  @Test func startsAreTheDocumentedOnes() {
    #expect(
      Self.all.map { $0.start.raw } == [
        0x8000_0000, 0xA000_0000, 0xA400_0000, 0xC000_0000, 0xC040_0000, 0xC080_0000, 0xC0C0_0000, 0xC100_0000, 0xE100_0000, 0xE800_0000,
        0xF000_0000, 0xFFBE_0000, 0xFFC0_0000,
      ])
    #expect(SystemRegion.systemStart.raw == 0x8000_0000)
    #expect(SystemRegion(rawValue: SystemRegion.count) == nil)
  }

  @Test func regionsNeitherOverlapNorLeaveAGap() {
    #expect(Self.all.first?.start == SystemRegion.systemStart)
    #expect(Self.all.last?.last == VirtualAddress(0xFFFF_FFFF))
    for (region, next) in zip(Self.all, Self.all.dropFirst()) {
      #expect(region.start < region.last)
      #expect(region.last + 1 == next.start, "\(region) and \(next)")
    }
    #expect(Self.all.reduce(0) { $0 + $1.pages } == 0x80000)
    for region in Self.all { #expect(region.start.isPageAligned && region.pages << 12 == region.last - region.start + 1) }
  }

  @Test func everyBoundaryBelongsToItsRegion() {
    for region in Self.all {
      #expect(SystemRegion(of: region.start) == region)
      #expect(SystemRegion(of: region.start + 1) == region)
      #expect(SystemRegion(of: region.last) == region)
      let before = VirtualAddress(region.start.raw - 1)
      #expect(SystemRegion(of: before) == (region == .systemCode ? nil : SystemRegion(rawValue: region.rawValue - 1)))
    }
    #expect(SystemRegion(of: VirtualAddress(0)) == nil)
    #expect(SystemRegion(of: VirtualAddress(0x7FFF_FFFF)) == nil)
  }

  @Test func namesAreDifferent() {
    #expect(Set(Self.all.map { "\($0.name)" }).count == Self.all.count)
  }

  // MARK: What stands inside

  @Test func piecesOfTheFirstRegionAscendInsideIt() {
    let pieces = [
      SystemLayout.kernelText, SystemLayout.kernelData, SystemLayout.systemPteRuns, SystemLayout.nonpagedPoolRuns,
      SystemLayout.nonpagedExpansionRuns, SystemLayout.nonpagedPoolPages, SystemLayout.pagedPoolRuns, SystemLayout.pagedPoolPages,
      SystemLayout.poolTags, SystemLayout.managerState, SystemLayout.tablesEnd, SystemLayout.pfnDatabase, SystemLayout.pfnDatabaseEnd,
      SystemLayout.nonpagedPool,
      SystemLayout.nonpagedPoolEnd,
    ]
    for (piece, next) in zip(pieces, pieces.dropFirst()) { #expect(piece < next || piece == next && piece == SystemLayout.pfnDatabaseEnd) }
    for piece in pieces { #expect(SystemRegion(of: piece) == .systemCode && piece.isPageAligned) }
    #expect(SystemLayout.kernelText == SystemRegion.systemCode.start)
    #expect(SystemLayout.kernelData.raw % (4 << 20) == 0)
    // One page table maps all the bookkeeping tables: it is made at boot and is never missing later.
    #expect(SystemLayout.systemPteRuns.pde == VirtualAddress(SystemLayout.tablesEnd.raw - 1).pde)
  }

  @Test func singlePagesLieInTheirRegions() {
    #expect(SystemRegion(of: SystemLayout.mappingPage) == .hyperspace)
    #expect(SystemRegion(of: SystemLayout.video) == .hal)
  }

  @Test func thePfnDatabaseHasRoomForFourGigabytes() {
    #expect(SystemLayout.pfnDatabaseEnd - SystemLayout.pfnDatabase >= 24 << 20)
  }
}
