#if os(none)
  import CNative
  import Native

  /// `thrash SIZE [ROUNDS]`: touches so many bytes of memory (K or M may be behind the number) page by page, each round in an order of its own that follows
  /// no pattern, and says after each quarter of a round how far it is. Each page counts how often it was touched. Without ROUNDS it goes on for ever.
  @c(thrash) public func thrash(_ text: UInt32, _ length: UInt32) -> UInt32 {
    var arguments = Arguments(text, length)
    guard let bytes = arguments.next()?.size, 65_536...0x7000_0000 ~= bytes, let rounds = arguments.number(or: 0) else {
      return refuse("thrash SIZE [ROUNDS]")
    }
    var region = Region(size: bytes & ~(pageSize - 1))
    let status = Process.current.allocate(&region, [.reserve, .commit], .readWrite)
    guard status.isSuccess else {
      print("thrash: \(region.size >> 10) KB: \(status)")
      return status.raw
    }
    var information = BasicInformation()
    guard Process.current.basicInformation(&information).isSuccess else { return Status.unsuccessful.raw }
    return Thrasher(region: region, number: information.number).run(rounds)
  }

  private struct Thrasher {
    let region: Region
    /// Of the process, which tells it from the others.
    let number: UInt32
    private var pages: UInt32 { region.size / pageSize }

    init(region: Region, number: UInt32) {
      self.region = region
      self.number = number
    }

    /// Returns the exit status: not successful if any page was not as it was left.
    func run(_ rounds: UInt32) -> UInt32 {
      var (round, errors) = (UInt32(0), UInt32(0))
      var random = Random(seed: number)
      while rounds == 0 || round < rounds {
        touchAll(.random(pages, &random), round, &errors)
        round &+= 1
      }
      print("thrash \(hex: number): \(round) rounds of \(pages) pages, \(errors) errors")
      return errors == 0 ? Status.success.raw : Status.unsuccessful.raw
    }

    private func touchAll(_ order: PageOrder, _ round: UInt32, _ errors: inout UInt32) {
      var touched: UInt32 = 0
      order.visit { page in
        let count = region.base + page * pageSize
        if count.load() != expected(page, round) { errors &+= 1 }
        count.store(expected(page, round &+ 1))
        touched &+= 1
        if touched % (pages / 4) == 0 { print("thrash \(hex: number): round \(round), \(touched) of \(pages) pages, \(errors) errors") }
      }
    }

    /// What is in a page that was touched so often; nothing yet at the beginning.
    private func expected(_ page: UInt32, _ touches: UInt32) -> UInt32 { touches == 0 ? 0 : (page << 12 ^ number) &+ touches }
  }
#endif
