#if os(none)
  import CNative
  import Native

  /// Arguments of each kind.
  extension Fuzzer {
    /// An argument of this kind; of an odd call sometimes something else.
    mutating func value(_ kind: Kind) -> UInt32 {
      let isWrong = isOdd && random.oneIn(4)
      switch kind {
      case .victim: return victimHandle()
      case .closed: return closedHandle()
      case .timeout: return max(isWrong ? unreadablePointer() : stored(0, at: cells.time), 1)  // null: without end
      case .text: return text()
      case .process, .zeroBits, .length, .bytes, .allocation, .freeing, .protection, .flags, .information, .access, .zero, .any:
        return isWrong ? anything() : number(kind)
      case .newBase, .base: return isWrong ? unreadablePointer() : pointer(kind)
      default: return isWrong ? wrongPointer() : pointer(kind)
      }
    }

    private mutating func number(_ kind: Kind) -> UInt32 {
      switch kind {
      case .process: handle()
      case .bytes: region.size
      case .length: lengths[Int(random.next(8))]
      case .allocation: allocations[Int(random.next(16))]
      case .freeing: 0x4000 << random.next(2)
      case .protection: protections[Int(random.next(16))]
      case .flags: random.next(3)
      case .zeroBits: random.oneIn(8) ? random.next(24) : 0
      case .information: informations[Int(random.next(8))]
      case .access: random.oneIn(2) ? 0x1F_0FFF : 1 << random.next(32)
      case .zero: 0
      default: anything()
      }
    }

    private mutating func pointer(_ kind: Kind) -> UInt32 {
      switch kind {
      case .newBase:
        region = random.oneIn(4) ? landscape.part(&random) : newRegion()
        return stored(region.base.raw, at: cells.base)
      case .base:
        if !random.oneIn(3) { latest = landscape.part(&random) }
        region = latest
        return stored(region.base.raw, at: cells.base)
      case .size: return stored(region.size, at: cells.size)
      case .address:
        region = random.oneIn(4) ? answerRegion() : landscape.part(&random)
        return region.base.raw
      case .count: return stored(1 + random.next(64), at: cells.count)
      case .limits: return limits()
      case .attributes: return attributes()
      case .client: return stored(random.oneIn(2) ? random.next(64) << 2 : recentNumber(), at: cells.client)
      default: return (cells.answers + random.next(256) << 2).raw
      }
    }

    /// Memory that is to be allocated.
    private mutating func newRegion() -> Region { Region(size: random.oneIn(16) ? random.next() >> 7 : 1 + random.next(64) << 12) }

    /// Memory that may be read and written, and nothing else.
    private mutating func answerRegion() -> Region { Region(cells.answers + random.next(0x4000), random.next(0x4000)) }

    private func stored(_ value: UInt32, at cell: Address) -> UInt32 {
      cell.store(value)
      (cell + 4).store(0)
      return cell.raw
    }

    // MARK: Wrong ones

    private mutating func anything() -> UInt32 {
      switch random.next(6) {
      case 0: handle()
      case 1: random.next(64)
      case 2: landscape.spare(1 << random.next(32))
      case 3: UInt32.max &- random.next(64)
      case 4: cells.answers.raw &+ random.next(0x8000)
      default: landscape.address(&random).raw
      }
    }

    /// Not there, or only half there: nothing comes from there that must stay, and no time to wait for.
    private mutating func unreadablePointer() -> UInt32 {
      random.oneIn(4) ? cells.region.end.raw &- 1 &- random.next(3) : landscape.hostileAddress(&random).raw
    }

    /// That too, or it is an address that a service may change.
    private mutating func wrongPointer() -> UInt32 {
      switch random.next(4) {
      case 0: cells.region.end.raw &- random.next(32)
      case 1: landscape.address(&random).raw
      default: unreadablePointer()
      }
    }
  }

  private let lengths: InlineArray<8, UInt32> = [4, 8, 24, 28, 28, 32, 44, 48]
  private let informations: InlineArray<8, UInt32> = [0, 0, 1, 1, 2, 3, 4, 39]
  private let allocations: InlineArray<16, UInt32> = [
    0x1000, 0x1000, 0x1000, 0x2000, 0x2000, 0x3000, 0x3000, 0x3000, 0x3000, 0x10_3000, 0x20_3000, 0x20_3000, 0x8_0000, 0x30_2000, 0x2000_3000,
    0x40_2000,
  ]
  private let protections: InlineArray<16, UInt32> = [4, 4, 4, 4, 4, 4, 4, 2, 2, 1, 0x40, 0x20, 0x10, 0x104, 0x102, 0x204]
#endif
