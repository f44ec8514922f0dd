/// What the command line asks of the memory manager: boot.ini's options and the values of the Memory Management registry key by name.
///
/// An unknown word or a value out of range changes nothing and is kept as a warning.
package struct BootOptions {
  /// /MAXMEM=n: use no RAM at or above n MB.
  package private(set) var maximumMegabytes: UInt32?
  /// /3GB: the system begins at C0000000. For the kernel that is decided before it reads this, by Boot/relocate.nasm: see `SystemRegion.systemStart`.
  package private(set) var isUserSpaceLarge = false
  /// /DEBUG: say more while booting.
  package private(set) var isDebug = false
  /// NonPagedPoolSize=bytes: the initial nonpaged pool.
  package private(set) var nonpagedPoolBytes: UInt32?
  /// PagedPoolSize=bytes: the most that paged pool may have.
  package private(set) var pagedPoolBytes: UInt32?
  /// SystemPages=count: the most system PTEs.
  package private(set) var systemPages: UInt32?
  /// LargePageMinimum=bytes: with more RAM than this, 4 MB pages map the kernel.
  package private(set) var largePageMinimum: UInt32?
  /// PagingFiles=NAME,MIN,MAX,...: the page files, with their sizes in MB; none if there is nothing behind the sign. Nil if it is not given.
  package private(set) var pagingFiles: PagingFileList?
  /// ClearPageFileAtShutdown=0 or 1: page files are overwritten with zeroes before the power goes off.
  private var clearsPageFiles: UInt32?
  package var clearsPageFileAtShutdown: Bool { clearsPageFiles == 1 }

  /// DisablePagingExecutive=1: kernel stacks and paged pool stay in memory.
  package private(set) var disablePagingExecutive: UInt32?

  package enum Complaint: Equatable, Sendable { case unknown, malformed, outOfRange }
  package struct Warning: Equatable, Sendable {
    package var word = BootText.Word()
    package var complaint = Complaint.unknown
  }
  private var warnings = InlineArray<16, Warning>(repeating: Warning())
  package private(set) var warningCount = 0
  package subscript(warning index: Int) -> Warning { warnings[index] }

  package init() {}

  /// Reads every word of `text` from `position` on.
  package init(_ text: BootText, from position: Int = 0) {
    var position = position
    while let word = text.word(from: position) {
      if let complaint = read(word, of: text) { warn(word, complaint) }
      position = word.end
    }
  }

  private mutating func warn(_ word: BootText.Word, _ complaint: Complaint) {
    guard warningCount < warnings.count else { return }
    warnings[warningCount] = Warning(word: word, complaint: complaint)
    warningCount += 1
  }

  private mutating func read(_ word: BootText.Word, of text: BootText) -> Complaint? {
    if text.match(word, "/3GB") == word.end {
      isUserSpaceLarge = true
      return nil
    }
    if text.match(word, "/DEBUG") == word.end {
      isDebug = true
      return nil
    }
    if let start = text.match(word, "/MAXMEM=") { return Self.set(&maximumMegabytes, text, start, word.end, 4...4096) }
    if let start = text.match(word, "NonPagedPoolSize=") { return Self.set(&nonpagedPoolBytes, text, start, word.end, 65_536...(60 << 20)) }
    if let start = text.match(word, "PagedPoolSize=") { return Self.set(&pagedPoolBytes, text, start, word.end, (1 << 20)...(112 << 20)) }
    if let start = text.match(word, "SystemPages=") { return Self.set(&systemPages, text, start, word.end, 512...32_768) }
    if let start = text.match(word, "LargePageMinimum=") { return Self.set(&largePageMinimum, text, start, word.end, 0...UInt32.max) }
    if let start = text.match(word, "DisablePagingExecutive=") { return Self.set(&disablePagingExecutive, text, start, word.end, 0...1) }
    if let start = text.match(word, "ClearPageFileAtShutdown=") { return Self.set(&clearsPageFiles, text, start, word.end, 0...1) }
    if let start = text.match(word, "PagingFiles=") { return setPagingFiles(text, BootText.Word(start: start, end: word.end)) }
    return .unknown
  }

  private mutating func setPagingFiles(_ text: BootText, _ word: BootText.Word) -> Complaint? {
    let list = PagingFileList(word)
    if let complaint = list.complaint(text) { return complaint }
    pagingFiles = list
    return nil
  }

  private static func set(
    _ value: inout UInt32?, _ text: BootText, _ start: Int, _ end: Int, _ range: ClosedRange<UInt32>
  ) -> Complaint? {
    guard let number = text.number(from: start, to: end) else { return .malformed }
    guard range.contains(number) else { return .outOfRange }
    value = number
    return nil
  }
}
