import Machine

/// Pages of blocks by their largest free block: a list for each size, and a bit for each list that is not empty.
package struct PoolPageLists: ~Copyable {
  private let machine: Machine
  private let table: VirtualAddress
  private var heads = InlineArray<513, UInt16>(repeating: 0xFFFF)
  private var words = InlineArray<17, UInt32>(repeating: 0)
  private var summary: UInt32 = 0

  init(machine: Machine, table: VirtualAddress) {
    self.machine = machine
    self.table = table
  }

  private func page(_ index: UInt32) -> PoolPage { PoolPage(machine, table: table, index: index) }

  /// A page with a free block of at least `units` and, among those, with the smallest largest one.
  @inline(__always)
  mutating func find(_ units: UInt32) -> UInt32? {
    let word = units >> 5
    let here = words[Int(word)] & (~0 << (units & 31))
    if here != 0 { return UInt32(heads[Int(word << 5) + here.trailingZeroBitCount]) }
    let above = summary & (~1 << word)
    guard above != 0 else { return nil }
    let next = above.trailingZeroBitCount
    return UInt32(heads[next << 5 + words[next].trailingZeroBitCount])
  }

  /// `largest` 0 means a full page, which is on no list.
  mutating func insert(_ index: UInt32, largest: UInt32) {
    guard largest > 0 else { return }
    let next = UInt32(heads[Int(largest)])
    page(index).links = next | PoolPage.noPage << 16
    heads[Int(largest)] = UInt16(truncatingIfNeeded: index)
    if next != PoolPage.noPage {
      page(next).previous = index
    } else {
      words[Int(largest >> 5)] |= 1 << (largest & 31)
      summary |= 1 << (largest >> 5)
    }
  }

  mutating func remove(_ index: UInt32, largest: UInt32) {
    guard largest > 0 else { return }
    let links = page(index).links
    let (next, previous) = (links & 0xFFFF, links >> 16)
    if next != PoolPage.noPage { page(next).previous = previous }
    if previous != PoolPage.noPage {
      page(previous).next = next
      return
    }
    heads[Int(largest)] = UInt16(truncatingIfNeeded: next)
    guard next == PoolPage.noPage else { return }
    let word = words[Int(largest >> 5)] & ~(1 << (largest & 31))
    words[Int(largest >> 5)] = word
    if word == 0 { summary &= ~(1 << (largest >> 5)) }
  }
}
