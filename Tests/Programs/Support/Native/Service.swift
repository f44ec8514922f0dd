#if os(none)
  import CNative

  /// One of NT's services, by its number: for programs that call them all.
  package struct Service: Sendable {
    package let number: UInt32
    package init(number: UInt32) { self.number = number }

    package static var count: UInt32 { native_services() }
    /// How many dwords of arguments it takes.
    package var arguments: UInt32 { native_arguments(number) }

    /// Calls it with arguments from `address` on, wherever that is.
    package func call(_ address: Address) -> Status { Status(native_call(number, address.raw)) }

    package var name: Word {
      var start = Address(native_names())
      for _ in 0..<number { start = Self.end(start) + 1 }
      return Word(start: start, length: Self.end(start) - start)
    }

    private static func end(_ name: Address) -> Address {
      var end = name
      while end.loadByte() != 0 { end = end + 1 }
      return end
    }
  }
#endif
