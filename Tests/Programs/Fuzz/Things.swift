#if os(none)
  import CNative
  import Native

  /// Handles, and what arguments point to.
  extension Fuzzer {
    mutating func handle() -> UInt32 {
      switch random.next(8) {
      case 0: victim.handle
      case 1: opened[Int(random.next(16))]
      case 2: isOdd ? wrongHandle() : Process.current.handle
      default: Process.current.handle
      }
    }

    private mutating func wrongHandle() -> UInt32 {
      switch random.next(3) {
      case 0: random.next(64) << 2
      case 1: random.next()
      default: UInt32.max &- random.next(3)
      }
    }

    /// None of this process: the upper bit makes it no handle of a table, and -1 and -2 are excluded.
    mutating func victimHandle() -> UInt32 {
      switch random.next(4) {
      case 0: victim.handle
      case 1: 0
      default: (random.next() | 0x8000_0000) & ~2
      }
    }

    /// Not the victim's, which would be lost.
    mutating func closedHandle() -> UInt32 {
      let handle = random.oneIn(2) ? opened[Int(random.next(16))] : wrongHandle()
      return victim.isNamed(by: handle) ? 0 : handle
    }

    /// Probably of a process that there is or was.
    mutating func recentNumber() -> UInt32 {
      var information = BasicInformation()
      _ = Process(handle: random.oneIn(2) ? victim.handle : Process.current.handle).basicInformation(&information)
      return information.number
    }

    /// Object attributes without a name, or with one that no program has.
    mutating func attributes() -> UInt32 {
      let place = cells.attributes
      place.fill(0, bytes: 24)
      place.store(24)
      if random.oneIn(2) {
        (place + 8).store(cells.text.raw)
        nameText(Address(cells.answers.raw &+ random.next(64)), random.next(64))
        cells.answers.fill(0x0023_0023, bytes: 128)
      }
      return place.raw
    }

    mutating func limits() -> UInt32 {
      let empties = random.oneIn(4)
      (cells.limits + 8).store(empties ? .max : random.next(100) << 12)
      (cells.limits + 12).store(empties ? .max : random.next(1000) << 12)
      return cells.limits.raw
    }

    mutating func text() -> UInt32 {
      nameText(landscape.hostileAddress(&random), random.oneIn(4) ? 0 : random.next(0x1000))
      return random.oneIn(2) ? cells.text.raw : landscape.hostileAddress(&random).raw
    }

    private func nameText(_ buffer: Address, _ length: UInt32) {
      cells.text.store(length | length << 16)
      (cells.text + 4).store(buffer.raw)
    }
  }
#endif
