#if os(none)
  import CNative
  import Native

  /// An operation is measured so often, and the least is what it costs: the clock's interrupts fall into some rounds.
  let rounds: UInt32 = 5

  /// The instructions of `body`, under QEMU's -icount.
  @inline(__always)
  func instructions(_ body: () -> Void) -> UInt32 {
    let start = native_rdtsc_low()
    body()
    return native_rdtsc_low() &- start &- 1
  }

  /// The least of what `round` returns.
  @inline(__always)
  func leastOfRounds(_ round: () -> UInt32) -> UInt32 {
    var least = UInt32.max
    for _ in 0..<rounds { least = min(least, round()) }
    return least
  }

  /// What one of 100 runs of `body` costs, without the loop.
  @inline(__always)
  func measure(_ operation: StaticString, _ body: () -> Void) {
    let count: UInt32 = 100
    let empty = instructions { repeated(count) {} }
    report(operation, leastOfRounds { instructions { repeated(count, body) } &- empty }, of: count)
  }

  @inline(__always)
  private func repeated(_ count: UInt32, _ body: () -> Void) {
    for _ in 0..<count {
      body()
      native_compiler_barrier()
    }
  }

  func report(_ operation: StaticString, _ spent: UInt32, of count: UInt32 = 1) {
    print("BENCH\t\(operation)\t\((spent &+ count / 2) / count)")
  }
#endif
