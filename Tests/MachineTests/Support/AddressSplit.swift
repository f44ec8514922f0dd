import Machine

/// Where user space ends and the system begins.
enum AddressSplit: CaseIterable {
  case usual, largeUserSpace

  /// Runs `body` on a processor that has it so: a thread is one.
  func inForce(_ body: () -> Void) {
    switch self {
    case .usual: body()
    case .largeUserSpace: withLargeUserSpace(body)
    }
  }
}

/// Runs `body` as on a machine booted with /3GB. A thread is a processor, and the test goes on on this one.
func withLargeUserSpace(_ body: () -> Void) {
  let before = SystemRegion.systemStart
  SystemRegion.systemStart = VirtualAddress(0xC000_0000)
  defer { SystemRegion.systemStart = before }
  body()
}
