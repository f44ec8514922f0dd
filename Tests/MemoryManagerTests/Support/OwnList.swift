import Machine

@testable import MemoryManager

/// A caller's own lookaside list, in memory of its own.
final class OwnList: @unchecked Sendable {
  private let bed: TestBed
  private let place: UnsafeMutableRawPointer
  private let list: LookasideList

  init(_ bed: TestBed, _ type: PoolType, size: UInt32) {
    self.bed = bed
    place = .allocate(byteCount: LookasideList.bytes, alignment: 16)
    list = unsafe LookasideList(type, size: size, tag: "Mine", at: place)
  }
  deinit { place.deallocate() }

  func allocate() -> VirtualAddress? {
    if case .block(let address) = list.allocate(bed.mm) { return address }
    return nil
  }
  func free(_ block: VirtualAddress) -> PoolMisuse? { list.free(block, bed.mm) }
  func delete() { list.delete(bed.mm) }
}
