import Machine
import Testing

@testable import MemoryManager

@Suite struct PageFileTests {
  private let bed = TestBed(frames: 4096)

  private func file(_ size: UInt32, maximum: UInt32) throws -> PageFile {
    let file = PageFile(bed.machine, try #require(bed.allocate(.nonpaged, PageFile.bytes(maximum: maximum))))
    file.initialize(size: size, maximum: maximum, minimum: 5)
    return file
  }

  /// Every field where NT's debuggers look for it.
  @Test func layout() throws {
    let file = try file(20, maximum: 100)
    #expect(file.allocate(upTo: 4)! == (1, 4))
    file.release(2)
    file.number = 9
    let words = stride(from: 0, to: UInt32(0x48), by: 4).map { bed.machine.load32(file.address + $0) }
    #expect(words == [20, 100, 5, 16, 3, 4, 5, 0, 0, 0, (file.address + 0x48).raw, 0, 0, 0, 9, 0, 0, 0])
    #expect([file.size, file.maximum, file.minimum, file.free, file.used, file.peak, file.hint, file.number] == [20, 100, 5, 16, 3, 4, 5, 9])
    #expect(file.checkInvariants() == nil)
  }

  /// Slot 0 is no slot: a PTE with it is one that no one has touched.
  @Test func everySlotButTheFirst() throws {
    let file = try file(40, maximum: 40)
    var seen: [UInt32] = []
    while let run = file.allocate(upTo: 7) { seen += run.first..<run.first + run.count }
    #expect(seen == Array(1..<40) && file.free == 0 && file.used == 39 && file.peak == 39)
    for slot in seen { file.release(slot) }
    #expect(file.free == 39 && file.used == 0 && file.peak == 39 && file.checkInvariants() == nil)
  }

  /// The next search begins where the last ended, so that what is written together lies together.
  @Test func searchesFollowEachOther() throws {
    let file = try file(100, maximum: 100)
    #expect(file.allocate(upTo: 16)! == (1, 16))
    for slot in 1...16 as ClosedRange<UInt32> { file.release(slot) }
    #expect(file.allocate(upTo: 16)! == (17, 16))
    for _ in 0..<4 { _ = file.allocate(upTo: 16) }
    #expect(file.allocate(upTo: 16)! == (1, 16))
  }

  @Test func retiredSlotsNeverComeBack() throws {
    let file = try file(10, maximum: 10)
    while file.allocate(upTo: 16) != nil {}
    file.retire(4)
    #expect(file.used == 8 && file.retired == 1 && file.free == 0 && file.checkInvariants() == nil)
    for slot in 1..<10 as Range<UInt32> where slot != 4 { file.release(slot) }
    var seen: [UInt32] = []
    while let run = file.allocate(upTo: 16) { seen += run.first..<run.first + run.count }
    #expect(Set(seen) == Set(1..<10).subtracting([4]) && seen.count == 8)
  }

  @Test func growing() throws {
    let file = try file(10, maximum: 1000)
    while file.allocate(upTo: 16) != nil {}
    file.grow(by: 90)
    #expect(file.size == 100 && file.free == 90 && file.allocate(upTo: 3)! == (10, 3))
    file.grow(by: 900)
    #expect(file.free == 987 && file.checkInvariants() == nil)
    var count = 0
    while let run = file.allocate(upTo: 16) { count += Int(run.count) }
    #expect(count == 987 && file.used == 999)
  }

  /// PTEs and slots no longer agree: a stop, before anything is written over.
  @Test(arguments: [0, 3, 20, 99, 100, 0xF_FFFF] as [UInt32])
  func aSlotThatHoldsNoPage(slot: UInt32) async {
    await #expect(processExitsWith: .failure) { [slot] in
      let bed = TestBed(frames: 2048)
      let file = PageFile(bed.machine, bed.allocate(.nonpaged, PageFile.bytes(maximum: 100))!)
      file.initialize(size: 20, maximum: 100, minimum: 5)
      _ = file.allocate(upTo: 2)
      file.release(slot)
    }
    await #expect(processExitsWith: .failure) { [slot] in
      let bed = TestBed(frames: 2048)
      let file = PageFile(bed.machine, bed.allocate(.nonpaged, PageFile.bytes(maximum: 100))!)
      file.initialize(size: 20, maximum: 100, minimum: 5)
      _ = file.allocate(upTo: 2)
      file.retire(slot)
    }
  }

  @Test func damageIsFound() throws {
    for (offset, value) in [(0xC, 18), (0x10, 1), (0x48 + 8, 1), (0x48 + 12, 0), (0x48 + 16, 0)] as [(UInt32, UInt32)] {
      let file = try file(20, maximum: 20)
      #expect(file.checkInvariants() == nil)
      bed.machine.store32(file.address + offset, value)
      #expect(file.checkInvariants()?.rule == .pageFile, "offset \(offset)")
    }
  }
}
