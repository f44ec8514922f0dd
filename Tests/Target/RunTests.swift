#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// What the kernel with tests in it does before its prompt, if the command line asks: /TEST, /DISK=NAME, /BENCH, /BENCH=PAGING, /BENCH=RATES or /CRASH=NAME.
  @c(KiRunTests) public func runTests() {
    let text = unsafe bootText
    var position = 0
    while let word = text.word(from: position) {
      if text.match(word, "/TEST") == word.end { run(targetTests.span) }
      if text.match(word, "/DISK=") != nil { runDiskTests(text, word) }
      if text.match(word, "/BENCH") == word.end { runBenchmarks() }
      if text.match(word, "/BENCH=PAGING") == word.end { runPagingBenchmarks() }
      if text.match(word, "/BENCH=RATES") == word.end { measurePagingRates() }
      if text.match(word, "/CRASH=") != nil { provokeBugCheck(text, word) }
      position = word.end
    }
  }

  /// Runs them in their order, says how many passed, and powers off.
  func run(_ tests: Span<TargetTest>) -> Never {
    var (passed, failed) = (UInt32(0), UInt32(0))
    for index in tests.indices {
      let test = tests[index]
      var context = TestContext(test.name)
      test.body(&context)
      context.expectInvariants()
      if context.failures == 0 {
        print("PASS \(test.name)")
        passed += 1
      } else {
        failed += 1
      }
    }
    print("TARGET \(passed) passed, \(failed) failed")
    powerOff(failed == 0 ? .clean : .bugCheck)
  }
#endif
