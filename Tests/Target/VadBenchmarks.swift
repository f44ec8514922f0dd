#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// Ranges of one page, 32 KB apart, in an order that follows no pattern: one more comes, is found and goes, with so many there.
  func benchmarkVads() {
    benchmarkVads(10, "VAD insert, 10 ranges", "VAD find, 10 ranges", "VAD remove, 10 ranges")
    benchmarkVads(1000, "VAD insert, 1,000 ranges", "VAD find, 1,000 ranges", "VAD remove, 1,000 ranges")
    benchmarkVads(100_000, "VAD insert, 100,000 ranges", "VAD find, 100,000 ranges", "VAD remove, 100,000 ranges")
  }

  private func benchmarkVads(_ count: UInt32, _ insert: StaticString, _ find: StaticString, _ remove: StaticString) {
    let probes: UInt32 = 100
    let bytes = (count + probes) * Vad.bytes
    guard let block = allocatePool(.nonpaged, bytes: bytes, tag: "Bnch") else { return print("no memory for \(insert)") }
    var tree = VadTree(machine: Machine(), lowest: 0x10, highest: 0xF_FFFF)
    let room = count + probes
    for index in 0..<count { tree.insert(range(block, index, of: room)) }
    cpu_cli()
    let spent = (
      insert: cycles(probes) { tree.insert(range(block, count + $0, of: room)) },
      find: cycles(probes) { _ = tree.find(range(block, count + $0).start) },
      remove: cycles(probes) { tree.remove(range(block, count + $0)) }
    )
    let description = cycles(probes) { _ = range(block, count + $0, of: room) }
    cpu_sti()
    report(insert, (spent.insert - description) / probes)
    report(find, spent.find / probes)
    report(remove, spent.remove / probes)
    freePool(block, tag: "Bnch")
  }

  private func range(_ block: VirtualAddress, _ index: UInt32) -> Vad { Vad(Machine(), block + index * Vad.bytes) }

  /// Range `index`, at a place of its own among `room`.
  private func range(_ block: VirtualAddress, _ index: UInt32, of room: UInt32) -> Vad {
    let vad = range(block, index)
    // 65,521 is a prime: every index has another place.
    let place = index &* 65_521 % room
    let page = 0x10 + place &* 8
    vad.initialize(start: page, end: page, protection: .readWrite)
    return vad
  }

  @inline(__always)
  private func cycles(_ count: UInt32, _ body: (UInt32) -> Void) -> UInt32 {
    let start = cpu_rdtsc_low()
    for index in 0..<count { body(index) }
    return cpu_rdtsc_low() - start
  }
#endif
