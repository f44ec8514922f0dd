#if os(none)
  import Executive
  import Machine
  import MemoryManager

  /// Runs the tests for the kind of disk named behind /DISK=. Which disks these are stands in Scripts/tests/disk.py.
  func runDiskTests(_ text: BootText, _ word: BootText.Word) {
    guard let start = text.match(word, "/DISK=") else { return }
    var name = word
    name.start = start
    if text.match(name, "image") == name.end { run(imageTests.span) }
    if text.match(name, "faulty") == name.end { run(faultyTests.span) }
    if text.match(name, "slow") == name.end { run(slowTests.span) }
    if text.match(name, "large") == name.end { run(largeTests.span) }
    if text.match(name, "volume") == name.end { run(volumeTests.span) }
    if text.match(name, "paging") == name.end { run(pagingTests.span) }
    if text.match(name, "fragmented") == name.end { run(fragmentedTests.span) }
    if text.match(name, "badpage") == name.end { run(badPageTests.span) }
    if text.match(name, "lostpool") == name.end { run(lostPoolTests.span) }
    print("There are no tests for such a disk.")
  }

  /// A disk as Scripts/disk makes it, with patterns in `DiskPlaces`.
  private let imageTests: InlineArray<_, TargetTest> = [
    TargetTest("partition is found", testPartitionIsFound),
    TargetTest("sectors of the host are read", testSectorsOfTheHostAreRead),
    TargetTest("scattered frames are written and read", testScatteredFramesAreWrittenAndRead),
    TargetTest("buffers of all lengths and offsets", testBuffersOfAllLengthsAndOffsets),
    TargetTest("nothing around a buffer is touched", testNothingAroundABufferIsTouched),
    TargetTest("requests are done in order", testRequestsAreDoneInOrder),
    TargetTest("threads use the disk at once", testThreadsUseTheDiskAtOnce),
    TargetTest("waiting threads leave the processor to others", testWaitingThreadsLeaveTheProcessorToOthers),
    TargetTest("wrong requests are refused", testWrongRequestsAreRefused),
    TargetTest("last sector is read", testLastSectorIsRead),
    TargetTest("flush is done", testFlushIsDone),
    TargetTest("results for the host are written", testResultsForTheHostAreWritten),
  ]

  /// Reading `DiskPlaces.badToRead` fails, and writing `badToWrite`.
  private let faultyTests: InlineArray<_, TargetTest> = [
    TargetTest("bad sectors are errors to read", testBadSectorsAreErrorsToRead),
    TargetTest("bad sectors are errors to write", testBadSectorsAreErrorsToWrite),
    TargetTest("errors hit no other request", testErrorsHitNoOtherRequest),
    TargetTest("results for the host are written", testResultsForTheHostAreWritten),
  ]

  /// After the first read, which has room in the throttle, a read takes longer than anyone waits.
  private let slowTests: InlineArray<_, TargetTest> = [
    TargetTest("slow reads time out", testSlowReadsTimeOut),
    TargetTest("results for the host are written", testResultsForTheHostAreWritten),
  ]

  /// More sectors than 28 bits count.
  private let largeTests: InlineArray<_, TargetTest> = [
    TargetTest("sectors beyond 28 bits", testSectorsBeyond28Bits),
    TargetTest("last sector is read", testLastSectorIsRead),
  ]

  /// An empty volume, and pages that go there and come back.
  private let pagingTests: InlineArray<_, TargetTest> = [
    TargetTest("paged pool goes out and comes back", testPagedPoolGoesOutAndComesBack),
    TargetTest("stacks go out and come back", testStacksGoOutAndComeBack),
    TargetTest("threads whose stacks are out can end", testThreadsWhoseStacksAreOutCanEnd),
    TargetTest("page tables go out and come back", testPageTablesGoOutAndComeBack),
    TargetTest("processes go out and come back", testProcessesGoOutAndComeBack),
    TargetTest("processes that are out can be visited", testProcessesThatAreOutCanBeVisited),
    TargetTest("processes that are out can end", testProcessesThatAreOutCanEnd),
  ]

  /// An empty volume.
  private let volumeTests: InlineArray<_, TargetTest> = [
    TargetTest("pages are where the file is", testPagesAreWhereTheFileIs),
    TargetTest("all transfers at once", testAllTransfersAtOnce),
    TargetTest("slots past the end are refused", testSlotsPastTheEndAreRefused),
    TargetTest("page files grow", testPageFilesGrow),
    TargetTest("page files that cannot be leave nothing behind", testPageFilesThatCannotBeLeaveNothingBehind),
    TargetTest("there are sixteen page files at most", testThereAreSixteenPageFilesAtMost),
  ]

  /// A volume whose only free clusters lie between others.
  private let fragmentedTests: InlineArray<_, TargetTest> = [
    TargetTest("page file is in many pieces", testPageFileIsInManyPieces),
    TargetTest("pages are where the file is", testPagesAreWhereTheFileIs),
    TargetTest("all transfers at once", testAllTransfersAtOnce),
    TargetTest("slots past the end are refused", testSlotsPastTheEndAreRefused),
    TargetTest("page files grow", testPageFilesGrow),
  ]

  /// A volume with a sector that cannot be read and one that cannot be written.
  private let badPageTests: InlineArray<_, TargetTest> = [
    TargetTest("bad sectors are errors of their pages alone", testBadSectorsAreErrorsOfTheirPagesAlone)
  ]

  /// The same disk.
  private let lostPoolTests: InlineArray<_, TargetTest> = [
    TargetTest("pool that cannot be read", testPoolThatCannotBeRead)
  ]

  /// Where on the disk the tests work. Scripts/tests/disk.py knows them too.
  enum DiskPlaces {
    /// 64 sectors that the host filled, with its seed.
    static let fromHost: UInt32 = 100_000
    static let hostSeed: UInt32 = 0x1234_5678
    /// 300 sectors that the host looks at afterwards, with their seed.
    static let toHost: UInt32 = 101_000
    static let kernelSeed: UInt32 = 0x8765_4321
    static let badToRead: UInt32 = 102_005
    static let badToWrite: UInt32 = 103_005
    /// From here on the tests write what they like.
    static let scratch: UInt32 = 110_000
  }
#endif
