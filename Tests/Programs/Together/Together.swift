#if os(none)
  import CNative
  import Native

  /// `together PROGRAM ARGUMENTS + PROGRAM ARGUMENTS ...`: starts up to 16 programs, waits for them all, and says how each ended.
  @c(together) public func together(_ text: UInt32, _ length: UInt32) -> UInt32 {
    var arguments = Arguments(text, length)
    var processes = InlineArray<16, UInt32>(repeating: 0)
    var count = 0
    while count < processes.count, let name = arguments.next() {
      do throws(Status) {
        processes[count] = try Process.start("\(name)\(rest(&arguments))").handle
        count += 1
      } catch {
        print("together: \(name) was not started: \(error)")
      }
    }
    for index in 0..<count {
      let process = Process(handle: processes[index])
      print("together: program \(UInt32(index + 1)) ended with \(process.waitForEnd())")
      process.close()
    }
    return Status.success.raw
  }

  /// The words up to the next `+`, written into a command.
  private func rest(_ arguments: inout Arguments) -> Message {
    while let word = arguments.next(), !(word == "+") { _ = " \(word)" as Message }
    return ""
  }
#endif
