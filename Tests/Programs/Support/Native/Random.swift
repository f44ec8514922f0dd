#if os(none)
  /// The generator of everything random: Marsaglia's xorshift with 128 bits of state. The seed is shown by who uses it.
  package struct Random {
    private var state: (UInt32, UInt32, UInt32, UInt32)

    package init(seed: UInt32) {
      state = (seed ^ 0x9E37_79B9, 362_436_069, 521_288_629, 88_675_123)
      for _ in UInt32(0)..<16 { _ = next() }
    }

    package mutating func next() -> UInt32 {
      let mixed = state.0 ^ state.0 << 11
      state = (state.1, state.2, state.3, state.3 ^ state.3 >> 19 ^ mixed ^ mixed >> 8)
      return state.3
    }
    /// 0 ..< bound, which is at most 65536.
    package mutating func next(_ bound: UInt32) -> UInt32 { ((next() >> 16) &* bound) >> 16 }
    /// True once in `times`.
    package mutating func oneIn(_ times: UInt32) -> Bool { next(times) == 0 }
  }
#endif
