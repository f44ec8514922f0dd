#if os(none)
  import Machine
  import MemoryManager

  extension Message.Interpolation {
    /// A status as `STATUS_SUCCESS (0x00000000)`, or the number alone.
    mutating func appendInterpolation(status raw: UInt32) {
      let name = Status(raw: raw).name
      guard name.utf8CodeUnitCount > 0 else { return appendInterpolation(stop: raw) }
      Console.write(name)
      print(" (\(stop: raw))", terminator: "")
    }
  }
#endif
