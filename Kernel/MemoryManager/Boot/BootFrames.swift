import Machine

/// Frames for what must be there before the PFN database is: taken upward from 1 MB, past image and modules. NT: MiAllocatePagesFromLoader
struct BootFrames {
  private let boot: BootInformation
  /// The image's data, where it will be.
  private let data: FrameRun
  private var runIndex = 0
  private var next = PageFrameNumber(0x100)

  init(_ boot: BootInformation, data: FrameRun) {
    self.boot = boot
    self.data = data
  }

  mutating func take() -> PageFrameNumber? {
    while runIndex < boot.memory.runCount {
      let run = boot.memory[run: runIndex]
      next = max(next, run.start)
      while next < run.end {
        let frame = next
        next = next + 1
        if isFree(frame) { return frame }
      }
      runIndex += 1
    }
    return nil
  }

  private func isFree(_ frame: PageFrameNumber) -> Bool {
    !boot.image.text.contains(frame) && !boot.image.data.contains(frame) && !data.contains(frame) && !boot.isLoaders(frame)
  }
}
