#if os(none)
  import CNative
  import Native

  /// A run: makes up arguments, calls, and counts what comes back.
  struct Fuzzer: ~Copyable {
    private var random: Random
    private var landscape: Landscape
    private let cells: Cells
    /// By number of the service.
    private var signatures = InlineArray<64, UInt8>(repeating: 0)
    private var counts = InlineArray<64, Count>(repeating: Count())
    private var calls: UInt32 = 0

    private struct Count {
      var calls: UInt32 = 0
      var successes: UInt32 = 0
    }

    /// Nil if there is no memory.
    init?(seed: UInt32) {
      var region = Region(size: allocationGranularity)
      guard Process.current.allocate(&region, [.reserve, .commit], .readWrite).isSuccess else { return nil }
      random = Random(seed: seed)
      cells = Cells(region)
      landscape = Landscape(cells: region)
      for number in 0..<Service.count { signatures[Int(number & 63)] = Signature.index(of: Service(number: number)) }
    }

    mutating func callOne() {
      let number = random.next(Service.count)
      let (service, slot) = (Service(number: number), Int(number & 63))
      let signature = Signature(index: signatures[slot])
      for argument in 0..<service.arguments { (cells.arguments + argument << 2).store(value(signature[argument])) }
      let status = service.call(random.oneIn(64) ? landscape.hostileAddress(&random) : cells.arguments)
      counts[slot].calls &+= 1
      guard status.isSuccess else { return }
      counts[slot].successes &+= 1
      if signature[0] == .process && signature[4] == .allocation { landscape.remember(cells.base.load(), &random) }
    }

    /// How often each service was called, and how often it did what it was asked for.
    func report() {
      for number in 0..<Service.count {
        let count = counts[Int(number & 63)]
        print("  \(Service(number: number).name): \(count.calls) calls, \(count.successes) successes")
      }
    }
  }

  // MARK: Arguments

  extension Fuzzer {
    /// An argument of this kind; once in a while something else.
    private mutating func value(_ kind: Kind) -> UInt32 {
      switch kind {
      case .victim: return victim()
      case .base: return pointer(to: cells.base, holding: landscape.address(&random))
      case .timeout: return max(pointer(to: cells.time, holding: .null), 1)  // null: without end
      case .text: return text()
      default: return random.oneIn(12) ? anything() : likely(kind)
      }
    }

    private mutating func likely(_ kind: Kind) -> UInt32 {
      switch kind {
      case .process: handle()
      case .size: pointer(to: cells.size, holding: Address(size()))
      case .answer: (cells.answers + random.next(256) << 2).raw
      case .memory: random.oneIn(2) ? (cells.answers + random.next(0x8000)).raw : landscape.address(&random).raw
      case .bytes: random.oneIn(2) ? random.next(64) : size()
      case .allocation: random.oneIn(8) ? 1 << random.next(32) | 0x1000 : allocations[Int(random.next(8))]
      case .freeing: 0x4000 << random.next(2)
      case .protection: 1 << random.next(8) | (random.oneIn(8) ? 0x100 << random.next(3) : 0)
      case .zeroBits: random.oneIn(8) ? random.next(32) : 0
      case .information: random.next(40)
      default: anything()
      }
    }

    private mutating func anything() -> UInt32 { landscape.spare(anyNumber()) }

    private mutating func anyNumber() -> UInt32 {
      switch random.next(6) {
      case 0: handle()
      case 1: random.next(64)
      case 2: 1 << random.next(32)
      case 3: UInt32.max &- random.next(64)
      case 4: cells.answers.raw &+ random.next(0x8000)
      default: landscape.address(&random).raw
      }
    }

    /// A place that holds `value`, or one that cannot be read.
    private mutating func pointer(to cell: Address, holding value: Address) -> UInt32 {
      cell.store(value.raw)
      (cell + 4).store(0)
      return random.oneIn(16) ? landscape.hostileAddress(&random).raw : cell.raw
    }

    private mutating func size() -> UInt32 {
      switch random.next(4) {
      case 0: random.next(4)
      case 1: random.next(0x8000)
      case 2: random.next(64) << 12
      default: random.next() >> random.next(32)
      }
    }

    private mutating func handle() -> UInt32 {
      switch random.next(8) {
      case 0: random.next(64) << 2
      case 1: random.next()
      case 2: UInt32.max &- random.next(3)
      default: Process.current.handle
      }
    }

    /// Its upper bit makes it no handle of a table; -1 and -2 are excluded.
    private mutating func victim() -> UInt32 { (random.next() | 0x8000_0000) & ~2 }

    private mutating func text() -> UInt32 {
      let length = random.next(0x1000)
      cells.text.store(length | length << 16)
      (cells.text + 4).store(landscape.hostileAddress(&random).raw)
      return random.oneIn(2) ? cells.text.raw : landscape.hostileAddress(&random).raw
    }
  }

  private let allocations: InlineArray<8, UInt32> = [0x1000, 0x2000, 0x3000, 0x3000, 0x10_3000, 0x20_3000, 0x8_0000, 0x2000_3000]
#endif
