/// What has happened to the pages of a working set since it was made. NT: PageFaultCount of MMSUPPORT, and what MmInfoCounters counts for all
package struct FaultCounters: Equatable, Sendable {
  /// Page faults of every kind.
  package var faults: UInt32 = 0
  package var demandZero: UInt32 = 0
  /// Pages that were in memory, on the standby or modified list, or had just been read.
  package var transition: UInt32 = 0
  /// Pages that had to be read. Those that came with them are counted when they are touched, as `transition`.
  package var hard: UInt32 = 0
  /// Faults on pages that someone else was reading.
  package var collided: UInt32 = 0
  package var guardPages: UInt32 = 0
  /// Faults that ended with a status for whoever tried.
  package var accessViolations: UInt32 = 0
  /// Pages taken out by trimming.
  package var trimmed: UInt32 = 0
  /// Pages taken out to make room for others of the same working set.
  package var replaced: UInt32 = 0

  package init() {}

  /// Those of `transition` whose page was still in memory. A hard fault that could not be resolved in the end counts as one less.
  package var fromLists: UInt32 { transition > hard ? transition &- hard : 0 }
  /// Faults that were resolved without the disk.
  package var soft: UInt32 {
    let others = hard &+ accessViolations
    return faults > others ? faults &- others : 0
  }

  package mutating func add(_ other: Self) {
    faults &+= other.faults
    demandZero &+= other.demandZero
    transition &+= other.transition
    hard &+= other.hard
    collided &+= other.collided
    guardPages &+= other.guardPages
    accessViolations &+= other.accessViolations
    trimmed &+= other.trimmed
    replaced &+= other.replaced
  }
}
