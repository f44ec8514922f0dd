#if os(none)
  import CNative
  import Native

  /// `hog [MEGABYTES] [touch|commit|reserve]`: asks for memory until a status says no, at most so many megabytes (default: as much as there is).
  ///
  /// touch (default): commits 64 KB at a time, marks each page, and finds all marks again at the end. commit: touches nothing.
  /// reserve: one reservation first, then page after page of it is committed and marked.
  @c(hog) public func hog(_ text: UInt32, _ length: UInt32) -> UInt32 {
    var arguments = Arguments(text, length)
    guard let megabytes = arguments.number(or: 3072), megabytes <= 3072 else { return refuse(usage) }
    let limit = megabytes << 20
    let word = arguments.next()
    if word == nil || word == "touch" { return hogPieces(limit, isTouching: true) }
    if word == "commit" { return hogPieces(limit, isTouching: false) }
    if word == "reserve" { return hogReservation(min(limit, 0x4000_0000)) }
    return refuse(usage)
  }

  private let usage: StaticString = "hog [MEGABYTES] [touch|commit|reserve]"
  private let marks = PageMarks(seed: 0x486F_6721)

  // MARK: Pieces

  /// Pieces lie where the kernel finds room; each begins with the address of the one before.
  private func hogPieces(_ limit: UInt32, isTouching: Bool) -> UInt32 {
    var (last, total, status) = (Address.null, UInt32(0), Status.success)
    while total < limit {
      var piece = Region(size: allocationGranularity)
      status = Process.current.allocate(&piece, [.reserve, .commit], .readWrite)
      guard status.isSuccess else { break }
      total &+= piece.size
      if isTouching { mark(piece, last) }
      last = piece.base
    }
    let wrong = isTouching ? wrongPages(from: last) : 0
    return report(total, status, wrong)
  }

  private func mark(_ piece: Region, _ last: Address) {
    piece.forEachPage { marks.write($0) }
    (piece.base + 4).store(last.raw)
  }

  private func wrongPages(from last: Address) -> UInt32 {
    var (piece, wrong) = (last, UInt32(0))
    while piece != .null {
      Region(piece, allocationGranularity).forEachPage { if !marks.areIn($0) { wrong &+= 1 } }
      piece = Address((piece + 4).load())
    }
    return wrong
  }

  // MARK: One reservation

  private func hogReservation(_ limit: UInt32) -> UInt32 {
    var whole = Region(size: limit)
    var status = Process.current.allocate(&whole, .reserve, .readWrite)
    guard status.isSuccess else { return report(0, status, 0) }
    var total: UInt32 = 0
    while total < limit {
      var page = Region(whole.base + total, pageSize)
      status = Process.current.allocate(&page, .commit, .readWrite)
      guard status.isSuccess else { break }
      marks.write(page.base)
      total &+= pageSize
    }
    var wrong: UInt32 = 0
    Region(whole.base, total).forEachPage { if !marks.areIn($0) { wrong &+= 1 } }
    return report(total, status, wrong)
  }

  /// A refusal for want of memory is what the program looks for.
  private func report(_ total: UInt32, _ status: Status, _ wrong: UInt32) -> UInt32 {
    let isExpected = status == .success || status == .commitmentLimit || status == .noMemory
    print("hog: \(total >> 10) KB, then \(status); \(wrong) pages wrong")
    return isExpected && wrong == 0 ? Status.success.raw : Status.unsuccessful.raw
  }
#endif
