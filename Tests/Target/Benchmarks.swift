#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  func runBenchmarks() -> Never { powerOff() }
#endif
