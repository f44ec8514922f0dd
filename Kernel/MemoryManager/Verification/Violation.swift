import Machine

/// What `checkInvariants` found wrong first: which rule, where, and two numbers that should agree.
package struct Violation: Equatable {
  package enum Rule: Equatable, Sendable {
    case listLink, listCount, listLocation, availableCount, transitionCount, frameLost
    case activeWithoutShare, shareCount, referenceCount, tableShareCount, freeFrameMapped, pteNamesOtherFrame, transitionFrameState, pageTableMissing
    case pageFile, staleSlot, slotsInUse
    case systemPtes, nonpagedExpansion, nonpagedRuns, pagedRuns, poolPage
    case workingSetList, workingSetSize, workingSetIndex, outswappedPage, commitment, residentAvailable
    case vadTree, vadCommitment, tableInUse, tableNotCharged, pageInNoRange, pageUntouched, processCommitment, virtualSize

    package var name: StaticString {
      switch self {
      case .listLink: "A page list's links do not meet"
      case .listCount: "A page list's count is wrong"
      case .listLocation: "A frame on a list says it is elsewhere"
      case .availableCount: "The count of available pages is wrong"
      case .transitionCount: "The count of pages in transition is wrong"
      case .frameLost: "Frames in a state are not on its list"
      case .activeWithoutShare: "An active frame is not referenced"
      case .shareCount: "A frame's share count is wrong"
      case .referenceCount: "A frame's reference count is wrong"
      case .freeFrameMapped: "A free frame is still mapped"
      case .tableShareCount: "A page table's share count is wrong"
      case .pteNamesOtherFrame: "An active frame's PTE names another frame"
      case .transitionFrameState: "The PTE of a frame on a list is not in transition"
      case .pageTableMissing: "An active frame's page table is missing"
      case .pageFile: "The slots of a page file are damaged"
      case .staleSlot: "A modified page keeps a slot"
      case .slotsInUse: "The slots in use are not those that pages name"
      case .systemPtes: "The runs of system PTEs are damaged"
      case .nonpagedExpansion: "The runs of nonpaged pool expansion are damaged"
      case .nonpagedRuns: "The runs of initial nonpaged pool are damaged"
      case .pagedRuns: "The runs of paged pool are damaged"
      case .poolPage: "The blocks of a pool page are damaged"
      case .workingSetList: "The working set list is damaged"
      case .workingSetSize: "The working set's size is wrong"
      case .workingSetIndex: "A working set entry and its frame disagree"
      case .outswappedPage: "A process that is out has lost a page"
      case .commitment: "The commitment does not add up"
      case .residentAvailable: "The resident available pages do not add up"
      case .vadTree: "The tree of a process's ranges is damaged"
      case .vadCommitment: "A range's commit charge is wrong"
      case .tableInUse: "A page table's count of used entries is wrong"
      case .tableNotCharged: "A page table was not charged to its process"
      case .pageInNoRange: "A page of a process is in no range"
      case .pageUntouched: "A range with page table entries says that it has none"
      case .processCommitment: "The commit charge of a process does not add up"
      case .virtualSize: "The size of an address space is wrong"
      }
    }
  }
  package let rule: Rule
  package let place: UInt32
  package let expected: UInt32
  package let found: UInt32

  init(_ rule: Rule, at place: UInt32 = 0, expected: UInt32 = 0, found: UInt32 = 0) {
    self.rule = rule
    self.place = place
    self.expected = expected
    self.found = found
  }
}
