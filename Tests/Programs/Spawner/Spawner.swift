#if os(none)
  import CNative
  import Native

  /// `spawner [COUNT [AT-ONCE]]`: starts COUNT processes one after another, and then as many in groups of AT-ONCE, of which every fourth is
  /// ended from outside. Each must end with its own exit status.
  ///
  /// `spawner child NUMBER` is such a process: it leaves memory behind and ends with NUMBER. `spawner victim` runs for ever.
  @c(spawner) public func spawner(_ text: UInt32, _ length: UInt32) -> UInt32 {
    var arguments = Arguments(text, length)
    let word = arguments.next()
    if word == "child" { return child(arguments.number(or: 0) ?? 0) }
    if word == "victim" { while true { native_pause() } }
    guard let count = word == nil ? 100 : word?.number, let atOnce = arguments.number(or: 8), 1...64 ~= atOnce else {
      return refuse("spawner [COUNT [AT-ONCE]]")
    }
    var t = TestRun("spawner")
    t.run("spawner: processes one after another") { t in
      for number in 0..<count { spawn(&t, number, 1) }
    }
    t.run("spawner: several processes at once") { t in
      for number in stride(from: UInt32(0), to: count, by: Int(atOnce)) { spawn(&t, number, min(atOnce, count - number)) }
    }
    return t.finish()
  }

  private let outside = Status(0x4001_0004)  // STATUS DBG_TERMINATE_PROCESS

  private func isVictim(_ number: UInt32, _ count: UInt32) -> Bool { count > 1 && number & 3 == 3 }

  /// Starts so many processes, the first of which is to end with `first`, and waits for them.
  private func spawn(_ t: inout TestRun, _ first: UInt32, _ count: UInt32) {
    var processes = InlineArray<64, UInt32>(repeating: 0)
    for number in first..<first + count {
      do throws(Status) {
        let process = try isVictim(number, count) ? Process.start("spawner victim") : Process.start("spawner child \(number)")
        processes[Int(number - first)] = process.handle
      } catch {
        t.expect(error, .success, "start")
      }
    }
    for number in first..<first + count {
      let process = Process(handle: processes[Int(number - first)])
      let isVictim = isVictim(number, count)
      if isVictim { t.expect(process.terminate(outside), .success, "end from outside") }
      t.expect(process.waitForEnd(), isVictim ? outside : Status(number), "exit status")
      t.expect(process.close(), .success, "close")
    }
  }

  /// Memory in each state, which the kernel has to take back.
  private func child(_ number: UInt32) -> UInt32 {
    var (region, reserved) = (Region(size: 0x8000), Region(size: 0x100_0000))
    guard Process.current.allocate(&region, .commit, .readWrite).isSuccess, Process.current.allocate(&reserved, .reserve, .readWrite).isSuccess
    else { return Status.noMemory.raw }
    region.forEachPage { $0.store(number) }
    return number
  }
#endif
