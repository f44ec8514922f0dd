import Machine

@testable import MemoryManager

/// Makes random calls in several processes of one machine, touches their memory, and compares everything with their models.
final class ServicesActor {
  /// A process and what it may expect.
  struct Subject {
    let process: Process
    var model = ProcessModel()
  }
  /// What came of something is not what the model says.
  struct Difference: Error {
    let what: String
    let expected: String
    let found: String
  }

  let bed: TestBed
  /// Where the page files are, if there are any.
  let disk: PagingDisk?
  var random: Random
  var subjects: [Subject] = []
  /// Whose address space is in force, if any is.
  var attached = 0
  let system: PageFrameNumber
  private static let mostProcesses = 4
  /// Pages that someone has taken away: little is left.
  private var taken: [PageFrameNumber] = []
  /// How often a process was out as a whole.
  var swapped = 0
  /// Threads that wait for the disk.
  var waiters: [Waiter] = []

  init(_ bed: TestBed, seed: UInt64, disk: PagingDisk? = nil) {
    self.bed = bed
    self.disk = disk
    random = Random(seed: seed)
    system = bed.machine.directory
  }
  deinit { bed.machine.switchDirectory(to: system) }

  var process: Process { subjects[attached].process }
  var model: ProcessModel {
    get { subjects[attached].model }
    _modify { yield &subjects[attached].model }
  }

  /// One random step; afterwards all that can be compared at little cost is.
  func step() throws {
    guard !subjects.isEmpty else { return try create() }
    if available < (disk == nil ? 60 : 15) || random.oneIn(200) { giveBack() }
    if let disk, random.oneIn(3) { try page(disk) }
    switch random.next(1000) {
    case 0..<420: try access()
    case 420..<560: try allocate()
    case 560..<660: try free()
    case 660..<730: try protect()
    case 730..<790: try query()
    case 790..<825: try lock()
    case 825..<855: try unlock()
    case 855..<885: try getWritten()
    case 885..<895: try resetWritten()
    case 895..<925: _ = process.trim(random.next(20), age: random.next(4))
    case 925..<930: process.empty()
    case 930..<935: process.age()
    case 935..<940: bed.mm.workingSetManagerStep(periodic: random.oneIn(2))
    case 940..<955: for _ in 0..<random.next(1...30) { _ = bed.mm.zeroPageStep() }
    case 955..<960: squeeze()
    case 960..<965: try setLimits()
    case 965..<980: attach(Int(random.next(UInt32(subjects.count))))
    case 980..<983: try create()
    case 983..<985: try end()
    case 985..<987: setCommitLimit()
    case 987..<990: takeAway()
    default: try compareEverything()
    }
    try comparePromises()
  }

  func expect<Value: Equatable>(_ expected: Value, _ found: Value, _ what: @autoclosure () -> String) throws {
    if expected != found { throw Difference(what: what(), expected: "\(expected)", found: "\(found)") }
  }

  /// What the system can promise still, and what may be wanting for a page of the pool that describes ranges.
  var left: Left { bed.mm.commitment.withLock { Left(promises: $0.left, resident: $0.residentAvailable) } }

  // MARK: Processes

  func attach(_ index: Int) {
    attached = index
    process.bringIn()
    bed.machine.switchDirectory(to: process.space.directory)
  }

  private func create() throws {
    guard subjects.count < Self.mostProcesses else { return }
    guard let process = Process(bed) else { return try expect(true, left.promises < 3 || left.resident < 53, "a process is refused") }
    subjects.append(Subject(process: process))
    attach(subjects.count - 1)
  }

  private func end() throws {
    let ended = subjects.remove(at: attached)
    endThreads(of: ended.process)
    bed.machine.switchDirectory(to: system)
    ended.process.end()
    if !subjects.isEmpty { attach(0) }
  }
  func endAll() throws {
    giveBack()
    while !subjects.isEmpty { try end() }
  }

  private func setCommitLimit() {
    let limit = random.oneIn(2) ? UInt32.max : random.next(20...400)
    model.commitLimit = limit
    process.space.creation.withLock { $0.commitLimit = limit }
  }

  private func setLimits() throws {
    let (minimum, maximum) = (random.next(10...120), random.next(15...300))
    let expected = model.setLimits(minimum: minimum, maximum: maximum, left: left)
    try expect(expected, process.setLimits(minimum, maximum), "setting limits \(minimum), \(maximum)")
    guard expected == .success else { return }
    try expect(true, process.residentPages <= max(model.maximum, model.lockedPages), "the working set is at most \(model.maximum)")
  }

  // MARK: What the system does

  /// For a moment someone has every free page and some of the standby ones, and leaves rubbish in them.
  private func squeeze() {
    let some = random.next(40)
    bed.database { database in
      let count = database.free.count + database.zeroed.count + min(some, database.standby.count)
      let frames = (0..<count).map { _ in database.removeAnyPage()! }
      for frame in frames {
        for offset in [0, 0x800, 0xFFC] as [UInt32] {
          bed.machine.storePhysical(PhysicalAddress(frame.address.raw + offset), 0x5EC5_E75E)
        }
        database.insertFree(frame)
      }
    }
  }

  var available: UInt32 { bed.database { $0.available } }

  /// Pages go bad until there are so few that working sets stay at their maximum.
  private func takeAway() {
    let rest = random.next(60...120)
    while available > rest, bed.mm.commitment.withLock({ $0.charge(1) }), let frame = bed.database({ $0.removeAnyPage() }) {
      bed.database { $0.insertBad(frame) }
      taken.append(frame)
    }
  }
  func giveBack() {
    bed.database { database in
      for frame in taken {
        database.unlink(frame)
        database.insertFree(frame)
      }
    }
    bed.mm.commitment.withLock { $0.giveBack(UInt32(taken.count)) }
    taken.removeAll()
  }
}
