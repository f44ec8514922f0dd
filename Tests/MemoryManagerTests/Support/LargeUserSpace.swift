import Machine

/// Runs `body` as on a machine booted with /3GB. A thread is a processor, and the test goes on on this one.
func withLargeUserSpace(_ body: () throws -> Void) rethrows {
  SystemRegion.systemStart = VirtualAddress(0xC000_0000)
  defer { SystemRegion.systemStart = VirtualAddress(0x8000_0000) }
  try body()
}
