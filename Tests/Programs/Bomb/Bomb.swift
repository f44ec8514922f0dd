#if os(none)
  import CNative
  import Native

  /// `bomb [GENERATIONS]`: starts copies of itself, which do the same, until a status says no; then waits for them all. After so many
  /// generations (default 3) a copy starts no further ones.
  ///
  /// A copy, which is told so by a second word, says nothing; its exit status is the number of processes that it and its own copies were.
  @c(bomb) public func bomb(_ text: UInt32, _ length: UInt32) -> UInt32 {
    var arguments = Arguments(text, length)
    guard let generations = arguments.number(or: 3) else { return refuse("bomb [GENERATIONS]") }
    let isCopy = arguments.next() != nil
    var copies = Region(size: pageSize)
    var (started, refusal) = (UInt32(0), Process.current.allocate(&copies, .commit, .readWrite))
    while generations > 0 && refusal.isSuccess && started < copies.size >> 2 {
      do throws(Status) {
        let copy = try Process.start("bomb \(generations - 1) copy")
        (copies.base + started << 2).store(copy.handle)
        started &+= 1
      } catch {
        refusal = error
      }
    }
    let total = waitForEnds(copies.base, started)
    if isCopy { return total &+ 1 }
    print("bomb: \(started) copies, \(total) with theirs, then \(refusal)")
    return Status.success.raw
  }

  /// How many processes the copies were with their own copies.
  private func waitForEnds(_ copies: Address, _ count: UInt32) -> UInt32 {
    var total: UInt32 = 0
    for index in 0..<count {
      let copy = Process(handle: (copies + index << 2).load())
      total &+= copy.waitForEnd().raw
      copy.close()
    }
    return total
  }
#endif
