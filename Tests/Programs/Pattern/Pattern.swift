#if os(none)
  import CNative
  import Native

  /// `pattern MEGABYTES [sequential|reverse|random [SEED]]`: marks pages in that order and finds the marks again, twice.
  @c(pattern) public func pattern(_ text: UInt32, _ length: UInt32) -> UInt32 {
    var arguments = Arguments(text, length)
    guard let megabytes = arguments.number(or: 0), 1...2047 ~= megabytes, let (order, seed) = readOrder(&arguments, pages: megabytes << 8) else {
      return refuse("pattern MEGABYTES [sequential|reverse|random [SEED]]")
    }
    var region = Region(size: megabytes << 20)
    let status = Process.current.allocate(&region, [.reserve, .commit], .readWrite)
    guard status.isSuccess else {
      print("pattern: \(megabytes) MB: \(status)")
      return status.raw
    }
    let marks = PageMarks(seed: seed)
    order.visit { page in marks.write(region.base + page << 12) }
    let wrong = wrongPages(region, order, marks) &+ wrongPages(region, order, marks)
    print("pattern: \(megabytes) MB, \(order.name), seed \(seed): \(wrong) pages wrong")
    return wrong == 0 ? Status.success.raw : Status.unsuccessful.raw
  }

  private func readOrder(_ arguments: inout Arguments, pages: UInt32) -> (PageOrder, seed: UInt32)? {
    let word = arguments.next()
    guard let seed = arguments.number(or: 1) else { return nil }
    if word == nil || word == "sequential" { return (.sequential(pages), seed) }
    if word == "reverse" { return (.reverse(pages), seed) }
    guard word == "random" else { return nil }
    var random = Random(seed: seed)
    return (.random(pages, &random), seed)
  }

  private func wrongPages(_ region: Region, _ order: PageOrder, _ marks: PageMarks) -> UInt32 {
    var wrong: UInt32 = 0
    order.visit { page in if !marks.areIn(region.base + page << 12) { wrong &+= 1 } }
    return wrong
  }
#endif
