import Machine
import Testing

@testable import MemoryManager

/// What is wrong with a tree is seen, and the check comes to an end.
@Suite struct VadInvariantTests {
  /// Seven ranges, whose tree is complete: 4 at the root, 2 and 6 below it.
  private let bench = VadBench()
  private let vads: [Vad]
  init() {
    let bench = bench
    vads = (1...7).map { bench.insert($0 * 0x40, $0 * 0x40 + 0xF) }
    #expect(bench.isSound && bench.root == vads[3])
  }

  /// True if the tree is seen to be damaged with that word of the node, and sound again without.
  private func isSeen(_ node: Int, _ offset: UInt32, _ value: UInt32) -> Bool {
    let (machine, place) = (bench.bed.machine, vads[node].address + offset)
    let old = machine.load32(place)
    machine.store32(place, value)
    let isSound = bench.isSound
    machine.store32(place, old)
    return !isSound && bench.isSound
  }
  private func address(_ node: Int) -> UInt32 { vads[node].address.raw }

  @Test func parentAndBalance() {
    #expect(isSeen(3, 0, address(0)) && isSeen(1, 0, address(2)) && isSeen(0, 0, address(3)) && isSeen(2, 0, address(3)))
    for balance in 1...3 as ClosedRange<UInt32> {
      #expect(isSeen(3, 0, balance) && isSeen(1, 0, address(3) | balance) && isSeen(6, 0, address(5) | balance))
    }
  }

  @Test func children() {
    // To itself, to the parent, to a cousin, to none.
    for child in [1, 3, 4] { #expect(isSeen(1, 4, address(child)) && isSeen(1, 8, address(child))) }
    for offset in [4, 8] as [UInt32] { #expect(isSeen(3, offset, 0) && isSeen(1, offset, 0) && isSeen(0, offset, address(3))) }
  }

  @Test func order() {
    #expect(isSeen(2, 0x0C, 0x90) && isSeen(2, 0x10, 0x100) && isSeen(2, 0x10, 0xBF))
    #expect(isSeen(3, 0x0C, 0x300) && isSeen(0, 0x10, 0x3F))
  }

  @Test func gaps() {
    for node in 0..<7 {
      let (gap, largest) = (vads[node].gap, vads[node].largestGap)
      #expect(isSeen(node, 0x28, gap + 16) && isSeen(node, 0x28, 0) && isSeen(node, 0x2C, largest + 16) && isSeen(node, 0x2C, 0))
    }
  }

  /// A range whose pages were changed behind the back of the tree, where no gap changes.
  @Test func hint() {
    _ = bench.find(0x40)
    #expect(isSeen(0, 0x10, 0x4E) && isSeen(0, 0x10, 0x48))
    #expect(!isSeen(1, 0x10, 0x8E))
  }

  /// A node too many and one too few, each with all else right.
  @Test func count() {
    let other = VadBench()
    let root = other.insert(0x40, 0x4F)
    let leaf = other.make(0x80, 0x8F)
    func hang(_ child: Vad, _ balance: VadBalance) {
      root[.right] = child
      root.balance = balance
    }
    leaf.parent = root
    leaf.gap = 0x30
    leaf.largestGap = 0x30
    hang(leaf, .higher(.right))
    #expect(!other.isSound)
    hang(.none(other.bed.machine), .even)
    #expect(other.isSound)
    other.insert(0x60, 0x6F)
    _ = other.find(0x40)
    hang(.none(other.bed.machine), .even)
    #expect(!other.isSound)
  }
}
