#if os(none)
  import Native

  /// What one process does: pages that are filled and looked at in some order.
  struct Pattern {
    enum Order { case sequential, reverse, random }

    let pages: UInt32
    let order: Order
    let seed: UInt32

    /// In bytes: more has no room in user space.
    static let largest: UInt32 = 0x7000_0000
    /// In place of a number of processes: says nothing, and the exit status is the number of errors.
    static let copy: StaticString = "copy"
    private static let mostShown: UInt32 = 4

    /// What one of several processes does: their pages together are those of the whole.
    func part(_ index: UInt32, of count: UInt32) -> Self {
      Self(pages: pages / count + (index < pages % count ? 1 : 0), order: order, seed: seed &+ index)
    }

    /// Fills all pages; looks at all of them and fills every third one anew; looks again. Returns how often a page was wrong, or why there is no memory.
    func run() -> Status {
      var region = Region(size: pages * pageSize)
      let status = Process.current.allocate(&region, [.reserve, .commit], .readWrite)
      guard status.isSuccess else { return status }
      let (first, second) = (PageMarks(seed: seed, pass: 1), PageMarks(seed: seed, pass: 2))
      let pageOrder = pageOrder
      var errors: UInt32 = 0
      pageOrder.visit { page in first.write(region.base + page * pageSize) }
      pageOrder.visit { page in
        check(region.base + page * pageSize, first, &errors)
        if page % 3 == 0 { second.write(region.base + page * pageSize) }
      }
      pageOrder.visit { page in check(region.base + page * pageSize, page % 3 == 0 ? second : first, &errors) }
      return Status(errors)
    }

    private var pageOrder: PageOrder {
      switch order {
      case .sequential: return .sequential(pages)
      case .reverse: return .reverse(pages)
      case .random:
        var random = Random(seed: seed)
        return .random(pages, &random)
      }
    }

    private func check(_ page: Address, _ marks: PageMarks, _ errors: inout UInt32) {
      guard let wrong = marks.firstWrong(in: page) else { return }
      errors &+= 1
      if errors <= Self.mostShown { print("pattern: at \(wrong) expected \(hex: marks.mark(wrong)), found \(hex: wrong.load())") }
    }
  }

  extension Pattern.Order {
    /// Sequential if there is no word.
    init?(_ word: Word?) {
      if word == nil || word == "sequential" {
        self = .sequential
      } else if word == "reverse" {
        self = .reverse
      } else if word == "random" {
        self = .random
      } else {
        return nil
      }
    }

    var name: StaticString {
      switch self {
      case .sequential: "sequential"
      case .reverse: "reverse"
      case .random: "random"
      }
    }
  }
#endif
