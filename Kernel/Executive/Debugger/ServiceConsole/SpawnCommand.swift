#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// `spawn [/3GB] [/LOCK] [/PAGEFILE] [NAME]`: makes an empty process with a thread that waits for the console, and selects it. With /3GB it is
  /// large-address-aware, with /LOCK it holds the privilege to keep pages from others, with /PAGEFILE that to open page files.
  func spawnProcess(_ line: inout CommandLine) throws(CommandError) {
    var (name, isLargeAddressAware, privileges) = (ImageName("spawn"), false, Privileges())
    while !line.isAtEnd {
      let word = line.word()
      if line.equals(word, "/3GB") {
        isLargeAddressAware = true
      } else if let privilege = line.privilege(word) {
        privileges.insert(privilege)
      } else if line[word.start] == 0x2F {
        throw .wrong(word, "the options are /3GB, /LOCK and /PAGEFILE")
      } else {
        name = line.imageName(word)
      }
    }
    do throws(Status) {
      let process = try createProcess(name: name, isLargeAddressAware: isLargeAddressAware, privileges: privileges)
      let console = try spawn(process)
      print("Process \(hex: process.object.number, digits: 4), thread \(hex: console.object.thread.object.number, digits: 4)")
      SelectedProcess.select(process.referenced())
      _ = console.waitForThread()
    } catch {
      print("No process: \(status: error.raw)")
    }
  }

  extension CommandLine {
    func imageName(_ word: Word) -> ImageName {
      var name = ImageName()
      for index in word.start..<word.end { name.append(self[index]) }
      return name
    }
  }

  /// Takes over the reference to `process`, which ends if there is no memory for what the console needs.
  private func spawn(_ process: Reference<Process>) throws(Status) -> Reference<ServiceConsole> {
    do throws(Status) {
      try prepareMemory(of: process)
      return try Reference<ServiceConsole>.create(process)
    } catch {
      terminateProcess(process, error)
      process.dereference()
      throw error
    }
  }

  /// Gives the process the console's region, with the instructions of its thread.
  private func prepareMemory(of process: Reference<Process>) throws(Status) {
    guard let space = process.object.addressSpace else { throw .invalidParameter }
    let previous = try attach(to: process)
    defer { detach(to: previous) }
    let (commitAndReserve, executeReadWrite): (UInt32, UInt32) = (0x3000, 0x40)
    let options = try AllocationOptions(zeroBits: 0, type: commitAndReserve, protect: executeReadWrite)
    var region = MemoryRegion(base: AgentMemory.region.raw, size: AgentMemory.bytes)
    let status = space.allocate(options, &region)
    guard status.isSuccess else { throw status }
    guard probeCopy(to: AgentMemory.code, from: VirtualAddress(cpu_agent_code()), bytes: cpu_agent_code_bytes()) == 0 else { throw .noMemory }
  }

  extension Reference where Object == ServiceConsole {
    /// The console of a process that has the region already; its thread is ready to run.
    fileprivate static func create(_ process: Reference<Process>) throws(Status) -> Self {
      guard let table = allocatePool(.nonpaged, bytes: CellTable.bytes, tag: .console) else { throw .insufficientResources }
      guard let place = allocatePool(.nonpaged, bytes: UInt32(MemoryLayout<ServiceConsole>.stride), tag: .console),
        let pointer = unsafe UnsafeMutablePointer<ServiceConsole>(bitPattern: UInt(place.raw))
      else {
        freePool(table, tag: .console)
        throw .insufficientResources
      }
      let cells = CellTable(place: table)
      cells.initialize()
      do throws(Status) {
        let context = UserContext(instruction: AgentTask.stop.entry, stackPointer: AgentMemory.cells)
        let thread = try createUserThread(in: process, context, hook: unsafe ExceptionHook(consoleExceptionHook))
        unsafe pointer.initialize(to: ServiceConsole(process: process, thread: thread, cells: cells))
      } catch {
        freePool(place, tag: .console)
        freePool(table, tag: .console)
        throw error
      }
      ServiceConsoles.add(unsafe Reference(pointer))
      return unsafe Reference(pointer)
    }

    /// The process has ended, and nobody can find this any more.
    func delete() {
      object.thread.dereference()
      object.process.dereference()
      freePool(object.cells.place, tag: .console)
      unsafe UnsafeMutablePointer<ServiceConsole>(bitPattern: UInt(address.raw)).unsafelyUnwrapped.deinitialize(count: 1)
      freePool(address, tag: .console)
    }
  }

  extension PoolTag {
    fileprivate static var console: PoolTag { PoolTag(raw: 0x6343_644B) }  // "KdCc"
  }
#endif
