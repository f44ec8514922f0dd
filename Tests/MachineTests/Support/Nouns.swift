import Machine

/// Something to lock at each of three ranks.
struct Outer: Guarded {
  static var rank: LockRank { .workingSet }
  var value = 0
}
struct Middle: Guarded {
  static var rank: LockRank { .nonpagedPool }
  var value = 0
}
struct Inner: Guarded {
  static var rank: LockRank { .pfnDatabase }
  var value = 0
}

extension Locked {
  /// A lock in memory of its own, which is never given back.
  static func make(_ noun: consuming Noun) -> Locked {
    let room = UnsafeMutableRawPointer.allocate(byteCount: Locked.bytes, alignment: 16)
    let lock = unsafe Locked(at: UInt(bitPattern: room))
    lock.place(noun)
    return lock
  }
}
