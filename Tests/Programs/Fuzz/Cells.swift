#if os(none)
  import Native

  /// The memory that arguments are in and point to. Behind it is nothing.
  struct Cells {
    let region: Region
    init(_ region: Region) { self.region = region }

    var arguments: Address { region.base }
    var base: Address { region.base + 0x100 }
    var size: Address { region.base + 0x108 }
    var time: Address { region.base + 0x110 }
    var text: Address { region.base + 0x118 }
    var attributes: Address { region.base + 0x120 }
    var client: Address { region.base + 0x140 }
    var limits: Address { region.base + 0x148 }
    var count: Address { region.base + 0x168 }
    /// From here on services may write what they like.
    var answers: Address { region.base + 0x200 }
  }
#endif
