#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// What a multiboot 1 loader left in memory, read through the boot window. Source: the Multiboot Specification 0.6.96, section 3.3
  ///
  /// Nothing in it is trusted: pointers outside the window are passed over and said so.
  struct LoaderInformation {
    static let magic: UInt32 = 0x2BAD_B002
    private enum Flag {
      static let memory: UInt32 = 1 << 0
      static let commandLine: UInt32 = 1 << 2
      static let modules: UInt32 = 1 << 3
      static let memoryMap: UInt32 = 1 << 6
      static let loaderName: UInt32 = 1 << 9
    }
    private let base: UInt32
    private let flags: UInt32
    private static let longestPath: UInt32 = 256

    /// Nil if the structure is out of the window's reach.
    init?(at address: PhysicalAddress) {
      base = address.raw
      guard Self.isInWindow(address.raw, 120) else { return nil }
      flags = Machine().loadPhysical(address)
    }

    func read() -> BootInformation {
      readCommandLine()
      let options = BootOptions(unsafe bootText, from: optionsStart)
      let memory = PhysicalMemoryMap(readMemory(), maximum: options.maximumMegabytes.map { UInt64($0) << 20 })
      var boot = BootInformation(memory: memory, options: options, image: image)
      readModules(&boot)
      return boot
    }

    /// Frames of the kernel as the linker and the loader placed it.
    private var image: KernelImage {
      let text = PageFrameNumber(0x100)
      let data = PhysicalAddress(cpu_data_load()).frame
      let dataPages = (cpu_data_end() - cpu_data_start()) >> 12
      return KernelImage(text: FrameRun(start: text, count: data.raw - text.raw), data: FrameRun(start: data, count: dataPages))
    }

    // MARK: Memory

    private func readMemory() -> LoaderRanges {
      var ranges = LoaderRanges()
      if flags & Flag.memoryMap != 0 { readMemoryMap(&ranges) } else { readMemorySizes(&ranges) }
      return ranges
    }

    private func readMemoryMap(_ ranges: inout LoaderRanges) {
      let (length, start) = (field(44), field(48))
      guard Self.isInWindow(start, length) else { return print("The memory map at \(hex: start) is out of reach.") }
      var position: UInt32 = 0
      while position + 24 <= length {
        let entry = start + position
        ranges.add(base: word64(entry + 4), length: word64(entry + 12), isUsable: word(entry + 20) == 1)
        // The size field does not count itself.
        let size = word(entry)
        guard size >= 20, size < length else { return print("The memory map is damaged at \(hex: entry).") }
        position += size + 4
      }
    }

    /// The old way: kilobytes below and above 1 MB.
    private func readMemorySizes(_ ranges: inout LoaderRanges) {
      guard flags & Flag.memory != 0 else { return }
      ranges.add(base: 0, length: UInt64(field(4)) << 10, isUsable: true)
      ranges.add(base: 0x10_0000, length: UInt64(field(8)) << 10, isUsable: true)
    }

    // MARK: Command line

    private func readCommandLine() {
      let text = field(16)
      guard flags & Flag.commandLine != 0 else { return }
      var position = text
      while Self.isInWindow(position, 1), unsafe !bootText.isCut {
        let byte = byte(position)
        if byte == 0 { return }
        unsafe bootText.append(byte)
        position += 1
      }
    }

    /// QEMU puts the file's name in front.
    private var optionsStart: Int {
      let name = field(64)
      guard flags & Flag.loaderName != 0, Self.isInWindow(name, 4), word(name) == 0x756D_6571, let first = unsafe bootText.word(from: 0) else {
        return 0
      }
      return first.end
    }

    // MARK: Modules

    private func readModules(_ boot: inout BootInformation) {
      guard flags & Flag.modules != 0 else { return }
      let (count, start) = (field(20), field(24))
      for index in 0..<count {
        guard Self.isInWindow(start, 16), index < (Machine.bootWindowBytes - start) / 16 else { return }
        let entry = start + index * 16
        let (begin, end) = (word(entry), word(entry + 4))
        guard begin < end else { continue }
        let run = FrameRun(start: PhysicalAddress(begin).frame, count: (end - 1) >> 12 - begin >> 12 + 1)
        let module = BootModule(start: PhysicalAddress(begin), bytes: end - begin, name: moduleName(at: word(entry + 8)))
        if !boot.addModule(run) || !BootModules.add(module) { print("Module \(index) is one too many; its memory is not kept.") }
      }
    }

    /// The first word of the module's text is its path: the name is what is behind the last slash and before the last dot.
    private func moduleName(at text: UInt32) -> ImageName {
      let (blank, slash, dot): (UInt8, UInt8, UInt8) = (0x20, 0x2F, 0x2E)
      var name = ImageName()
      var (start, end) = (text, text)
      while text != 0, end - text < Self.longestPath, Self.isInWindow(end, 4), byte(end) > blank {
        if byte(end) == slash { start = end + 1 }
        end += 1
      }
      var nameEnd = end
      for position in start..<end where position > start && byte(position) == dot { nameEnd = position }
      for position in start..<nameEnd { name.append(byte(position)) }
      return name
    }

    // MARK: Bytes

    private static func isInWindow(_ address: UInt32, _ bytes: UInt32) -> Bool {
      address < Machine.bootWindowBytes && bytes <= Machine.bootWindowBytes - address
    }
    private func field(_ offset: UInt32) -> UInt32 { word(base + offset) }
    /// The loader aligns nothing; the processor does not mind.
    private func word(_ address: UInt32) -> UInt32 { Machine().loadPhysical(PhysicalAddress(address)) }
    private func word64(_ address: UInt32) -> UInt64 { UInt64(word(address + 4)) << 32 | UInt64(word(address)) }
    private func byte(_ address: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: word(address)) }
  }

  /// The command line as the loader gave it.
  package nonisolated(unsafe) var bootText = BootText(room: InlineArray(repeating: 0))
#endif
