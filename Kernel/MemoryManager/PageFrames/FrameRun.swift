import Machine

/// A run of consecutive page frames.
package struct FrameRun: Equatable, Sendable {
  package var start: PageFrameNumber
  package var count: UInt32
  package init(start: PageFrameNumber, count: UInt32) {
    self.start = start
    self.count = count
  }
  package static let empty = FrameRun(start: PageFrameNumber(0), count: 0)
  /// The first frame behind the run.
  package var end: PageFrameNumber { start + count }
  package func contains(_ frame: PageFrameNumber) -> Bool { start <= frame && frame < end }
}
