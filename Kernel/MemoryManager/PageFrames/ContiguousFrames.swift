import Machine

/// What a caller of `allocateContiguous` asks of the frames. Addresses are physical. NT: MmAllocateContiguousMemorySpecifyCache
package struct ContiguousRequest {
  package var pages: UInt32
  package var lowest = PhysicalAddress(0)
  /// The last byte that may be used.
  package var highest = PhysicalAddress(0xFFFF_FFFF)
  /// No page run may cross a multiple of this many bytes; 0 for no such limit. A power of two.
  package var boundary: UInt32 = 0
  /// The first byte is a multiple of this; a power of two.
  package var alignment: UInt32 = pageSize

  package init(pages: UInt32) { self.pages = pages }

  /// Alignment and boundary are powers of two, or 0.
  var isWellFormed: Bool { alignment.nonzeroBitCount <= 1 && boundary.nonzeroBitCount <= 1 }

  /// The highest start at or below `start` that keeps alignment and boundary, or nil.
  func fit(below start: PageFrameNumber, notBelow floor: PageFrameNumber) -> PageFrameNumber? {
    let aligned = start.raw & ~(max(alignment >> 12, 1) - 1)
    var found = aligned
    if boundary != 0 {
      let span = max(boundary >> 12, 1)
      guard pages <= span else { return nil }
      let offset = aligned & (span - 1)
      if offset + pages > span { found = (aligned - offset + span - pages) & ~(max(alignment >> 12, 1) - 1) }
    }
    return found >= floor.raw && found <= start.raw ? PageFrameNumber(found) : nil
  }
}

extension PfnDatabase {
  /// Takes consecutive free or zeroed frames off their lists, or none.
  ///
  /// The search goes downward from where the last one ended, and starts again from the top once; a frame in use moves it to below that
  /// frame. So with memory to spare the cost is that of the frames taken, however much RAM there is; with memory full of holes it is
  /// at most one look at each frame. NT: MiFindContiguousPages
  package mutating func removeContiguous(_ request: ContiguousRequest) -> PageFrameNumber? {
    guard request.pages > 0, request.pages < available, request.isWellFormed else { return nil }
    let found = findContiguous(request, below: contiguousHint) ?? findContiguous(request, below: memory.endFrame)
    guard let start = found else { return nil }
    contiguousHint = start
    for index in 0..<request.pages { unlink(start + index) }
    return start
  }

  private func findContiguous(_ request: ContiguousRequest, below end: PageFrameNumber) -> PageFrameNumber? {
    var index = memory.runCount
    while index > 0 {
      index -= 1
      let run = memory[run: index]
      let floor = max(run.start, PageFrameNumber((request.lowest.raw >> 12) + (request.lowest.raw & 0xFFF == 0 ? 0 : 1)))
      let ceiling = min(min(run.end, end), PageFrameNumber(request.highest.raw >> 12) + (request.highest.raw & 0xFFF == 0xFFF ? 1 : 0))
      if let start = findContiguous(request, from: floor, to: ceiling) { return start }
    }
    return nil
  }

  private func findContiguous(_ request: ContiguousRequest, from floor: PageFrameNumber, to end: PageFrameNumber) -> PageFrameNumber? {
    var ceiling = end
    while ceiling.raw >= floor.raw &+ request.pages {
      guard let start = request.fit(below: PageFrameNumber(ceiling.raw - request.pages), notBelow: floor) else { return nil }
      guard let busy = lastBusyFrame(FrameRun(start: start, count: request.pages)) else { return start }
      ceiling = busy
    }
    return nil
  }

  private func lastBusyFrame(_ run: FrameRun) -> PageFrameNumber? {
    var index = run.count
    while index > 0 {
      index -= 1
      let location = entry(run.start + index).state.location
      guard location == .zeroed || location == .free else { return run.start + index }
    }
    return nil
  }
}
