#if os(none)
  import CNative
  import Native

  /// `fuzz [SEED [COUNT]]`: calls every service with arguments at random, half of them nearly right, COUNT times in all.
  ///
  /// Nothing that comes back is wrong, as long as this program and the kernel live. It spares only itself: it does not end itself or wait
  /// without end, and hands out no address in its own image, stack and cells. `fuzz victim` is a second process that it does as it likes with.
  @c(fuzz) public func fuzz(_ text: UInt32, _ length: UInt32) -> UInt32 {
    var arguments = Arguments(text, length)
    let word = arguments.next()
    if word == "victim" { while true { _ = Process.current.waitForEnd() } }
    guard let seed = word == nil ? 1 : word?.number, let count = arguments.number(or: 100_000) else { return refuse("fuzz [SEED [COUNT]]") }
    print("fuzz: seed \(seed), \(count) calls")
    guard var fuzzer = Fuzzer(seed: seed) else { return Status.noMemory.raw }
    for _ in 0..<count { fuzzer.callOne() }
    fuzzer.finish()
    print("PASS fuzz: seed \(seed), \(count) calls")
    return Status.success.raw
  }
#endif
