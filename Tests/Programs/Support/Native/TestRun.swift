#if os(none)
  /// The tests of one program: a `PASS name` or `FAIL name: why` line each, and `program: N passed, N failed` at the end.
  package struct TestRun: ~Copyable {
    private let program: StaticString
    private var test: StaticString = ""
    private var failures: UInt32 = 0
    private var passed: UInt32 = 0
    private var failed: UInt32 = 0

    package init(_ program: StaticString) { self.program = program }

    @inline(never) package mutating func run(_ name: StaticString, _ body: (inout TestRun) -> Void) {
      test = name
      failures = 0
      body(&self)
      if failures == 0 {
        print("PASS \(name)")
        passed += 1
      } else {
        failed += 1
      }
    }

    /// Says once a test what was expected and what was found.
    @inline(never) package mutating func expect(_ found: UInt32, equals expected: UInt32, _ what: StaticString) {
      guard found != expected else { return }
      if failures == 0 { print("FAIL \(test): \(what): expected \(hex: expected), found \(hex: found)") }
      failures += 1
    }
    package mutating func expect(_ found: Status, _ expected: Status, _ what: StaticString) { expect(found.raw, equals: expected.raw, what) }
    package mutating func expect(_ isTrue: Bool, _ what: StaticString) { expect(isTrue ? 1 : 0, equals: 1, what) }
    @inline(never) package mutating func expect(_ found: Region, _ base: UInt32, _ size: UInt32, _ what: StaticString) {
      expect(found.base.raw, equals: base, what)
      expect(found.size, equals: size, what)
    }

    /// The summary line; returns the program's exit status.
    package consuming func finish() -> UInt32 {
      print("\(program): \(passed) passed, \(failed) failed")
      return failed == 0 ? Status.success.raw : Status.unsuccessful.raw
    }
  }
#endif
