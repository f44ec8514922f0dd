#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// A copy from one address space to another, through memory of the system. NT: MmCopyVirtualMemory, MiDoPoolCopy
  ///
  /// It goes piece by piece. A piece that cannot be read as a whole ends the copy before that piece, a target that cannot be written ends it at the
  /// byte: both are STATUS_PARTIAL_COPY, as in newer versions of NT.
  struct MemoryCopy {
    private let from: UInt32
    private let to: UInt32
    private let bytes: UInt32
    /// Bytes that have arrived.
    private(set) var done: UInt32 = 0

    /// NT: MAX_MOVE_SIZE
    private static let mostAtOnce = 14 * pageSize

    /// Throws STATUS_ACCESS_VIOLATION if either end is no user address.
    init(from: UInt32, to: UInt32, bytes: UInt32) throws(Status) {
      let highest = VirtualAddress.highestUser.raw
      guard from <= highest, to <= highest, bytes <= highest - from, bytes <= highest - to else { throw .accessViolation }
      self.from = from
      self.to = to
      self.bytes = bytes
    }

    /// With `probesTarget`, what the whole target's fault is, if there is one, is thrown before the first byte is written.
    mutating func run(from source: Reference<Process>, to target: Reference<Process>, probesTarget: Bool) throws(Status) -> Status {
      let buffer = try buffer()
      defer { buffer.free() }
      while done < bytes {
        let piece = min(bytes - done, buffer.words << 2)
        guard try read(piece, from: source, buffer) else { return .partialCopy }
        if done == 0 && probesTarget { try UserBuffer(to, bytes: bytes).probeForWrite(alignment: 1) }
        let missing = try write(piece, to: target, buffer)
        done += piece - missing
        guard missing == 0 else { return .partialCopy }
        // Others may be waiting for the processor, and it may be the end of this thread.
        yield()
        guard !currentThread.object.isTerminating else { return .threadIsTerminating }
      }
      return .success
    }

    /// As large as is of use, or if memory is scarce a page.
    private func buffer() throws(Status) -> ServiceBuffer {
      let words = (min(bytes, Self.mostAtOnce) + 3) >> 2
      do throws(Status) { return try ServiceBuffer(words: words) } catch { return try ServiceBuffer(words: min(words, pageSize >> 2)) }
    }

    private func read(_ piece: UInt32, from source: Reference<Process>, _ buffer: borrowing ServiceBuffer) throws(Status) -> Bool {
      let previous = try attach(to: source)
      defer { detach(to: previous) }
      return probeCopy(to: buffer.address, from: VirtualAddress(from + done), bytes: piece) == 0
    }

    /// Returns how many bytes were not written.
    private func write(_ piece: UInt32, to target: Reference<Process>, _ buffer: borrowing ServiceBuffer) throws(Status) -> UInt32 {
      let previous = try attach(to: target)
      defer { detach(to: previous) }
      return probeCopy(to: VirtualAddress(to + done), from: buffer.address, bytes: piece)
    }
  }
#endif
