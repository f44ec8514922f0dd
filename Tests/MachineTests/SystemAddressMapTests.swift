import Machine
import Testing

/// The address map of the system, region by region, as it is and with /3GB.
@Suite struct SystemAddressMapTests {
  /// All regions there are, from the lowest to the highest.
  private static var all: [SystemRegion] { Array(sequence(first: SystemRegion.first, next: \.next)) }

  /// The regions that are there either way and do not move.
  private static let fixed: [(SystemRegion, start: UInt32)] = [
    (.pageTables, 0xC000_0000), (.hyperspace, 0xC040_0000), (.unused, 0xC080_0000), (.systemWorkingSet, 0xC0C0_0000),
    (.systemCache, 0xC100_0000), (.systemTables, 0xD800_0000), (.pagedPool, 0xE100_0000), (.systemPtes, 0xE800_0000),
    (.nonpagedPoolExpansion, 0xF000_0000), (.crashDump, 0xFFBE_0000), (.hal, 0xFFC0_0000),
  ]

  @Test func startsAreTheDocumentedOnes() {
    let low: [(SystemRegion, start: UInt32)] = [(.systemCode, 0x8000_0000), (.session, 0xA000_0000), (.systemPteOverflow, 0xA400_0000)]
    #expect(Self.all == (low + Self.fixed).map(\.0))
    for (region, start) in low + Self.fixed { #expect(region.start.raw == start) }
    #expect(SystemRegion.systemTables.last.raw == 0xE0FF_FFFF)
  }

  @Test func withLargeUserSpaceTheImageMovesAndTheRestBelowIsGone() {
    withLargeUserSpace {
      var expected = Self.fixed
      expected.insert((.systemCode, 0xE000_0000), at: 6)
      #expect(Self.all == expected.map(\.0))
      for (region, start) in expected { #expect(region.start.raw == start) }
      #expect(SystemRegion.systemTables.last.raw == 0xDFFF_FFFF)
    }
  }

  @Test(arguments: AddressSplit.allCases) func regionsNeitherOverlapNorLeaveAGap(split: AddressSplit) {
    split.inForce {
      #expect(Self.all.first?.start == SystemRegion.systemStart)
      #expect(Self.all.last?.last == VirtualAddress(0xFFFF_FFFF))
      for (region, next) in zip(Self.all, Self.all.dropFirst()) {
        #expect(region.start < region.last)
        #expect(region.last + 1 == next.start, "\(region) and \(next)")
      }
      #expect(Self.all.reduce(0) { $0 + $1.pages } == 0x10_0000 - SystemRegion.systemStart.page)
      for region in Self.all { #expect(region.start.isPageAligned && region.pages << 12 == region.last - region.start + 1) }
    }
  }

  @Test(arguments: AddressSplit.allCases) func everyBoundaryBelongsToItsRegion(split: AddressSplit) {
    split.inForce {
      var before: SystemRegion?
      for region in Self.all {
        #expect(SystemRegion(of: region.start) == region)
        #expect(SystemRegion(of: region.start + 1) == region)
        #expect(SystemRegion(of: region.last) == region)
        #expect(SystemRegion(of: VirtualAddress(region.start.raw - 1)) == before)
        before = region
      }
      #expect(SystemRegion(of: VirtualAddress(0)) == nil)
      #expect(SystemRegion(of: VirtualAddress(0x7FFF_FFFF)) == nil)
    }
  }

  @Test func namesAreDifferent() {
    #expect(Set(Self.all.map { "\($0.name)" }).count == Self.all.count)
  }

  // MARK: User space

  @Test func userSpaceEndsInFrontOfTheSystem() {
    #expect(SystemRegion.systemStart.raw == 0x8000_0000 && !SystemRegion.isUserSpaceLarge)
    #expect(VirtualAddress.highestUser.raw == 0x7FFE_FFFF && VirtualAddress.userProbe.raw == 0x7FFF_0000)
    #expect(VirtualAddress(0x8000_0000).isSystem && !VirtualAddress(0x7FFF_FFFF).isSystem)
    withLargeUserSpace {
      #expect(SystemRegion.systemStart.raw == 0xC000_0000 && SystemRegion.isUserSpaceLarge)
      #expect(VirtualAddress.highestUser.raw == 0xBFFE_FFFF && VirtualAddress.userProbe.raw == 0xBFFF_0000)
      #expect(VirtualAddress(0xC000_0000).isSystem && !VirtualAddress(0xBFFF_FFFF).isSystem)
      #expect(SystemRegion(of: VirtualAddress(0xBFFF_FFFF)) == nil && SystemRegion(of: VirtualAddress(0x8000_0000)) == nil)
    }
    #expect(!SystemRegion.isUserSpaceLarge)
  }

  // MARK: What stands inside

  @Test(arguments: AddressSplit.allCases) func theImageIsInTheRegionOfSystemCode(split: AddressSplit) {
    split.inForce {
      #expect(SystemLayout.kernelText == SystemRegion.systemCode.start)
      #expect(SystemRegion(of: SystemLayout.kernelData) == .systemCode)
      #expect(SystemLayout.kernelData - SystemLayout.kernelText == 4 << 20)
      #expect(SystemLayout.kernelText.raw % (4 << 20) == 0)
    }
  }

  @Test func systemTablesAscendInsideTheirRegion() {
    let pieces = [
      SystemLayout.systemPteRuns, SystemLayout.nonpagedPoolRuns, SystemLayout.nonpagedExpansionRuns, SystemLayout.nonpagedPoolPages,
      SystemLayout.pagedPoolRuns, SystemLayout.pagedPoolPages, SystemLayout.poolTags, SystemLayout.managerState, SystemLayout.tablesEnd,
      SystemLayout.pfnDatabase, SystemLayout.pfnDatabaseEnd, SystemLayout.nonpagedPool, SystemLayout.nonpagedPoolEnd,
    ]
    for (piece, next) in zip(pieces, pieces.dropFirst()) { #expect(piece < next || piece == next && piece == SystemLayout.pfnDatabaseEnd) }
    for piece in pieces { #expect(SystemRegion(of: piece) == .systemTables && piece.isPageAligned) }
    withLargeUserSpace { for piece in pieces { #expect(SystemRegion(of: piece) == .systemTables) } }
    // One page table maps all the bookkeeping tables: it is made at boot and is never missing later.
    #expect(SystemLayout.systemPteRuns.pde == VirtualAddress(SystemLayout.tablesEnd.raw - 1).pde)
  }

  @Test(arguments: AddressSplit.allCases) func singlePagesLieInTheirRegions(split: AddressSplit) {
    split.inForce {
      #expect(SystemRegion(of: SystemLayout.mappingPage) == .hyperspace)
      #expect(SystemRegion(of: SystemLayout.video) == .hal)
    }
  }

  @Test func thePfnDatabaseHasRoomForFourGigabytes() {
    #expect(SystemLayout.pfnDatabaseEnd - SystemLayout.pfnDatabase >= 24 << 20)
  }
}
