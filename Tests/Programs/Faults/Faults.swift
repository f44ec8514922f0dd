#if os(none)
  import CNative
  import Native

  /// `faults KIND`: does one thing that a program may not do, and so ends as a process. `faults` alone lists the kinds.
  @c(faults) public func faults(_ text: UInt32, _ length: UInt32) -> UInt32 {
    var arguments = Arguments(text, length)
    guard let kind = arguments.next() else { return listFaults() }
    for index in 0..<faultTable.count where kind == faultTable[index].name {
      faultTable[index].provoke()
      print("FAIL faults: \(kind) went unnoticed")
      return Status.success.raw
    }
    return refuse("faults KIND; without a kind it lists them")
  }

  private func listFaults() -> UInt32 {
    for index in 0..<faultTable.count { print("\(faultTable[index].name)") }
    return Status.success.raw
  }

  /// A kind of fault.
  struct Fault: Sendable {
    let name: StaticString
    let provoke: @Sendable () -> Void
    init(_ name: StaticString, _ provoke: @escaping @Sendable () -> Void) {
      self.name = name
      self.provoke = provoke
    }
  }

  let faultTable: InlineArray<_, Fault> = [
    Fault("read-null", readNull),
    Fault("write-null", writeNull),
    Fault("execute-null", executeNull),
    Fault("read-kernel", readKernel),
    Fault("write-kernel", writeKernel),
    Fault("execute-kernel", executeKernel),
    Fault("read-page-tables", readPageTables),
    Fault("read-last-byte", readLastByte),
    Fault("read-free", readFree),
    Fault("read-no-access", readNoAccess),
    Fault("write-read-only", writeReadOnly),
    Fault("read-reserved", readReserved),
    Fault("write-reserved", writeReserved),
    Fault("read-decommitted", readDecommitted),
    Fault("read-released", readReleased),
    Fault("touch-guard", touchGuard),
    Fault("overflow-stack", overflowStack),
    Fault("push-on-kernel", pushOnKernel),
    Fault("divide", divide),
    Fault("illegal-instruction", illegalInstruction),
    Fault("breakpoint", breakpoint),
    Fault("disable-interrupts", disableInterrupts),
    Fault("halt", halt),
    Fault("read-port", readPort),
    Fault("load-selector", loadSelector),
  ]
#endif
