import Machine
import Testing

@testable import MemoryManager

/// A header that was written over is found when the block, or its neighbour, is freed: told as NT's bug check 0x19 tells it, with nothing changed.
@Suite struct DamagedHeaderTests {
  enum Damage: CaseIterable { case sizeZero, sizeBeyondPage, sizeTooSmall, sizeOther, previousTooBig, previousZero, previousOther, otherPool, noPool }

  private func damaged(_ header: PoolHeader, _ damage: Damage, _ type: PoolType) -> PoolHeader {
    let (size, previous) = (header.size, header.previousSize)
    return switch damage {
    case .sizeZero: PoolHeader(previousSize: previous, size: 0, type: type)
    case .sizeBeyondPage: PoolHeader(previousSize: previous, size: 511, type: type)
    case .sizeTooSmall: PoolHeader(previousSize: previous, size: 1, type: type)
    case .sizeOther: PoolHeader(previousSize: previous, size: size + 1, type: type)
    case .previousTooBig: PoolHeader(previousSize: 511, size: size, type: type)
    case .previousZero: PoolHeader(previousSize: 0, size: size, type: type)
    case .previousOther: PoolHeader(previousSize: previous - 1, size: size, type: type)
    case .otherPool: PoolHeader(previousSize: previous, size: size, type: type == .paged ? .nonpaged : .paged)
    case .noPool: PoolHeader(raw: header.raw & 0x01FF_FFFF | 0x7F << 25)
    }
  }
  private func expected(_ damage: Damage) -> UInt32 {
    switch damage {
    case .sizeZero: 8
    case .sizeBeyondPage, .sizeTooSmall: 9
    case .sizeOther, .previousOther: 5
    case .previousTooBig, .previousZero: 6
    case .otherPool, .noPool: 0x20
    }
  }

  @Test(arguments: Damage.allCases, [32, 300] as [UInt32])
  func damagedHeader(damage: Damage, bytes: UInt32) throws {
    for type in [PoolType.nonpaged, .paged] {
      let bed = TestBed(frames: 900)
      let above = try #require(bed.allocate(type, bytes))
      let block = try #require(bed.allocate(type, bytes))
      let below = try #require(bed.allocate(type, bytes))
      let place = VirtualAddress(block.raw - 8)
      let good = PoolHeader(raw: bed.machine.read32(place))
      let bad = damaged(good, damage, type)
      bed.machine.write32(place, bad.raw)
      let misuse = bed.free(block)
      #expect(misuse?.code == 0x19, "\(type)")
      #expect(misuse?.p1 == expected(damage), "\(type)")
      #expect(misuse?.p2 == place.raw, "\(type)")
      #expect(bed.machine.read32(place) == bad.raw)
      // Repaired, it can be freed: nothing was changed.
      bed.machine.write32(place, good.raw)
      for address in [above, block, below] { #expect(bed.free(address) == nil, "\(type)") }
      #expect(bed.violation == nil)
    }
  }

  /// An overrun of the block before spoils header and tag.
  @Test(arguments: [PoolType.nonpaged, .paged], [32, 300] as [UInt32])
  func overrunIntoTheNextHeaderIsFound(type: PoolType, bytes: UInt32) throws {
    let bed = TestBed()
    let next = try #require(bed.allocate(type, bytes))
    let block = try #require(bed.allocate(type, bytes))
    #expect(next.raw > block.raw)
    bed.machine.write32(VirtualAddress(next.raw - 8), 0x4141_4141)
    bed.machine.write32(VirtualAddress(next.raw - 4), 0x4141_4141)
    #expect(bed.free(next) != nil)
    #expect(bed.free(block)?.code == 0x19)
  }
}
