import Machine

/// What a page in use is used for, told from where its PTE is. NT: the usage classes of !memusage
package enum FrameUse: UInt32, Sendable {
  case notInUse, loader, kernelImage, systemTables, pfnDatabase, nonpagedPool, pagedPool, pageTables, workingSetList, systemPtes, other

  package static let count: UInt32 = 11

  package init(_ entry: PfnEntry, machine: Machine) {
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
    let entryOfLargePage = machine[entry.pte.container].frame == machine.directory && machine[entry.pte].isLarge
    self = entryOfLargePage ? .kernelImage : Self(mappedAt: entry.pte.mapped)
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
    case .session, .systemPteOverflow, .hyperspace, .unused, .systemCache, .crashDump, .hal, nil: self = .other
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
    case .workingSetList: "System working set list"
    case .systemPtes: "System PTEs (stacks, contiguous)"
    case .other: "HAL, processor control region"
    }
  }
}

/// How many pages each use has.
package struct FrameUsage {
  private var counts = InlineArray<11, UInt32>(repeating: 0)
  package subscript(use: FrameUse) -> UInt32 {
    get { counts[Int(use.rawValue)] }
    set { counts[Int(use.rawValue)] = newValue }
  }
}

extension PfnDatabase {
  /// By looking at every frame.
  package func usage() -> FrameUsage {
    var usage = FrameUsage()
    for index in 0..<memory.runCount {
      let run = memory[run: index]
      for page in 0..<run.count { usage[FrameUse(entry(run.start + page), machine: machine)] += 1 }
    }
    usage[.notInUse] = 0
    return usage
  }
}
