import Machine

/// Promises of memory. Every page that someone may touch is charged before it is promised, so that none is promised twice (NT: MmTotalCommittedPages).
/// What cannot be paged out is charged a second time, against the pages of RAM: so that there are always some through which all else can be paged
/// (NT: MmResidentAvailablePages).
package struct Commitment: ~Copyable, Guarded {
  package static var rank: LockRank { .commitment }
  /// Pages that can be promised. NT: MmTotalCommitLimit
  package private(set) var limit: UInt32
  /// Pages of RAM that need not be pageable.
  package let residentLimit: UInt32
  /// Pages held back that those get who make good on a promise.
  private let growthReserve: UInt32
  /// NT: MmTotalCommittedPages
  package private(set) var charged: UInt32
  /// Those among them that cannot be paged out, and the pages that working sets are sure of.
  package private(set) var residentCharged: UInt32
  /// NT: MmPeakCommitment
  package private(set) var peak: UInt32
  package private(set) var refusals: UInt32 = 0
  /// By how much page files were too small for the last promise that was refused, if larger ones would have helped.
  private var shortage: UInt32 = 0

  /// `charged` pages are in use already, and stay.
  package init(limit: UInt32, residentLimit: UInt32, growthReserve: UInt32, charged: UInt32) {
    self.limit = limit
    self.residentLimit = residentLimit
    self.growthReserve = growthReserve
    self.charged = charged
    residentCharged = charged
    peak = charged
  }

  /// What can still be promised.
  package var left: UInt32 { charged < limit ? limit - charged : 0 }
  /// Pages that could be had for something that cannot be paged out, if all that can be were out. NT: MmResidentAvailablePages
  package var residentAvailable: UInt32 { residentCharged < residentLimit ? residentLimit - residentCharged : 0 }

  /// Promises `pages`, and that `resident` pages of RAM will be there for them. Fails with `commitmentLimit` or `insufficientResources`.
  /// NT: MiChargeCommitment, MI_DECREMENT_RESIDENT_AVAILABLE
  package mutating func charge(_ pages: UInt32, resident: UInt32) -> Status {
    let hasRam = resident <= residentAvailable
    guard pages <= left else { return refuse(.commitmentLimit, lacking: hasRam ? pages - left : 0) }
    guard hasRam else { return refuse(.insufficientResources, lacking: 0) }
    add(pages, resident)
    return .success
  }

  /// Pages that can be paged out.
  package mutating func charge(_ pages: UInt32) -> Bool { charge(pages, resident: 0) == .success }
  /// Pages that cannot.
  package mutating func chargeNonpaged(_ pages: UInt32) -> Bool { charge(pages, resident: pages) == .success }

  /// The same for what those need who make good on a promise: beyond the limits it comes out of the pages held back for this.
  package mutating func chargeReserve(_ pages: UInt32) -> Bool {
    guard charged + pages <= limit + growthReserve, residentCharged + pages <= residentLimit + growthReserve else { return false }
    add(pages, pages)
    return true
  }

  /// NT: MiReturnCommitment, MI_INCREMENT_RESIDENT_AVAILABLE
  package mutating func giveBack(_ pages: UInt32, resident: UInt32 = 0) {
    charged -= pages
    residentCharged -= resident
  }
  package mutating func giveBackNonpaged(_ pages: UInt32) { giveBack(pages, resident: pages) }

  /// A page file has come, or has grown.
  package mutating func raiseLimit(by pages: UInt32) { limit += pages }

  /// What page files must grow by for the promise that was refused; it is asked for once.
  package mutating func takeShortage() -> UInt32 {
    defer { shortage = 0 }
    return shortage
  }

  /// Slots that can hold no page any more. What was promised stays promised, even if that is more than the limit then.
  package mutating func lowerLimit(by pages: UInt32) { limit -= min(pages, limit) }

  /// Pages that were out for a while, and cannot be as long as they are in use: that they can be had they have shown.
  package mutating func takeResident(_ pages: UInt32) { residentCharged += pages }

  private mutating func refuse(_ status: Status, lacking: UInt32) -> Status {
    refusals += 1
    shortage = lacking
    return status
  }

  private mutating func add(_ pages: UInt32, _ resident: UInt32) {
    charged += pages
    residentCharged += resident
    peak = max(peak, charged)
  }
}
