#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// The kernel's start, as a table of contents. `magic` and `information` are the boot loader's. NT: KiSystemStartup
  @c(KiSystemStartup) public func systemStartup(_ magic: UInt32, _ information: UInt32) {
    Console.initialize()
    print("Selfmap: NT-style memory management for the i386")
    let boot = readLoader(magic, information)
    takeOverMemory(boot)
    reportBoot(boot)
    startThreads(boot.options)
    terminateThread()
  }

  private func readLoader(_ magic: UInt32, _ information: UInt32) -> BootInformation {
    guard magic == LoaderInformation.magic else {
      refuseToBoot("the boot loader's magic number is \(hex: magic), not \(hex: LoaderInformation.magic): a multiboot 1 loader is needed.")
    }
    guard let loader = LoaderInformation(at: PhysicalAddress(information)) else {
      refuseToBoot("the boot loader's information at \(hex: information) lies above 512 MB.")
    }
    return loader.read()
  }

  private func takeOverMemory(_ boot: BootInformation) {
    guard memoryManager.initialize(boot) else {
      refuseToBoot(
        "\(boot.memory.frames << 2) KB of usable memory is too little; \(MemoryManager.minimumFrames << 2) KB and what the page frame database needs is the least."
      )
    }
    Console.moveScreen(to: SystemLayout.video)
    TaskState.prepareDoubleFault()
    exportDebuggerData()
  }

  private func startThreads(_ options: BootOptions) {
    let top = VirtualAddress(cpu_boot_stack_top())
    initializeDispatcher(stackBase: top, stackLimit: VirtualAddress(top.raw - 16384))
    initializeInterrupts()
    startDisk()
    SystemVolume.mount()
    guard startSystemThreads() else { refuseToBoot("there is no memory for the system threads.") }
    openPagingFiles(options)
    guard createThread(name: "Kernel debugger", priority: 12, body: debuggerThread) != nil else {
      refuseToBoot("there is no memory for the debugger's thread.")
    }
  }

  /// The thread that talks to the user; the kernel with tests in it runs those instead if the command line says so.
  private func debuggerThread(_: UInt32) {
    print("Boot took \(cpu_rdtsc()) cycles.")
    kernel_run_tests()
    print("Type help for the commands, q to power off.\n")
    runDebugger(0)
  }
#endif
