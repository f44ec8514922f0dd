import Machine

/// Where the loader put the kernel's image. Text stays there; data may be moved to a 4 MB page of its own.
package struct KernelImage {
  /// Frames of text and read-only data, mapped from `SystemLayout.kernelText` + their physical address on.
  package let text: FrameRun
  /// Frames of writable data as loaded.
  package let data: FrameRun
  package init(text: FrameRun, data: FrameRun) {
    self.text = text
    self.data = data
  }
  package var textStart: VirtualAddress { SystemLayout.kernelText + text.start.raw << 12 }
  package var dataStart: VirtualAddress { SystemLayout.kernelData }
}

/// All that the memory manager is told at its start.
package struct BootInformation {
  package let memory: PhysicalMemoryMap
  package let options: BootOptions
  package let image: KernelImage
  /// What the loader keeps for the kernel to read: the modules. They may overlap nothing else.
  private var modules = InlineArray<16, FrameRun>(repeating: .empty)
  package private(set) var moduleCount = 0

  package init(memory: PhysicalMemoryMap, options: BootOptions, image: KernelImage) {
    self.memory = memory
    self.options = options
    self.image = image
  }
  package subscript(module index: Int) -> FrameRun { modules[index] }
  /// False if there is no room for another.
  package mutating func addModule(_ run: FrameRun) -> Bool {
    guard moduleCount < modules.count else { return false }
    modules[moduleCount] = run
    moduleCount += 1
    return true
  }

  /// Frames that hold something of the loader's. The first frame is the real-mode firmware's.
  func isLoaders(_ frame: PageFrameNumber) -> Bool {
    if frame.raw == 0 { return true }
    for index in 0..<moduleCount where modules[index].contains(frame) { return true }
    return false
  }
}
