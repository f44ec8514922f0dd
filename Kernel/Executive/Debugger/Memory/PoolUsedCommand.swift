#if os(none)
  import Machine
  import MemoryManager

  /// `!poolused`: what each tag has allocated, freed and holds, most bytes first. With 2 sorted by nonpaged, with 4 by paged bytes.
  func showPoolUsed(_ line: inout CommandLine) throws(CommandError) {
    let order = line.isAtEnd ? 2 : try line.expression("2 for nonpaged, 4 for paged")
    try line.end()
    guard order == 2 || order == 4 else { throw .invalid("The order is 2 (nonpaged) or 4 (paged)") }
    let type: PoolType = order == 2 ? .nonpaged : .paged
    print("   Sorting by \(type.name) pool consumed\n")
    print("  \("Tag", width: 6)\("NonPaged", width: 9)   Allocs     Frees     Used   | Paged   Allocs     Frees     Used")
    memoryManager.poolTags.withLock { tags in show(tags, by: type) }
  }

  /// Selection by falling bytes: for each line one pass over the table, so that no memory is needed for sorting.
  private func show(_ tags: borrowing PoolTags, by type: PoolType) {
    var last: (bytes: UInt32, index: UInt32)?
    while let next = largest(tags, below: last, type) {
      showTag(tags, next.index)
      last = next
    }
  }

  private func largest(_ tags: borrowing PoolTags, below last: (bytes: UInt32, index: UInt32)?, _ type: PoolType) -> (bytes: UInt32, index: UInt32)? {
    var best: (bytes: UInt32, index: UInt32)?
    for index in 0..<PoolTags.count {
      guard let bytes = tags.entry(index, type)?.usage.bytes else { continue }
      if let last, bytes > last.bytes || (bytes == last.bytes && index <= last.index) { continue }
      if let found = best, bytes <= found.bytes { continue }
      best = (bytes, index)
    }
    return best
  }

  private func showTag(_ tags: borrowing PoolTags, _ index: UInt32) {
    guard let nonpaged = tags.entry(index, .nonpaged), let paged = tags.entry(index, .paged) else { return }
    print("  \(tag: nonpaged.tag.raw)            ", terminator: "")
    show(nonpaged.usage)
    print("   |     ", terminator: "")
    show(paged.usage)
    print()
  }

  private func show(_ usage: PoolTags.Usage) {
    print("\(usage.allocations, width: 9) \(usage.frees, width: 9) \(usage.bytes, width: 8)", terminator: "")
  }
#endif
