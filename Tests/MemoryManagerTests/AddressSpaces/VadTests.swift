import Machine
import Testing

@testable import MemoryManager

/// The node in memory is the MMVAD of Windows Server 2003 SP1, with two words behind it.
@Suite struct VadTests {
  private let bench = VadBench()
  private func dword(_ vad: Vad, _ offset: UInt32) -> UInt32 { bench.bed.machine.load32(vad.address + offset) }

  /// The other words are the tree's.
  @Test func aNewNodeHasNothingOfWhatWasThereBefore() {
    let vad = bench.make(1, 2)
    bench.bed.fill(vad.address, Vad.bytes, 0xDEAD_BEEF, stride: 4)
    vad.clear()
    vad.initialize(start: 0x10, end: 0x4F, protection: .readOnly)
    var words = (3...9).map { dword(vad, $0 * 4) }
    #expect(words == [0x10, 0x4F, 0x8100_0000, 0, 0, 0, 0])
    vad.initialize(start: 0, end: 0xFFFFF, protection: .executeWriteCopy, isCommitted: true, kind: .writeWatch)
    words = (3...9).map { dword(vad, $0 * 4) }
    #expect(words == [0, 0xFFFFF, 0x87C0_0000, 0, 0, 0, 0])
    #expect(vad.isPrivate && vad.isCommitted && !vad.isNoChange && vad.commitCharge == 0)
    #expect(vad.kind == .writeWatch && vad.protection == .executeWriteCopy)
  }

  @Test func fieldsAreWhereNTHasThem() {
    let vad = bench.make(0, 0)
    vad.start = 0x12345
    vad.end = 0x12347
    #expect(dword(vad, 0x0C) == 0x12345 && dword(vad, 0x10) == 0x12347)
    #expect(vad.pageCount == 3 && vad.firstAddress.raw == 0x1234_5000)
    vad.writeWatchBitmap = VirtualAddress(0x8312_3458)
    #expect(dword(vad, 0x18) == 0x8312_3458 && vad.writeWatchBitmap.raw == 0x8312_3458)
  }

  @Test func linksAreWhereNTHasThem() {
    let left = bench.insert(0x10, 0x1F)
    let root = bench.insert(0x20, 0x2F)
    let right = bench.insert(0x30, 0x3F)
    #expect(dword(root, 0) == 0 && dword(root, 4) == left.address.raw && dword(root, 8) == right.address.raw)
    #expect(dword(left, 0) == root.address.raw && dword(right, 0) == root.address.raw)
    bench.insert(0x40, 0x4F)
    #expect(dword(right, 0) == root.address.raw | 1 && dword(root, 0) == 1)
    bench.remove(right)
    bench.remove(bench.find(0x40)!)
    // The left side is higher: -1 in two bits.
    #expect(dword(root, 0) == 3)
  }

  /// Each flag has its bits, and leaves the others alone.
  @Test func flagBitsAreNTs() {
    for others in [0, ~0] as [UInt32] {
      let vad = bench.make(0, 0)
      func set(_ bits: UInt32, _ change: () -> Void) -> UInt32 {
        bench.bed.machine.store32(vad.address + 0x14, others)
        change()
        return (dword(vad, 0x14) ^ others) & ~bits
      }
      #expect(set(0x2007_FFFF) { vad.commitCharge = 0x12345 } == 0 && dword(vad, 0x14) & 0x7FFFF == 0x12345 && vad.commitCharge == 0x12345)
      // All of three gigabytes but what no one can have.
      #expect(set(0x2007_FFFF) { vad.commitCharge = 0xBFFE0 } == 0 && dword(vad, 0x14) & 0x7FFFF == 0x3FFE0 && vad.commitCharge == 0xBFFE0)
      #expect(set(0x2007_FFFF) { vad.commitCharge = .max } == 0 && vad.commitCharge == Vad.noCommitCharge)
      #expect(set(1 << 19) { vad.isNoChange = others == 0 } == 0 && vad.isNoChange == (others == 0) && dword(vad, 0x14) != others)
      #expect(set(7 << 20) { vad.kind = .image } == 0 && dword(vad, 0x14) >> 20 & 7 == 2)
      #expect(set(1 << 23) { vad.isCommitted = others == 0 } == 0 && vad.isCommitted == (others == 0) && dword(vad, 0x14) != others)
      #expect(set(31 << 24) { vad.protection = .noAccess } == 0 && dword(vad, 0x14) >> 24 & 31 == 0x18 && vad.protection == .noAccess)
      #expect(set(1 << 31) { vad.isPrivate = others == 0 } == 0 && vad.isPrivate == (others == 0) && dword(vad, 0x14) != others)
    }
    #expect(Vad.noCommitCharge == 0xF_FFFF)
  }

  @Test func kindsAreNTs() {
    let vad = bench.make(0, 0)
    for (raw, kind) in ([.none, .device, .image, .addressWindowing, .writeWatch, .largePages] as [VadKind]).enumerated() {
      vad.kind = kind
      #expect(vad.kind == kind && dword(vad, 0x14) >> 20 & 7 == UInt32(raw))
    }
  }

  @Test func containsItsPagesOnly() {
    let vad = bench.make(0x20, 0x2F)
    #expect([0x1F, 0x20, 0x2F, 0x30, 0, .max].map { vad.contains($0) } == [false, true, true, false, false, false])
    let all = bench.make(0, 0xFFFFF)
    #expect(all.contains(0) && all.contains(0xFFFFF) && !all.contains(0x100000))
  }

  @Test func equalByAddress() {
    let vad = bench.make(0x20, 0x2F)
    #expect(vad == Vad(bench.bed.machine, vad.address))
    #expect(vad != bench.make(0x20, 0x2F))
  }
}
