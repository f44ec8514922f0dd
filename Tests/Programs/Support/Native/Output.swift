#if os(none)
  import CNative

  /// The line that is being written: it is shown as a whole, so that lines of several processes do not mix.
  enum Output {
    nonisolated(unsafe) private static var text = InlineArray<200, UInt16>(repeating: 0)
    nonisolated(unsafe) private static var count: UInt16 = 0

    @inline(never) static func write(_ byte: UInt8) {
      if unsafe count == 200 { flush() }
      unsafe text[Int(count)] = UInt16(byte)
      unsafe count &+= 1
    }

    @inline(never) static func write(_ text: StaticString) {
      for index in 0..<text.utf8CodeUnitCount { write(unsafe text.utf8Start[index]) }
    }

    /// Shows what was written so far.
    @inline(never) static func flush() { unsafe take { line in unsafe _ = NtDisplayString(line) } }

    /// Calls `body` with what was written so far, and begins a new line.
    static func take(_ body: (UnsafePointer<UnicodeString>) -> Void) {
      unsafe withUnsafePointer(to: &text) { line in
        let buffer = unsafe UnsafeRawPointer(line).assumingMemoryBound(to: UInt16.self)
        var string = unsafe UnicodeString(length: count &* 2, maximumLength: count &* 2, buffer: buffer)
        unsafe body(&string)
      }
      unsafe count = 0
    }
  }
#endif
