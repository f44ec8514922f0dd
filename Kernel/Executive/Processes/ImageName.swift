#if os(none)
  /// The name of a program, and of the process that runs it: at most 15 bytes. NT: EPROCESS.ImageFileName
  package struct ImageName: Equatable, Sendable {
    package static let capacity = 15
    private var bytes = InlineArray<15, UInt8>(repeating: 0)
    package private(set) var count = 0

    package init() {}
    package init(_ text: StaticString) {
      for index in 0..<text.utf8CodeUnitCount { append(unsafe text.utf8Start[index]) }
    }

    package subscript(index: Int) -> UInt8 { bytes[index] }

    /// What is too long is cut.
    package mutating func append(_ byte: UInt8) {
      guard count < Self.capacity else { return }
      bytes[count] = byte
      count += 1
    }

    package static func == (a: Self, b: Self) -> Bool {
      guard a.count == b.count else { return false }
      for index in 0..<a.count where a.bytes[index] != b.bytes[index] { return false }
      return true
    }
  }

  extension Message.Interpolation {
    /// Aligned left in `width` columns.
    package mutating func appendInterpolation(_ name: ImageName, width: UInt32 = 0) {
      for index in 0..<name.count { Console.write(name[index]) }
      let length = UInt32(truncatingIfNeeded: name.count)
      if length < width { Console.write(0x20, times: width &- length) }
    }
  }
#endif
