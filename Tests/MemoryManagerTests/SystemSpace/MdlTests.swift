import Machine
import Testing

@testable import MemoryManager

@Suite struct MdlTests {
  private let bed = TestBed(frames: 2048)

  /// The numbers are those of NT's ADDRESS_AND_SIZE_TO_SPAN_PAGES.
  @Test(
    arguments: [
      (0x1000, 0, 0), (0x1234, 0, 1), (0x1000, 1, 1), (0x1FFF, 1, 1), (0x1FFF, 2, 2), (0x1000, 4096, 1), (0x1001, 4096, 2), (0x1800, 0x1000, 2),
      (0x1200, 0x20000, 33), (0xFFFF_F000, 4096, 1), (0, 0x3FF_8000, 0x3FF8),
    ] as [(UInt32, UInt32, UInt32)])
  func sizes(buffer: UInt32, bytes: UInt32, pages: UInt32) throws {
    #expect(Mdl.size(of: VirtualAddress(buffer), bytes: bytes) == 0x1C + 4 * pages)
    let place = try #require(bed.allocate(.nonpaged, 0x1C + 4 * pages))
    let mdl = try #require(Mdl(bed.machine, place, for: VirtualAddress(buffer), bytes: bytes))
    #expect(mdl.pageCount == pages && UInt32(mdl.size) == 0x1C + 4 * pages)
    #expect(mdl.buffer == VirtualAddress(buffer) && mdl.byteCount == bytes && mdl.flags.isEmpty)
  }

  @Test func buffersThatNoMdlDescribes() {
    for (buffer, bytes) in [(0xFFFF_F000, 4097), (0, .max), (0, Mdl.largestPages * pageSize + 1)] as [(UInt32, UInt32)] {
      #expect(Mdl.size(of: VirtualAddress(buffer), bytes: bytes) == nil)
    }
    #expect(Mdl.size(of: VirtualAddress(0), bytes: Mdl.largestPages * pageSize) == 0xFFFC)
  }

  /// Every field where NT's debuggers look for it, and nothing written around it.
  @Test func layout() throws {
    let place = try #require(bed.allocate(.nonpaged, 64))
    for offset in stride(from: 0, to: UInt32(64), by: 4) { bed.machine.store32(place + offset, 0xAAAA_AAAA) }
    let mdl = try #require(Mdl(bed.machine, place, for: VirtualAddress(0x8123_4568), bytes: 0x1000))
    mdl.next = VirtualAddress(0x11)
    mdl.flags = [.pagesLocked, .writeOperation]
    mdl.process = VirtualAddress(0x22)
    mdl.mappedSystemAddress = VirtualAddress(0x33)
    mdl[0] = PageFrameNumber(0x44)
    mdl[1] = PageFrameNumber(0x55)
    let words = stride(from: 0, to: UInt32(64), by: 4).map { bed.machine.load32(place + $0) }
    #expect(words[..<9] == [0x11, 0x0082_0024, 0x22, 0x33, 0x8123_4000, 0x1000, 0x568, 0x44, 0x55])
    #expect(words[9...].allSatisfy { $0 == 0xAAAA_AAAA })
    #expect(Mdl(bed.machine, place)[1] == PageFrameNumber(0x55))
  }

  @Test func nonpagedPool() throws {
    let block = try #require(bed.allocate(.nonpaged, 5 * pageSize)) + 0x18
    let place = try #require(bed.allocate(.nonpaged, 64))
    let mdl = try #require(Mdl(bed.machine, place, for: block, bytes: 4 * pageSize))
    #expect(bed.mm.buildMdlForNonpagedPool(mdl))
    #expect(mdl.pageCount == 5 && mdl.flags == .sourceIsNonpagedPool && mdl.mappedSystemAddress == block)
    for page in 0..<mdl.pageCount { #expect(bed.mm.physicalAddress(of: block.pageBase + page * pageSize)?.frame == mdl[page]) }
  }

  @Test func memoryThatIsNotThere() throws {
    let paged = try #require(bed.allocate(.paged, 3 * pageSize))
    bed.machine.write32(paged, 1)
    let place = try #require(bed.allocate(.nonpaged, 64))
    let mdl = try #require(Mdl(bed.machine, place, for: paged, bytes: 2 * pageSize))
    #expect(!bed.mm.buildMdlForNonpagedPool(mdl) && mdl.flags.isEmpty)
  }
}
