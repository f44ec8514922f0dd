#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// What the kernel with tests in it does before its prompt, if the command line asks: /TEST, /BENCH or /CRASH=NAME.
  @c(KiRunTests) public func runTests() {
    let text = unsafe bootText
    var position = 0
    while let word = text.word(from: position) {
      if text.match(word, "/TEST") == word.end { runTargetTests() }
      if text.match(word, "/BENCH") == word.end { runBenchmarks() }
      if text.match(word, "/CRASH=") != nil { provokeBugCheck(text, word) }
      position = word.end
    }
  }

  private func runTargetTests() -> Never {
    var (passed, failed) = (UInt32(0), UInt32(0))
    for index in 0..<targetTests.count {
      let test = targetTests[index]
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
