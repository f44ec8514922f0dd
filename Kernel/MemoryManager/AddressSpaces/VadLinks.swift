import Machine

/// One of a node's two sides.
struct VadSide: Equatable {
  let index: UInt32
  static var left: Self { Self(index: 0) }
  static var right: Self { Self(index: 1) }
  var opposite: Self { Self(index: 1 &- index) }
}

/// How much higher the right subtree of a node is than the left one: two bits. NT: the Balance of MMADDRESS_NODE, -1 to 1
struct VadBalance: Equatable {
  let raw: UInt32
  static var even: Self { Self(raw: 0) }
  /// 3, which is -1, or 1.
  static func higher(_ side: VadSide) -> Self { Self(raw: 3 &- side.index &* 2) }
}

/// The place of a node in its tree.
extension Vad {
  /// Where a node has no child, and the root no parent.
  static func none(_ machine: Machine) -> Vad { Vad(machine, VirtualAddress(0)) }
  var isNone: Bool { address.raw == 0 }
  var orNil: Vad? { isNone ? nil : self }

  /// The first word.
  var link: (parent: Vad, balance: VadBalance) {
    get {
      let word = machine.load32(address)
      return (Vad(machine, VirtualAddress(word & ~3)), VadBalance(raw: word & 3))
    }
    nonmutating set { machine.store32(address, newValue.parent.address.raw | newValue.balance.raw) }
  }
  var parent: Vad {
    get { link.parent }
    nonmutating set { link = (newValue, link.balance) }
  }
  var balance: VadBalance {
    get { link.balance }
    nonmutating set { link = (link.parent, newValue) }
  }
  var left: Vad { self[.left] }
  var right: Vad { self[.right] }
  subscript(side: VadSide) -> Vad {
    get { Vad(machine, VirtualAddress(machine.load32(address + (4 &+ side.index &* 4)))) }
    nonmutating set { machine.store32(address + (4 &+ side.index &* 4), newValue.address.raw) }
  }
  /// Makes it a leaf below `parent`.
  func becomeLeaf(below parent: Vad) {
    link = (parent, .even)
    self[.left] = Self.none(machine)
    self[.right] = Self.none(machine)
  }
  func side(of child: Vad) -> VadSide { left == child ? .left : .right }

  // MARK: Gaps

  /// Free pages in front of it.
  var gap: UInt32 {
    get { machine.load32(address + 0x28) }
    nonmutating set { machine.store32(address + 0x28, newValue) }
  }
  /// The most free pages in front of any node of its subtree.
  var largestGap: UInt32 {
    get { machine.load32(address + 0x2C) }
    nonmutating set { machine.store32(address + 0x2C, newValue) }
  }
}
