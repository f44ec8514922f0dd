#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// One running test: what it expected and did not find.
  struct TestContext {
    let name: StaticString
    private(set) var failures: UInt32 = 0
    init(_ name: StaticString) { self.name = name }

    /// Says once a test what was expected and what was found.
    mutating func expect(_ found: UInt32, equals expected: UInt32, _ what: StaticString) {
      guard found != expected else { return }
      if failures == 0 { print("FAIL \(name): \(what): expected \(hex: expected), found \(hex: found)") }
      failures += 1
    }
    mutating func expect(_ isTrue: Bool, _ what: StaticString) {
      expect(isTrue ? 1 : 0, equals: 1, what)
    }
    /// Nothing in the memory manager contradicts itself.
    mutating func expectInvariants() {
      guard let violation = memoryManager.checkInvariants() else { return }
      if failures == 0 {
        print("FAIL \(name): \(violation.rule.name) at \(hex: violation.place): expected \(hex: violation.expected), found \(hex: violation.found)")
      }
      failures += 1
    }
  }

  /// A named test.
  struct TargetTest {
    let name: StaticString
    let body: @Sendable (inout TestContext) -> Void
    init(_ name: StaticString, _ body: @escaping @Sendable (inout TestContext) -> Void) {
      self.name = name
      self.body = body
    }
  }
#endif
