#if os(none)
  import CNative
  import Native

  /// `fuzz SEED COUNT`: calls every service with arguments at random, some of them nearly right, COUNT times in all.
  ///
  /// Nothing that comes back is wrong, as long as this program and the kernel live. It spares only itself: it does not end itself or wait
  /// without end, and hands out no address in its own image, stack and cells.
  @c(fuzz) public func fuzz(_ text: UInt32, _ length: UInt32) -> UInt32 {
    var arguments = Arguments(text, length)
    guard let seed = arguments.number(or: 1), let count = arguments.number(or: 100_000) else { return refuse("fuzz SEED COUNT") }
    print("fuzz: seed \(seed), \(count) calls")
    guard var fuzzer = Fuzzer(seed: seed) else { return Status.noMemory.raw }
    let part = max(count / 10, 1)
    for call in 0..<count {
      fuzzer.callOne()
      if call % part == part - 1 { print("fuzz: seed \(seed), \(call + 1) calls so far") }
    }
    fuzzer.report()
    print("PASS fuzz: seed \(seed), \(count) calls")
    return Status.success.raw
  }
#endif
