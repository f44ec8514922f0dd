import Testing

@testable import FileSystem

/// Random operations compared with a plain model, and what is left with what fsck.fat and mtools see.
@Suite struct RandomTests {
  @Test(arguments: Seeds.first(6))
  func randomAgainstAModel(seed: UInt64) throws {
    let format = [Format.small16, .small32, Format(kind: .fat16, sectors: 40_000, sectorsPerCluster: 4)][Int(seed % 3)]
    let actor = try VolumeActor(MemoryDisk(Partition(format)), seed: seed, freeBytes: seed % 2 == 0 ? 150_000 : nil)
    for step in 0..<Seeds.steps(500) {
      do { _ = try actor.step() } catch {
        Issue.record("seed \(seed) step \(step): \(error)")
        throw error
      }
    }
    try actor.flush()
    try #expect(actor.mount.disk.partition.complaints() == [], "seed \(seed)")
    let copied = try actor.mount.disk.partition.copyOut()
    #expect(copied.count == actor.files.count && copied.allSatisfy { isEqual($1, actor.files[$0] ?? []) }, "seed \(seed)")
    #expect(!actor.mount.needsCheck)
  }
}
