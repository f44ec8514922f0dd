import Machine

/// One of a node's two sides, as the offset of its child's address.
struct VadSide: Equatable {
  let offset: UInt32
  static var left: Self { Self(offset: 4) }
  static var right: Self { Self(offset: 8) }
  var opposite: Self { Self(offset: 12 &- offset) }
}

/// How much higher the right subtree of a node is than the left one: two bits. NT: the Balance of MMADDRESS_NODE, -1 to 1
struct VadBalance: Equatable {
  let raw: UInt32
  static var even: Self { Self(raw: 0) }
  static func higher(_ side: VadSide) -> Self { Self(raw: 5 &- side.offset >> 1) }
}

/// The place of a node in its tree.
extension Vad {
  /// Where a node has no child, and the root no parent.
  static func none(_ machine: Machine) -> Vad { Vad(machine, VirtualAddress(0)) }
  var isNone: Bool { address.raw == 0 }
  var orNil: Vad? { isNone ? nil : self }

  /// The word that holds parent and balance.
  private var link: UInt32 {
    get { machine.load32(address) }
    nonmutating set { machine.store32(address, newValue) }
  }
  var parent: Vad {
    get { Vad(machine, VirtualAddress(link & ~3)) }
    nonmutating set { link = newValue.address.raw | link & 3 }
  }
  var balance: VadBalance {
    get { VadBalance(raw: link & 3) }
    nonmutating set { link = link & ~3 | newValue.raw }
  }
  var left: Vad { self[.left] }
  var right: Vad { self[.right] }
  subscript(side: VadSide) -> Vad {
    get { Vad(machine, VirtualAddress(machine.load32(address + side.offset))) }
    nonmutating set { machine.store32(address + side.offset, newValue.address.raw) }
  }
  /// Makes it a leaf below `parent`.
  func becomeLeaf(below parent: Vad) {
    link = parent.address.raw
    self[.left] = Self.none(machine)
    self[.right] = Self.none(machine)
  }
  /// Takes the parent's and the balance's word from `other`, whose place it takes.
  func takeLink(of other: Vad) { link = other.link }
  func side(of child: Vad) -> VadSide { left == child ? .left : .right }

  /// The last node of the subtree on that side.
  func outermost(_ side: VadSide) -> Vad {
    var node = self
    var child = node[side]
    while !child.isNone {
      node = child
      child = node[side]
    }
    return node
  }

  /// The next node of the whole tree on that side, or none.
  func neighbor(_ side: VadSide) -> Vad {
    let child = self[side]
    if !child.isNone { return child.outermost(side.opposite) }
    var node = self
    var parent = node.parent
    while !parent.isNone && parent[side] == node {
      node = parent
      parent = node.parent
    }
    return parent
  }

  // MARK: Gaps

  /// Free pages in front of it.
  var gap: UInt32 {
    get { machine.load32(address + 0x28) }
    nonmutating set { machine.store32(address + 0x28, newValue) }
  }
  /// The most free pages in front of any node of its subtree; 0 of no node.
  var largestGap: UInt32 {
    get { machine.load32(address + 0x2C) }
    nonmutating set { machine.store32(address + 0x2C, newValue) }
  }
  /// What `largestGap` should be, as its children are.
  var largestGapNow: UInt32 {
    var largest = gap
    let (left, right) = (left, right)
    if !left.isNone { largest = max(largest, left.largestGap) }
    if !right.isNone { largest = max(largest, right.largestGap) }
    return largest
  }
}
