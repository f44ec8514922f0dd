#if os(none)
  import MemoryManager

  /// What a service tells its caller: the status that `body` returned or threw.
  @inline(__always)
  func service(_ body: () throws(Status) -> Status) -> UInt32 {
    do throws(Status) { return try body().raw } catch { return error.raw }
  }
#endif
