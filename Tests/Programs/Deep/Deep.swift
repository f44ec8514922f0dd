#if os(none)
  import CNative
  import Native

  /// `deep [KB]`: recurses until so much of its stack is in use (default 960 of 1024 KB), page by page through the guard page, and finds
  /// on the way back that every level kept its number. With more than there is it ends by STATUS_STACK_OVERFLOW.
  @c(deep) public func deep(_ text: UInt32, _ length: UInt32) -> UInt32 {
    var arguments = Arguments(text, length)
    guard let kilobytes = arguments.number(or: 960) else { return refuse("deep [KB]") }
    let top = Address(native_esp())
    let limit = kilobytes < top.raw >> 10 ? top.raw &- kilobytes << 10 : 0
    let wrong = descend(to: limit, level: 1)
    if wrong > 0 { print("FAIL deep: \(wrong) levels lost their number") } else { print("PASS deep: \(kilobytes) KB of stack") }
    return wrong == 0 ? Status.success.raw : Status.unsuccessful.raw
  }

  /// How many levels from this one on did not find their number again.
  @inline(never) private func descend(to limit: UInt32, level: UInt32) -> UInt32 {
    var marks = InlineArray<16, UInt32>(repeating: level)
    return unsafe withUnsafeMutablePointer(to: &marks) { frame in
      let mark = Address(UInt32(UInt(bitPattern: frame)))
      mark.store(level &* 0x9E37_79B9)
      let wrong = mark.raw > limit ? descend(to: limit, level: level &+ 1) : 0
      return wrong &+ (mark.load() == level &* 0x9E37_79B9 ? 0 : 1)
    }
  }
#endif
