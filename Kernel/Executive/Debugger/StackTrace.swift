#if os(none)
  import CMachine
  import Machine

  /// The callers of a function, found by the chain of saved frame pointers.
  enum StackTrace {
    /// Enough to see where a recursion comes from.
    private static let mostFrames: UInt32 = 40

    /// Writes a line for each function from the one at `instruction` outwards. A chain that is broken ends the trace; it never faults.
    @inline(never) static func write(instruction: VirtualAddress, framePointer: VirtualAddress) {
      writeHeader()
      print("\(framePointer) \(returnAddress(from: framePointer)) \(symbol: instruction)")
      writeCallers(of: framePointer)
    }

    /// The same for a thread that is not running, from a frame on its stack on.
    @inline(never) static func write(from frame: VirtualAddress) {
      writeHeader()
      writeCallers(of: frame)
    }

    private static func writeHeader() { print("ChildEBP RetAddr  Symbol") }

    @inline(never) private static func writeCallers(of first: VirtualAddress) {
      var frame = first
      var returnAddress = returnAddress(from: frame)
      var left = mostFrames
      while left > 0, returnAddress != VirtualAddress(0), let caller = caller(of: frame) {
        let place = returnAddress
        frame = caller
        returnAddress = self.returnAddress(from: frame)
        print("\(frame) \(returnAddress) \(returnAddress: place)")
        left &-= 1
      }
    }

    /// Zero when the frame cannot be read.
    private static func returnAddress(from frame: VirtualAddress) -> VirtualAddress {
      VirtualAddress(isFrame(frame) ? cpu_load32(frame.raw &+ 4) : 0)
    }

    /// The frame saved in `frame`; callers lie further up the stack.
    private static func caller(of frame: VirtualAddress) -> VirtualAddress? {
      let caller = VirtualAddress(cpu_load32(frame.raw))
      return caller > frame || caller == VirtualAddress(0) ? caller : nil
    }

    /// Whether a saved frame pointer and a return address can be read there.
    static func isFrame(_ frame: VirtualAddress) -> Bool { frame.raw & 3 == 0 && isAddressValid(frame, bytes: 8) }
  }
#endif
