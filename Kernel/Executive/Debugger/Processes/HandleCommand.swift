#if os(none)
  import Machine

  /// `!handle [ID]`: the handles of a process, what each names and grants.
  func showHandles(_ line: inout CommandLine) throws(CommandError) {
    let process = try line.optionalProcess()
    defer { process.dereference() }
    try line.end()
    print("PROCESS \(process.address)  Cid: \(hex: process.object.number, digits: 4)  \(process.object.name)")
    print("\(process.object.handles.count) handles")
    var handle: UInt32 = 0
    while let next = process.object.handles.next(after: handle), let (object, access) = process.object.handles.find(next) {
      if Console.isInterrupted { return }
      print("\(hex: next, digits: 4): Object: \(object.address)  GrantedAccess: \(hex: access)  ", terminator: "")
      writeName(object)
      handle = next
    }
  }

  private func writeName(_ object: Reference<DispatcherHeader>) {
    switch object.object.kind {
    case .process:
      let process = unsafe object.rebound(to: Process.self)
      print("Process \(hex: process.object.number, digits: 4) \(process.object.name)")
    case .thread: print("Thread \(cid: unsafe object.rebound(to: Thread.self))")
    default: print("\(object.object.kind.name)")
    }
  }
#endif
