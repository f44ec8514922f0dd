import Machine
import Testing

@testable import MemoryManager

/// Which pages were written to, whatever became of them meanwhile.
@Suite struct WriteWatchTests {
  private let bed = TestBed()
  private let process: Process
  private static let base: UInt32 = 0x50_0000

  init() { process = Process(bed)! }

  private func page(_ index: UInt32) -> UInt32 { Self.base + index << 12 }
  private func watch(_ pages: UInt32, _ protect: UInt32 = PAGE.readWrite) {
    let type = MEM.reserve | MEM.commit | MEM.writeWatch
    #expect(process.allocate(Self.base, pages << 12, type, protect).status == .success)
  }
  private func written(_ pages: UInt32) -> [UInt32] { process.written(Self.base, pages << 12).1.map { ($0 - Self.base) >> 12 } }

  @Test func newMemoryIsNotWritten() {
    watch(70)
    #expect(process.read(page(3)) == 0)
    #expect(written(70) == [])
  }

  @Test(arguments: [false, true])
  func everyPageWrittenIsTold(isTrimmed: Bool) {
    watch(70)
    let pages: [UInt32] = [0, 1, 31, 32, 33, 63, 64, 69]
    for index in pages { #expect(process.write(page(index), index + 1)) }
    if isTrimmed { #expect(process.trim() == 8) }
    #expect(written(70) == pages)
    for index in pages { #expect(process.read(page(index)) == index + 1) }
    #expect(written(70) == pages)
    #expect(bed.violation == nil)
  }

  /// The range starts where the bits of a page's number and those of its index in the range differ.
  @Test(arguments: [0x51_0000, 0x52_0000, 0x57_0000] as [UInt32])
  func trimmedPagesOfARangeAnywhere(base: UInt32) {
    #expect(process.allocate(base, 40 << 12, MEM.reserve | MEM.commit | MEM.writeWatch).status == .success)
    for index in [2, 17, 35] as [UInt32] { #expect(process.write(base + index << 12, 1)) }
    _ = process.trim()
    #expect(process.written(base, 40 << 12).1 == [base + 2 << 12, base + 17 << 12, base + 35 << 12])
  }

  @Test func resettingForgetsResidentAndTrimmedPages() {
    watch(4)
    for index in 0..<4 as Range<UInt32> {
      #expect(process.write(page(index), 1))
      if index == 1 { _ = process.trim() }
    }
    #expect(process.resetWritten(page(1), 2 << 12) == .success)
    #expect(written(4) == [0, 3])
    #expect(process.write(page(1), 2) && process.write(page(2), 2))
    #expect(written(4) == [0, 1, 2, 3])
  }

  @Test func onlyWhatIsToldIsForgotten() {
    watch(4)
    for index in 1..<4 as Range<UInt32> { #expect(process.write(page(index), 1)) }
    #expect(process.written(Self.base, 4 << 12, resets: true, capacity: 1).1 == [page(1)])
    #expect(written(4) == [2, 3])
  }

  @Test(arguments: [false, true])
  func decommittedPagesStayWritten(isTrimmed: Bool) {
    watch(4)
    #expect(process.write(page(1), 1))
    if isTrimmed { _ = process.trim() }
    #expect(process.free(page(1), 0x1000, MEM.decommit).status == .success)
    #expect(written(4) == [1])
    #expect(process.free(Self.base, 0, MEM.decommit).status == .success)
    #expect(written(4) == [1])
  }

  @Test func protectionAndReadingLeaveItAsItIs() {
    watch(4)
    #expect(process.write(page(2), 1))
    for protect in [PAGE.readOnly, PAGE.noAccess, PAGE.readWrite] {
      #expect(process.protect(Self.base, 4 << 12, protect).status == .success)
      #expect(written(4) == [2])
    }
  }

  @Test func releasingAPartKeepsTheBitsOfTheRest() {
    watch(100)
    for index in [5, 40, 66, 99] as [UInt32] { #expect(process.write(page(index), 1)) }
    _ = process.trim()
    #expect(process.free(page(41), 20 << 12, MEM.release).status == .success)
    #expect(process.written(page(61), 39 << 12).1 == [page(66), page(99)])
    #expect(process.free(Self.base, 33 << 12, MEM.release).status == .success)
    #expect(process.written(page(33), 8 << 12).1 == [page(40)])
    #expect(bed.violation == nil)
  }

  /// What describes a range that then cannot be made is a block of pool that may have described another.
  @Test func aRangeThatIsRefusedFreesNothingOfAnother() {
    #expect(process.allocate(Self.base, 0x1_0000, MEM.reserve).status == .success)
    let bitmap = bed.allocate(.nonpaged, 100, tag: .writeWatch)!
    let old = Vad(bed.machine, bed.allocate(.nonpaged, Vad.bytes, tag: .shortVad)!)
    old.initialize(start: 0x600, end: 0x6FF, protection: .readWrite, kind: .writeWatch)
    old.writeWatchBitmap = bitmap
    #expect(bed.free(old.address, tag: .shortVad) == nil)
    #expect(process.allocate(Self.base, 0x1_0000, MEM.reserve).status == .conflictingAddresses)
    #expect(bed.free(bitmap, tag: .writeWatch) == nil)
  }

  @Test func regionsThatAreNotWatched() {
    watch(4)
    #expect(process.allocate(0x60_0000, 0x1_0000, MEM.reserve | MEM.commit).status == .success)
    for (base, size) in [(0x60_0000, 0x1000), (0x70_0000, 0x1000), (Self.base, 5 << 12), (page(3), 0x1001)] as [(UInt32, UInt32)] {
      #expect(process.written(base, size).0 == .invalidParameter)
      #expect(process.resetWritten(base, size) == .invalidParameter)
    }
  }
}
