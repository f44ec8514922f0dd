import Foundation
import Machine
import Testing

@Suite struct LockedTests {
  @Test func theNounIsReachedAndKept() {
    let lock = Locked.make(Outer(value: 5))
    lock.withLock { $0.value += 1 }
    #expect(lock.withLock { $0.value } == 6)
    #expect(Locked<Outer>.bytes % 16 == 0)
    #expect(Locked<Outer>.bytes >= 4 + MemoryLayout<Outer>.size)
  }

  @Test func severalThreadsTakeTurns() {
    let lock = Locked.make(Inner())
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      for _ in 0..<20_000 { lock.withLock { $0.value += 1 } }
    }
    #expect(lock.withLock { $0.value } == 80_000)
  }

  @Test func ascendingRanksNest() {
    let (outer, middle, inner) = (Locked.make(Outer()), Locked.make(Middle()), Locked.make(Inner()))
    outer.withLock { _ in middle.withLock { _ in inner.withLock { $0.value = 1 } } }
    // And again: every rank was let go.
    outer.withLock { _ in inner.withLock { $0.value += 1 } }
    inner.withLock { $0.value += 1 }
    outer.withLock { $0.value = 1 }
    #expect(inner.withLock { $0.value } == 3)
  }

  @Test func ranksAreInTheDocumentedOrder() {
    let order: [LockRank] = [.addressSpace, .workingSet, .sections, .pagedPool, .nonpagedPool, .systemPtes, .commitment, .pfnDatabase]
    #expect(order.map(\.rawValue) == order.map(\.rawValue).sorted())
  }

  // MARK: Order violations stop

  @Test func takingALowerRankStops() async {
    await #expect(processExitsWith: .failure) {
      let (outer, inner) = (Locked.make(Outer()), Locked.make(Inner()))
      inner.withLock { _ in outer.withLock { _ in } }
    }
  }
  @Test func takingTheSameRankStops() async {
    await #expect(processExitsWith: .failure) {
      let (one, other) = (Locked.make(Inner()), Locked.make(Inner()))
      one.withLock { _ in other.withLock { _ in } }
    }
  }
  @Test func takingALockTwiceStops() async {
    await #expect(processExitsWith: .failure) {
      let lock = Locked.make(Inner())
      lock.withLock { _ in lock.withLock { _ in } }
    }
  }

  // MARK: The interrupt request level

  @Test func mutexesAreHeldAtApcAndSpinLocksAtDispatchLevel() {
    let (outer, middle, inner) = (Locked.make(Outer()), Locked.make(Middle()), Locked.make(Inner()))
    #expect(Irql.current == 0)
    outer.withLock { _ in
      #expect(Irql.current == 1)
      middle.withLock { _ in #expect(Irql.current == 2) }
      #expect(Irql.current == 1)
    }
    inner.withLock { _ in #expect(Irql.current == 2) }
    #expect(Irql.current == 0)
  }

  /// Taking a lock above its own level would let in what the level keeps out.
  @Test func takingALockAboveItsLevelIsTrapped() async {
    await #expect(processExitsWith: .failure) {
      let lock = Locked.make(Inner())
      _ = Irql.raise(to: .device)
      lock.withLock { _ in }
    }
    await #expect(processExitsWith: .failure) {
      let lock = Locked.make(Outer())
      _ = Irql.raise(to: .dispatch)
      lock.withLock { _ in }
    }
  }
}
