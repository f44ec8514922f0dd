#if os(none)
  import CNative
  import Native

  /// A run: makes up arguments, calls, and counts what comes back.
  struct Fuzzer: ~Copyable {
    var random: Random
    var landscape: Landscape
    let cells: Cells
    var victim = Victim()
    /// Handles that NtOpenProcess gave.
    var opened = InlineArray<16, UInt32>(repeating: 0)
    /// Whether the arguments of this call may be wrong.
    var isOdd = false
    /// What this call is about: base and size belong together.
    var region = Region(size: 0)
    /// What an earlier call was about: it may be undone.
    var latest = Region(size: 0)

    /// By number of the service.
    private var signatures = InlineArray<64, UInt8>(repeating: 0)
    private var counts = InlineArray<64, Count>(repeating: Count())

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
      if random.oneIn(64) { victim.start() }
      let number = random.next(Service.count)
      let (service, slot) = (Service(number: number), Int(number & 63))
      let signature = Signature(index: signatures[slot])
      isOdd = random.oneIn(2)
      for argument in 0..<service.arguments { (cells.arguments + argument << 2).store(value(signature[argument])) }
      let first = cells.arguments.load()
      let status = service.call(isOdd && random.oneIn(32) ? landscape.hostileAddress(&random) : cells.arguments)
      counts[slot].calls &+= 1
      guard status.isSuccess else { return }
      counts[slot].successes &+= 1
      note(service, first)
    }

    /// What a call that has succeeded has left behind; `first` was its first argument.
    private mutating func note(_ service: Service, _ first: UInt32) {
      if service.name == "NtAllocateVirtualMemory" { landscape.remember(Region(Address(cells.base.load()), cells.size.load()), &random) }
      if service.name == "NtOpenProcess" { keep(Address(first).load()) }
      if service.name == "NtTerminateProcess" && victim.isNamed(by: first) { victim.bury() }
    }

    private mutating func keep(_ handle: UInt32) {
      let place = Int(random.next(16))
      if !victim.isNamed(by: opened[place]) { Process(handle: opened[place]).close() }
      opened[place] = handle
    }

    /// Ends the victim, and says how often each service was called, and how often it did what it was asked for.
    mutating func finish() {
      victim.end()
      for number in 0..<Service.count {
        let count = counts[Int(number & 63)]
        print("  \(Service(number: number).name): \(count.calls) calls, \(count.successes) successes")
      }
    }
  }
#endif
