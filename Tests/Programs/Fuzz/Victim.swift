#if os(none)
  import Native

  /// A process that waits for its end while services are tried on it; there is a new one after each end.
  struct Victim {
    private var process: Process?
    /// 0 if there was no memory for it.
    var handle: UInt32 { process?.handle ?? 0 }

    /// Whether a handle is this one; the two lowest bits mean nothing.
    func isNamed(by handle: UInt32) -> Bool { process != nil && handle >> 2 == self.handle >> 2 }

    mutating func start() {
      guard process == nil else { return }
      do throws(Status) { process = try Process.start("fuzz victim") } catch {}
    }

    /// Waits until it has ended, which was asked for.
    mutating func bury() {
      _ = process?.waitForEnd()
      process?.close()
      process = nil
    }

    mutating func end() {
      _ = process?.terminate(.success)
      bury()
    }
  }
#endif
