import CMachine

/// The order in which locks are taken, outermost first. A lock may be taken only while every lock held has a lower rank.
public enum LockRank: UInt32, Sendable {
  case trimming, addressSpace, workingSet, sections, pagedPool, nonpagedPool, systemPtes, addressSpaces, commitment, pfnDatabase, hyperspace
  case lookaside

  /// Mutexes are held at APC_LEVEL; from the nonpaged pool on, a spin lock raises to DISPATCH_LEVEL.
  /// No one takes a mutex at DISPATCH_LEVEL: paged memory is what mutexes guard.
  var irql: Irql { rawValue < Self.nonpagedPool.rawValue ? .apc : .dispatch }
}

/// A noun that several processors share, and the place of its lock in the order.
public protocol Guarded: ~Copyable {
  static var rank: LockRank { get }
}

/// A noun and the lock that guards it, in memory of their own. The noun can be reached only inside `withLock`.
///
/// A lock is taken at its own IRQL or below: mutexes at APC_LEVEL, spin locks at DISPATCH_LEVEL.
/// Whoever holds a lock neither waits nor touches memory that may fault, so that even a mutex is held for a short and bounded time:
/// waiting for one is a short spin, and on a single processor never even that.
@safe public struct Locked<Noun: Guarded & ~Copyable>: @unchecked Sendable {
  private let address: UInt
  private var word: UnsafeMutablePointer<UInt32> { unsafe UnsafeMutablePointer(bitPattern: address).unsafelyUnwrapped }
  private var noun: UnsafeMutablePointer<Noun> {
    unsafe UnsafeMutablePointer(bitPattern: address &+ UInt(Self.nounOffset)).unsafelyUnwrapped
  }
  private static var nounOffset: Int { max(4, MemoryLayout<Noun>.alignment) }
  /// What a lock and its noun need, rounded so that another can follow.
  public static var bytes: Int { (nounOffset + MemoryLayout<Noun>.size + 15) & ~15 }

  /// The lock and its noun at `address`, which has room for `bytes`, is aligned to 16 and is never moved. `place` comes before any other use.
  @unsafe public init(at address: UInt) { self.address = address }

  /// Puts the noun where it stays.
  public func place(_ noun: consuming Noun) {
    unsafe word.initialize(to: 0)
    unsafe self.noun.initialize(to: noun)
  }

  @inline(__always)
  public func withLock<Result: ~Copyable, Failure: Error>(_ body: (inout Noun) throws(Failure) -> Result) throws(Failure) -> Result {
    let old = acquire()
    defer { release(old) }
    return try unsafe body(&noun.pointee)
  }

  @inline(__always) private func acquire() -> UInt32 {
    let old = cpu_irql()
    #if !os(none)
      precondition(cpu_held_ranks() >> Noun.rank.rawValue == 0, "\(Noun.rank) taken out of order: held \(cpu_held_ranks())")
      precondition(old <= Noun.rank.irql.rawValue, "\(Noun.rank) taken at IRQL \(old), which it would lower")
      cpu_set_held_ranks(cpu_held_ranks() | 1 << Noun.rank.rawValue)
    #endif
    cpu_set_irql(Noun.rank.irql.rawValue)
    if unsafe cpu_exchange(word, 1) != 0 { spin() }
    return old
  }

  /// Another processor is inside.
  @inline(never) private func spin() { while unsafe cpu_exchange(word, 1) != 0 {} }

  @inline(__always) private func release(_ old: UInt32) {
    unsafe cpu_release(word)
    #if os(none)
      Irql.lower(to: old)
    #else
      cpu_set_held_ranks(cpu_held_ranks() & ~(1 << Noun.rank.rawValue))
      cpu_set_irql(old)
    #endif
  }
}
