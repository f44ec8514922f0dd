import Machine

/// What a page in use is used for, told from where its PTE is. NT: the usage classes of !memusage
package enum FrameUse: UInt32, Sendable {
  case notInUse, loader, kernelImage, systemTables, pfnDatabase, nonpagedPool, pagedPool, pageTables, workingSetList, systemPtes, process, other

  package static let count: UInt32 = 12

  /// `pte` is the PTE that maps the page, or mapped it.
  init(_ entry: PfnEntry, _ pte: Pte, machine: Machine) {
    switch entry.state.location {
    case .zeroed, .free, .bad:
      self = .notInUse
      return
    case .active, .standby, .modified, .modifiedNoWrite, .transition: break
    }
    guard entry.pte.raw != 0 else {
      self = entry.state.location == .active ? .loader : .notInUse
      return
    }
    // A large page is known by its directory entry, which maps the page table it does without.
    guard SystemRegion(of: entry.pte.mapped) == .pageTables, pte.isValid, pte.isLarge else {
      self = Self(mappedAt: entry.pte.mapped)
      return
    }
    self = entry.pte.table.mapped.isSystem ? .kernelImage : .process
  }

  private init(mappedAt address: VirtualAddress) {
    switch SystemRegion(of: address) {
    case .systemCode: self = .kernelImage
    case .systemTables:
      self = address < SystemLayout.pfnDatabase ? .systemTables : address < SystemLayout.nonpagedPool ? .pfnDatabase : .nonpagedPool
    case .pageTables: self = .pageTables
    case .systemWorkingSet: self = .workingSetList
    case .pagedPool: self = .pagedPool
    case .systemPtes: self = .systemPtes
    case .nonpagedPoolExpansion: self = .nonpagedPool
    case .hyperspace: self = .workingSetList
    case nil: self = .process
    case .session, .systemPteOverflow, .unused, .systemCache, .crashDump, .hal: self = .other
    }
  }

  package var name: StaticString {
    switch self {
    case .notInUse: "nothing"
    case .loader: "Firmware and boot modules"
    case .kernelImage: "Kernel image"
    case .systemTables: "Pool and system PTE tables"
    case .pfnDatabase: "PFN database"
    case .nonpagedPool: "Nonpaged pool"
    case .pagedPool: "Paged pool"
    case .pageTables: "Page tables"
    case .workingSetList: "Working set lists"
    case .systemPtes: "System PTEs (stacks, contiguous)"
    case .process: "Processes' memory"
    case .other: "HAL, processor control region"
    }
  }
}

/// How many pages each use has.
package struct FrameUsage {
  private var counts = InlineArray<12, UInt32>(repeating: 0)
  package subscript(use: FrameUse) -> UInt32 {
    get { counts[Int(use.rawValue)] }
    set { counts[Int(use.rawValue)] = newValue }
  }
}

extension PfnDatabase {
  package func use(of frame: PageFrameNumber) -> FrameUse {
    let entry = entry(frame)
    return FrameUse(entry, entry.state.location == .active && entry.pte.raw != 0 ? machine[reachable(entry)] : .zero, machine: machine)
  }

  /// By looking at every frame.
  package func usage() -> FrameUsage {
    var usage = FrameUsage()
    for index in 0..<memory.runCount {
      let run = memory[run: index]
      for page in 0..<run.count { usage[use(of: run.start + page)] += 1 }
    }
    usage[.notInUse] = 0
    return usage
  }
}
