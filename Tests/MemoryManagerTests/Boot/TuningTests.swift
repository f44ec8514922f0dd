import Machine
import Testing

@testable import MemoryManager

/// Sizes and limits by the amount of RAM and by the options.
@Suite struct TuningTests {
  /// What a PC with `megabytes` has: all but the hole below 1 MB and what the firmware keeps at the top.
  private func frames(_ megabytes: UInt32) -> UInt32 { megabytes << 8 - 0x61 - 32 }
  private func tuning(_ megabytes: UInt32, _ options: String = "") -> Tuning {
    Tuning(frames: frames(megabytes), options: BootOptions(BootText(options)))
  }

  @Test(
    arguments: [
      (8, SystemSize.small), (19, .small), (20, .medium), (31, .medium), (32, .medium), (33, .large), (64, .large), (4096, .large),
    ] as [(UInt32, SystemSize)])
  func systemSizes(megabytes: UInt32, size: SystemSize) {
    #expect(SystemSize(frames: frames(megabytes)) == size)
    #expect(SystemSize(frames: megabytes << 8) == size)
  }
  @Test func names() {
    #expect(["\(SystemSize.small.name)", "\(SystemSize.medium.name)", "\(SystemSize.large.name)"] == ["Small", "Medium", "Large"])
  }

  @Test func systemPtesBySize() {
    #expect(tuning(8).systemPtes < tuning(24).systemPtes && tuning(24).systemPtes < tuning(64).systemPtes)
    #expect(tuning(64, "SystemPages=600").systemPtes == 600)
  }
  @Test func largePages() {
    #expect(!tuning(64).usesLargePages && tuning(512).usesLargePages)
    #expect(tuning(64, "LargePageMinimum=32M").usesLargePages && !tuning(64, "LargePageMinimum=64M").usesLargePages)
    #expect(Tuning(frames: 1025, options: BootOptions(BootText("LargePageMinimum=4M"))).usesLargePages)
    #expect(!Tuning(frames: 1024, options: BootOptions(BootText("LargePageMinimum=4M"))).usesLargePages)
    #expect(tuning(8, "LargePageMinimum=0").usesLargePages && !tuning(4095, "LargePageMinimum=4G").usesLargePages == false)
  }
  @Test func optionsInBytesAreRoundedUpToPages() {
    #expect(tuning(64, "NonPagedPoolSize=65537").nonpagedPool == 17 && tuning(64, "PagedPoolSize=1048576").pagedPool == 256)
  }

  /// Whatever the RAM and the options, everything fits where the address map puts it.
  @Test(arguments: [4, 8, 16, 19, 20, 32, 33, 64, 256, 1024, 3072, 4096] as [UInt32])
  func everythingFitsItsPlace(megabytes: UInt32) {
    for options in ["", "NonPagedPoolSize=60M PagedPoolSize=112M SystemPages=32768", "NonPagedPoolSize=64K PagedPoolSize=1M SystemPages=512"] {
      let tuning = tuning(megabytes, options)
      let runBytes = PageRuns.bytesPerPage
      #expect(tuning.systemPtes <= SystemRegion.systemPtes.pages)
      #expect(tuning.systemPtes * runBytes <= SystemLayout.nonpagedPoolRuns - SystemLayout.systemPteRuns)
      #expect(tuning.nonpagedPool < NonpagedPool.firstExpansion)
      #expect(tuning.nonpagedPool << 12 <= SystemLayout.nonpagedPoolEnd - SystemLayout.nonpagedPool)
      #expect(tuning.nonpagedPool * runBytes <= SystemLayout.nonpagedExpansionRuns - SystemLayout.nonpagedPoolRuns)
      #expect(tuning.nonpagedExpansion <= SystemRegion.nonpagedPoolExpansion.pages)
      #expect(tuning.nonpagedExpansion * runBytes <= SystemLayout.nonpagedPoolPages - SystemLayout.nonpagedExpansionRuns)
      #expect(
        (NonpagedPool.firstExpansion + tuning.nonpagedExpansion) * PoolPage.bytes <= SystemLayout.pagedPoolRuns - SystemLayout.nonpagedPoolPages)
      #expect(NonpagedPool.firstExpansion + tuning.nonpagedExpansion < 0xFFFF)
      #expect(tuning.pagedPool <= SystemRegion.pagedPool.pages && tuning.pagedPool < 0xFFFF)
      #expect(tuning.pagedPool * runBytes <= SystemLayout.pagedPoolPages - SystemLayout.pagedPoolRuns)
      #expect(tuning.pagedPool * PoolPage.bytes <= SystemLayout.poolTags - SystemLayout.pagedPoolPages)
      #expect(PoolTags.bytes <= SystemLayout.managerState - SystemLayout.poolTags)
      #expect(UInt32(MemoryManager.stateBytes) <= SystemLayout.tablesEnd - SystemLayout.managerState)
      #expect(tuning.reserve >= 8 && tuning.lowThreshold > tuning.reserve / 2)
      #expect(SystemRegion.systemWorkingSet.pages * 1024 >= tuning.pagedPool)
    }
  }

  @Test func thePfnDatabaseFits() {
    #expect((1 << 20) * PfnEntry.bytes <= SystemLayout.pfnDatabaseEnd - SystemLayout.pfnDatabase)
    #expect(24...28 ~= PfnEntry.bytes)
  }
}
