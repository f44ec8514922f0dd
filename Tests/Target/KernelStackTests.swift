#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// The page below a stack is not mapped: of this thread's, and of a new one.
  func testKernelStacksHaveAGuardPage(_ t: inout TestContext) {
    let thread = currentThread
    t.expect(mmIsAddressValid(thread.object.stackLimit.raw), "the lowest byte of this stack is mapped")
    t.expect(!mmIsAddressValid(thread.object.stackLimit.raw - 1), "the byte below is not")
    guard let top = try? memoryManager.createKernelStack() else { return t.expect(false, "a stack") }
    let bytes = MemoryManager.kernelStackPages << 12
    t.expect(bytes, equals: 12 << 10, "bytes of a stack")
    for page in UInt32(1)...MemoryManager.kernelStackPages { t.expect(mmIsAddressValid(top.raw - page << 12), "a page of it is mapped") }
    t.expect(!mmIsAddressValid(top.raw - bytes - 1), "its guard page is not")
    t.expect(probeCopy(to: VirtualAddress(top.raw - bytes - 4), from: VirtualAddress(top.raw - 8), bytes: 8), equals: 8, "bytes not written below it")
    Pattern.write(VirtualAddress(top.raw - bytes), bytes: bytes, seed: 9)
    t.expect(Pattern.differences(VirtualAddress(top.raw - bytes), bytes: bytes, seed: 9), equals: 0, "dwords of it that are not as written")
    memoryManager.deleteKernelStack(top: top)
    t.expect(!mmIsAddressValid(top.raw - 4), "it is gone when it was deleted")
  }

  func testKernelStacksLeakNothing(_ t: inout TestContext) {
    t.expectNothingKept { t in
      for _ in 0..<200 {
        guard let first = try? memoryManager.createKernelStack(), let second = try? memoryManager.createKernelStack() else {
          return t.expect(false, "two stacks")
        }
        memoryManager.deleteKernelStack(top: first)
        memoryManager.deleteKernelStack(top: second)
      }
    }
  }

  /// Until there is no memory or no address space for another; all are given back. A stack's lowest dword links to the stack before.
  func testKernelStacksRunOutAndRecover(_ t: inout TestContext) {
    t.expectNothingKept { t in
      let bytes = MemoryManager.kernelStackPages << 12
      var (last, count) = (UInt32(0), UInt32(0))
      while let top = try? memoryManager.createKernelStack() {
        Machine().store32(VirtualAddress(top.raw - bytes), last)
        last = top.raw
        count += 1
      }
      t.expect(count > 100, "more than 100 stacks")
      t.expect(createThread(name: "Test", priority: 9, body: { _ in }) == nil, "there is no stack for another thread")
      while last != 0 {
        let top = VirtualAddress(last)
        last = Machine().load32(VirtualAddress(top.raw - bytes))
        memoryManager.deleteKernelStack(top: top)
      }
    }
  }
#endif
