import Machine

/// Promises of memory: every page that someone may touch is charged before it is promised, so that none is promised twice. NT: MmTotalCommittedPages
package struct Commitment: ~Copyable, Guarded {
  package static var rank: LockRank { .commitment }
  /// Pages that can be promised. NT: MmTotalCommitLimit
  package private(set) var limit: UInt32
  /// NT: MmTotalCommittedPages
  package private(set) var charged: UInt32
  /// NT: MmPeakCommitment
  package private(set) var peak: UInt32
  package private(set) var refusals: UInt32 = 0

  /// `charged` pages are in use already.
  package init(limit: UInt32, charged: UInt32) {
    self.limit = limit
    self.charged = charged
    peak = charged
  }

  /// What can still be promised.
  package var left: UInt32 { charged < limit ? limit - charged : 0 }

  /// NT: MiChargeCommitment
  package mutating func charge(_ pages: UInt32) -> Bool {
    guard pages <= left else {
      refusals += 1
      return false
    }
    charged += pages
    peak = max(peak, charged)
    return true
  }

  /// For what those need who make good on a promise: it comes out of the pages held back, and so is always granted.
  package mutating func chargeReserve(_ pages: UInt32) {
    charged += pages
    peak = max(peak, charged)
  }

  /// NT: MiReturnCommitment
  package mutating func giveBack(_ pages: UInt32) { charged -= pages }

  /// A page file has come, or has grown.
  package mutating func raiseLimit(by pages: UInt32) { limit += pages }

  /// Slots that can hold no page any more. What was promised stays promised, even if that is more than the limit then.
  package mutating func lowerLimit(by pages: UInt32) { limit -= min(pages, limit) }
}
