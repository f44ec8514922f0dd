#if os(none)
  import CNative
  import Native

  /// `spin [MILLIONS]`: runs without a system call, for ever or for so many million rounds: only the clock takes the processor from it.
  @c(spin) public func spin(_ text: UInt32, _ length: UInt32) -> UInt32 {
    var arguments = Arguments(text, length)
    guard let millions = arguments.number(or: 0) else { return refuse("spin [MILLIONS]") }
    let cell = Address(text).pageBase
    var left = millions
    repeat {
      for _ in UInt32(0)..<1_000_000 { _ = cell.load() }
      left &-= 1
    } while millions == 0 || left > 0
    print("spin: \(millions) million rounds")
    return Status.success.raw
  }
#endif
