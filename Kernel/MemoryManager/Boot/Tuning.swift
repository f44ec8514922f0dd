import Machine

/// How big a machine is, by the thresholds of the books. NT: MmQuerySystemSize
package enum SystemSize: UInt32, Sendable {
  /// Up to 19 MB.
  case small
  /// 20 to 32 MB.
  case medium
  /// More than 32 MB.
  case large

  /// `frames` whole pages of RAM; the first megabyte's holes are not held against it.
  package init(frames: UInt32) {
    let megabytes = (frames + 0xFF) >> 8
    self = megabytes <= 19 ? .small : megabytes <= 32 ? .medium : .large
  }
  package var name: StaticString {
    switch self {
    case .small: "Small"
    case .medium: "Medium"
    case .large: "Large"
    }
  }
}

/// Every size and limit that depends on how much RAM there is, and on the boot options. Counts are pages.
package struct Tuning {
  package let systemSize: SystemSize
  /// The most system PTEs. NT: MmNumberOfSystemPtes
  package let systemPtes: UInt32
  /// Address space of the initial nonpaged pool. NT: MmSizeOfNonPagedPoolInBytes
  package let nonpagedPool: UInt32
  /// The most that nonpaged pool may expand by. NT: MmMaximumNonPagedPoolInBytes
  package let nonpagedExpansion: UInt32
  /// The most that paged pool may have. NT: MmSizeOfPagedPoolInBytes
  package let pagedPool: UInt32
  /// Below this many available pages the working set manager is woken. NT: MmMinimumFreePages
  package let lowThreshold: UInt32
  /// The last available pages, which page faults of programs leave to those who free memory. NT: MM_MEDIUM_LIMIT, in effect
  package let faultReserve: UInt32
  /// Pages that are promised to no one who asks, but only to those who make good on a promise: lists of pages grow as the pages come.
  package let growthReserve: UInt32
  /// Pages of RAM, more than these two, through which all that can be paged finds its way. NT: MM_FLUID_PHYSICAL_PAGES
  package static var fluidPages: UInt32 { 32 }
  /// 4 MB pages map the kernel. NT: MmLargePageMinimum
  package let usesLargePages: Bool

  /// NT: MmDisablePagingExecutive
  package let keepsExecutiveResident: Bool

  /// Pages that are never promised to anyone who asks.
  package var reserve: UInt32 { faultReserve + growthReserve }

  package init(frames: UInt32, options: BootOptions) {
    let size = SystemSize(frames: frames)
    systemSize = size
    let defaultPtes: UInt32 =
      switch size {
      case .small: 7 << 10
      case .medium: 11 << 10
      case .large: 24 << 10
      }
    systemPtes = options.systemPages ?? defaultPtes
    nonpagedPool = options.nonpagedPoolBytes.map(Self.pages) ?? min(max(256, frames >> 6), 4096)
    nonpagedExpansion = min(NonpagedPool.expansionLimit, frames >> 1 + frames >> 2)
    pagedPool = options.pagedPoolBytes.map(Self.pages) ?? min(SystemRegion.pagedPool.pages, max(8192, frames))
    lowThreshold = min(1024, max(16, frames >> 6))
    faultReserve = min(128, max(8, frames >> 8))
    growthReserve = faultReserve + frames >> 10
    keepsExecutiveResident = options.disablePagingExecutive == 1
    usesLargePages = frames > Self.pages(options.largePageMinimum ?? 255 << 20)
  }

  private static func pages(_ bytes: UInt32) -> UInt32 { bytes >> 12 + (bytes & 0xFFF == 0 ? 0 : 1) }
}
