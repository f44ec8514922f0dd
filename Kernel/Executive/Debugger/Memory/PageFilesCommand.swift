#if os(none)
  import Machine
  import MemoryManager

  /// `!pagefiles`: the page files and their slots, what was read and written, and what the modified page writer is at.
  func showPageFiles(_ line: inout CommandLine) throws(CommandError) {
    try line.end()
    showTable()
    showTransfers(memoryManager.pagingCounters())
    showWriter()
  }

  /// The lines of `!vm`, as WinDbg has them.
  func showPageFileSizes() {
    guard memoryManager.usage(ofPageFile: 0) != nil else { return print("\n************ NO PAGING FILE *********************\n") }
    forEachPageFile { number, usage in
      print("\tPage File: ", terminator: "")
      writeName(ofPageFile: number)
      print("\n\t  Current: \(usage.size << 2, width: 9) Kb  Free Space: \(usage.free << 2, width: 9) Kb")
      print("\t  Minimum: \(usage.minimum << 2, width: 9) Kb  Maximum:    \(usage.maximum << 2, width: 9) Kb")
    }
  }

  private func forEachPageFile(_ body: (UInt32, PageFileUsage) -> Void) {
    var number: UInt32 = 0
    while let usage = memoryManager.usage(ofPageFile: number) {
      body(number, usage)
      number += 1
    }
  }

  // MARK: Page files

  /// In pages: nothing else is as easily compared with offsets in PTEs.
  private func showTable() {
    guard memoryManager.usage(ofPageFile: 0) != nil else { return print("There is no page file.") }
    print("No.  Current     Free     Used     Peak  Minimum  Maximum  Retired  File (sizes in pages)")
    forEachPageFile { number, usage in
      print("\(number, width: 3)\(usage.size, width: 9)\(usage.free, width: 9)\(usage.used, width: 9)\(usage.peak, width: 9)", terminator: "")
      print("\(usage.minimum, width: 9)\(usage.maximum, width: 9)\(usage.retired, width: 9)  ", terminator: "")
      writeName(ofPageFile: number)
      print()
    }
  }

  // MARK: Input and output

  private func showTransfers(_ counters: PagingCounters) {
    print("Pages read    \(counters.pagesRead, width: 10) in \(counters.reads, width: 10) reads,  \(counters.readErrors) errors")
    print("Pages written \(counters.pagesWritten, width: 10) in \(counters.writes, width: 10) writes, \(counters.writeErrors) errors")
  }

  /// What the modified page writer is at: told from what it leaves.
  private func showWriter() {
    let (modified, threshold, writing) = memoryManager.pfnDatabase.withLock { ($0.modified.count, $0.modifiedThreshold, $0.beingWritten) }
    let free = memoryManager.pfnDatabase.withLock { $0.pageFiles.free() }
    print("Modified page writer: \(modified) pages modified, \(writing) being written; ", terminator: "")
    if writing > 0 { return print("it is at work.") }
    if modified == 0 { return print("it has nothing to do.") }
    if free == 0 { return print("it has no slot to write to.") }
    print("it begins at \(threshold), when memory is low, or after five minutes.")
  }
#endif
