#if os(none)
  import CNative
  import Native

  /// `pattern SIZE [sequential|reverse|random [PROCESSES [SEED]]]`: fills so many bytes of memory, page by page in that order, and finds every page as it
  /// was written. SIZE may have K or M behind it. It is divided among up to 16 copies of the program, which run at once and each have a pattern of
  /// their own. The last line is `pattern: N pages, 0 errors`, or how many pages were not as they should be.
  @c(pattern) public func pattern(_ text: UInt32, _ length: UInt32) -> UInt32 {
    var arguments = Arguments(text, length)
    guard let bytes = arguments.next()?.size, 1...Pattern.largest ~= bytes, let order = Pattern.Order(arguments.next()) else { return usage() }
    let pages = (bytes + pageSize - 1) / pageSize
    let word = arguments.next()
    let isCopy = word == Pattern.copy
    guard let processes = word == nil || isCopy ? 1 : word?.number, 1...16 ~= processes, let seed = arguments.number(or: 1) else { return usage() }
    let one = Pattern(pages: pages, order: order, seed: seed)
    if isCopy { return one.run().raw }
    return report(pages, processes == 1 ? one.run() : runCopies(one, min(processes, pages)))
  }

  private func usage() -> UInt32 { refuse("pattern SIZE [sequential|reverse|random [PROCESSES [SEED]]]") }

  /// The outcome of one: how many pages were wrong, or the status that there was no memory with.
  private func report(_ pages: UInt32, _ outcome: Status) -> UInt32 {
    guard outcome.isSuccess else {
      print("pattern: \(pages) pages: \(outcome)")
      return outcome.raw
    }
    print("pattern: \(pages) pages, \(outcome.raw) errors")
    return outcome == .success ? Status.success.raw : Status.unsuccessful.raw
  }

  // MARK: Copies

  /// The pages of a copy that did not do its work to the end count as wrong.
  private func runCopies(_ whole: Pattern, _ count: UInt32) -> Status {
    var copies = InlineArray<16, UInt32>(repeating: 0)
    var errors: UInt32 = 0
    for index in 0..<count { copies[Int(index)] = start(whole.part(index, of: count)) }
    for index in 0..<count {
      let copy = Process(handle: copies[Int(index)])
      let status = copy.handle == 0 ? Status.unsuccessful : copy.waitForEnd()
      if status.isSuccess { errors &+= status.raw } else { errors &+= whole.part(index, of: count).pages }
      guard copy.handle != 0 else { continue }
      if !status.isSuccess { print("pattern: copy \(index + 1) ended with \(status)") }
      copy.close()
    }
    return Status(errors)
  }

  /// The handle of the process; 0 if there is none.
  private func start(_ part: Pattern) -> UInt32 {
    do throws(Status) {
      return try Process.start("pattern \(part.pages << 2)K \(part.order.name) \(Pattern.copy) \(part.seed)").handle
    } catch {
      print("pattern: a copy was not started: \(error)")
      return 0
    }
  }
#endif
