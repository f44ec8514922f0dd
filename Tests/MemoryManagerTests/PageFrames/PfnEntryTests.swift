import Machine
import Testing

@testable import MemoryManager

/// The PFN entry in memory is NT's MMPFN of 24 bytes.
@Suite struct PfnEntryTests {
  private let bed = TestBed(frames: 900)
  private let frame = PageFrameNumber(0x234)
  private func dword(_ offset: UInt32) -> UInt32 { bed.machine.load32(SystemLayout.pfnDatabase + 0x234 * 24 + offset) }

  @Test func fieldsAreWhereNTHasThem() {
    let entry = bed.entry(frame)
    #expect(entry.address == SystemLayout.pfnDatabase + 0x234 * 24)
    entry.next = PageFrameNumber(0x111)
    #expect(dword(0) == 0x111 && entry.workingSetIndex == 0x111)
    entry.pte = PteAddress(raw: 0xC039_0000)
    #expect(dword(4) == 0xC039_0000)
    entry.markDeleted()
    #expect(dword(4) == 0xC039_0001 && entry.isDeleted && entry.pte.raw == 0xC039_0000)
    entry.shareCount = 7
    #expect(dword(8) == 7 && entry.previous.raw == 7)
    entry.original = .demandZero(.readWrite)
    #expect(dword(0x10) == 0x80)
    entry.container = PageFrameNumber(0x3FF_FFFF)
    #expect(dword(0x14) == 0x3FF_FFFF && entry.container.raw == 0x3FF_FFFF)
  }

  @Test func stateBitsAreNTs() {
    for raw in 0..<PageLocation.count {
      let location = PageLocation(rawValue: raw)!
      bed.entry(frame).state = PfnState(location, references: 3, isModified: true)
      #expect(dword(0xC) == 0x0003_0001 | raw << 8)
      #expect(bed.machine.load16(SystemLayout.pfnDatabase + 0x234 * 24 + 0xE) == 3)
      var state = bed.entry(frame).state
      state.location = .active
      state.references -= 1
      state.isModified = false
      #expect(state.raw == 0x0002_0600)
    }
  }

  @Test func locationNamesAreDifferent() {
    #expect(Set((0..<PageLocation.count).map { "\(PageLocation(rawValue: $0)!.name)" }).count == 8)
    #expect(Set((0..<FrameUse.count).map { "\(FrameUse(rawValue: $0)!.name)" }).count == Int(FrameUse.count))
  }
}
