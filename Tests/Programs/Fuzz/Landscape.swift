#if os(none)
  import CNative
  import Native

  /// Where things are in the address space: what was allocated, and what must stay.
  struct Landscape {
    private var recent = InlineArray<64, Region>(repeating: Region(size: 0))
    /// The image, the stack and the cells, each with a gap around it in which nothing can be, so that no access runs into it.
    private let kept: InlineArray<4, Region>

    init(cells: Region) {
      let image = Region(Address(0x0040_0000), native_program_end() &- 0x0040_0000)
      let lowest = Region(.null, allocationGranularity)
      var page = Region(Address(1), pageSize)
      _ = Process.current.allocate(&page, .reserve, .noAccess)
      kept = [lowest, Self.fence(image), Self.fence(Self.allocation(around: Address(native_esp()))), Self.fence(cells)]
    }

    private static func allocation(around address: Address) -> Region {
      var found = MemoryInformation()
      guard Process.current.query(address, &found).isSuccess else { return Region(address.pageBase, pageSize) }
      let start = found.allocationBase
      while found.allocationBase == start, Process.current.query(found.base + found.size, &found).isSuccess {}
      return Region(start, found.base - start)
    }

    /// Reserves the 64 KB on both sides, if they are free; returns all of it.
    private static func fence(_ region: Region) -> Region {
      let end = (region.end + (allocationGranularity - 1)).raw & ~(allocationGranularity - 1)
      var (before, behind) = (Region(Address(region.base.raw &- allocationGranularity), 1), Region(Address(end), 1))
      _ = Process.current.allocate(&before, .reserve, .noAccess)
      _ = Process.current.allocate(&behind, .reserve, .noAccess)
      return Region(before.base, end &- before.base.raw &+ allocationGranularity)
    }

    /// Takes the place of one that was known before, which is released.
    mutating func remember(_ region: Region, _ random: inout Random) {
      guard !isKept(region.base.raw), !isKept(region.end.raw &- 1) else { return }
      let place = Int(random.next(64))
      if recent[place].size > 0 { Process.current.release(recent[place].base) }
      recent[place] = region
    }

    /// A part of what is known: whole pages or not, from its first page on or not, and sometimes beyond its end.
    func part(_ random: inout Random) -> Region {
      let whole = recent[Int(random.next(64))]
      guard whole.size > 0 else { return whole }
      switch random.next(6) {
      case 0: return whole
      case 1: return Region(whole.base, 0)
      case 2: return Region(whole.base + random.next(0x2000), 1 + random.next(0x4000))
      default:
        let pages = min(whole.size >> 12, 0xFFFF)
        let first = random.next(pages)
        return Region(whole.base + first << 12, 1 + random.next(max(pages, 1) - first) << 12)
      }
    }

    private func isKept(_ address: UInt32) -> Bool {
      for index in kept.indices where address &- kept[index].base.raw < kept[index].size { return true }
      return false
    }

    /// An address to work with; none that must stay.
    mutating func address(_ random: inout Random) -> Address {
      let address: UInt32
      switch random.next(8) {
      case 0: address = 0
      case 1: address = random.next()
      case 2: address = random.next() & 0x7FFF_F000
      case 3: return hostileAddress(&random)
      case 4: address = recent[Int(random.next(64))].base.raw
      default: address = recent[Int(random.next(64))].base.raw &+ random.next(0x8000)
      }
      return Address(spare(address))
    }

    /// A number as an argument: 0 instead of an address that must stay.
    func spare(_ number: UInt32) -> UInt32 { isKept(number) ? 0 : number }

    /// An address at which nothing of a program can be.
    func hostileAddress(_ random: inout Random) -> Address {
      switch random.next(8) {
      case 0: .null
      case 1: Address(random.next(64))
      case 2: Address(0xFFFF_FFFF &- random.next(64))
      case 3: Address(0xC000_0000 &+ random.next(0x1000))
      case 4: Address(0x7FFF_0000 &+ random.next(0x1_0000))
      default: Address(random.next() | 0x8000_0000)
      }
    }
  }
#endif
