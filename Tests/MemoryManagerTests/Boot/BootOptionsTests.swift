import Machine
import Testing

@testable import MemoryManager

/// The command line: boot.ini's options and the registry's values by name.
@Suite struct BootOptionsTests {
  private func parse(_ line: String) -> BootOptions { BootOptions(BootText(line)) }
  private func warnings(_ line: String) -> [String] {
    let (text, options) = (BootText(line), parse(line))
    return (0..<options.warningCount).map { "\(text.string(options[warning: $0].word)) \(options[warning: $0].complaint)" }
  }

  @Test func noneIsTheDefault() {
    for line in ["", "   ", "\t\t "] {
      let options = parse(line)
      #expect(options.maximumMegabytes == nil && !options.isDebug && options.nonpagedPoolBytes == nil && options.pagedPoolBytes == nil)
      #expect(options.systemPages == nil && options.largePageMinimum == nil && !options.isUserSpaceLarge && options.warningCount == 0)
    }
  }

  @Test func everyOption() {
    let options = parse("/MAXMEM=32 /3GB /DEBUG NonPagedPoolSize=1M PagedPoolSize=8M SystemPages=10000 LargePageMinimum=0x1000000")
    #expect(options.maximumMegabytes == 32 && options.isUserSpaceLarge && options.isDebug && options.nonpagedPoolBytes == 1 << 20)
    #expect(options.pagedPoolBytes == 8 << 20 && options.systemPages == 10_000 && options.largePageMinimum == 16 << 20)
    #expect(options.warningCount == 0)
  }

  @Test func caseDoesNotMatter() {
    let options = parse("/maxmem=16 /Debug NONPAGEDPOOLSIZE=64k pagedpoolsize=0X200000")
    #expect(options.maximumMegabytes == 16 && options.isDebug && options.nonpagedPoolBytes == 65_536 && options.pagedPoolBytes == 2 << 20)
    #expect(options.warningCount == 0)
  }

  @Test func largeUserSpaceIsAWholeWord() {
    for line in ["/3GB", "/3gb", "x /3Gb\ty"] { #expect(parse(line).isUserSpaceLarge) }
    for line in ["/3GBX", "x/3GB", "/3G", "/3G B", "3GB", "/3GB="] { #expect(!parse(line).isUserSpaceLarge) }
  }

  @Test func aPositionToReadFrom() {
    let options = BootOptions(BootText("selfmap.elf /MAXMEM=8"), from: 11)
    #expect(options.maximumMegabytes == 8 && options.warningCount == 0)
    #expect(warnings("selfmap.elf /MAXMEM=8") == ["selfmap.elf unknown"])
  }

  // MARK: Page files

  /// Their names and sizes; nil if the option is not there or is no good.
  private func pagingFiles(_ line: String) -> [String]? {
    let text = BootText(line)
    guard var list = parse(line).pagingFiles else { return nil }
    var found: [String] = []
    while let item = list.next(text) { found.append("\(text.string(item.name)) \(item.minimumMegabytes) \(item.maximumMegabytes)") }
    return found
  }

  @Test func pagingFilesAreGroups() {
    #expect(pagingFiles("") == nil)
    #expect(pagingFiles("PagingFiles=") == [])
    #expect(pagingFiles(#"/DEBUG pagingfiles=C:\pagefile.sys,16,64 /MAXMEM=8"#) == [#"C:\pagefile.sys 16 64"#])
    #expect(pagingFiles(#"PagingFiles=C:\a,1,1,C:\b,0x10,4095"#) == [#"C:\a 1 1"#, #"C:\b 16 4095"#])
  }

  @Test func pagingFilesThatCannotBeAreWarnings() {
    for list in ["a", "a,", "a,1", "a,1,", "a,x,2", "a,1,x", ",1,2", ",", "a,1,2,", "a,1,2,b", "a,1,2,b,3"] {
      let isGood = list == "a,1,2,"
      #expect(pagingFiles("PagingFiles=\(list)") == (isGood ? ["a 1 2"] : nil))
      #expect(warnings("PagingFiles=\(list)") == (isGood ? [] : ["PagingFiles=\(list) malformed"]))
    }
    for list in ["a,0,2", "a,2,1", "a,1,4096", "a,1,2,b,3,2"] { #expect(warnings("PagingFiles=\(list)") == ["PagingFiles=\(list) outOfRange"]) }
  }

  @Test func clearingPageFiles() {
    #expect(!parse("").clearsPageFileAtShutdown && !parse("ClearPageFileAtShutdown=0").clearsPageFileAtShutdown)
    #expect(parse("clearpagefileatshutdown=1").clearsPageFileAtShutdown)
    #expect(warnings("ClearPageFileAtShutdown=2") == ["ClearPageFileAtShutdown=2 outOfRange"])
  }

  @Test func theLastOneWins() { #expect(parse("/MAXMEM=8 /MAXMEM=16").maximumMegabytes == 16) }

  // MARK: Numbers

  @Test(
    arguments: [
      ("LargePageMinimum=0", 0), ("LargePageMinimum=4294967295", UInt32.max), ("LargePageMinimum=0xFFFFFFFF", .max),
      ("LargePageMinimum=1k", 1024), ("LargePageMinimum=2M", 2 << 20), ("LargePageMinimum=3G", 3 << 30), ("LargePageMinimum=0x10K", 16 << 10),
      ("LargePageMinimum=0xAbC", 0xABC), ("LargePageMinimum=007", 7), ("LargePageMinimum=4095M", 4095 << 20),
    ] as [(String, UInt32)])
  func numbers(word: String, value: UInt32) {
    #expect(parse(word).largePageMinimum == value)
    #expect(parse(word).warningCount == 0)
  }

  @Test(arguments: [
    "LargePageMinimum=", "LargePageMinimum=x", "LargePageMinimum=-1", "LargePageMinimum=1KK", "LargePageMinimum=1T", "LargePageMinimum=0x",
    "LargePageMinimum=0xG", "LargePageMinimum=12ab", "LargePageMinimum=4294967296", "LargePageMinimum=4G", "LargePageMinimum=0x100000000",
    "LargePageMinimum=99999999999999999999999999", "LargePageMinimum=1.5M", "LargePageMinimum=M", "LargePageMinimum==1", "LargePageMinimum=1 M",
  ])
  func malformedNumbers(line: String) {
    #expect(parse(line).largePageMinimum == (line.hasSuffix(" M") ? 1 : nil))
    #expect(parse(line).warningCount == 1)
    if !line.hasSuffix(" M") { #expect(warnings(line) == ["\(line) malformed"]) }
  }

  // MARK: Ranges

  @Test func maxmemRange() {
    #expect(warnings("/MAXMEM=3 /MAXMEM=4097 /MAXMEM=0") == ["/MAXMEM=3 outOfRange", "/MAXMEM=4097 outOfRange", "/MAXMEM=0 outOfRange"])
    #expect(parse("/MAXMEM=3").maximumMegabytes == nil)
    #expect(parse("/MAXMEM=4").maximumMegabytes == 4 && parse("/MAXMEM=4096").maximumMegabytes == 4096)
  }
  @Test func poolRanges() {
    #expect(warnings("NonPagedPoolSize=65535 PagedPoolSize=1048575 NonPagedPoolSize=61M PagedPoolSize=113M").count == 4)
    #expect(parse("NonPagedPoolSize=60M").nonpagedPoolBytes == 60 << 20 && parse("PagedPoolSize=112M").pagedPoolBytes == 112 << 20)
    #expect(parse("NonPagedPoolSize=65536").nonpagedPoolBytes == 65_536 && parse("PagedPoolSize=1M").pagedPoolBytes == 1 << 20)
  }
  @Test func systemPagesRange() {
    #expect(warnings("SystemPages=511 SystemPages=32769") == ["SystemPages=511 outOfRange", "SystemPages=32769 outOfRange"])
    #expect(parse("SystemPages=512").systemPages == 512 && parse("SystemPages=32768").systemPages == 32_768)
  }

  // MARK: Words

  @Test func unknownWordsAreWarnedOf() {
    #expect(
      warnings("/3GBX foo PagedPool=1M /DEBUGX /MAXMEM") == [
        "/3GBX unknown", "foo unknown", "PagedPool=1M unknown", "/DEBUGX unknown", "/MAXMEM unknown",
      ])
  }
  @Test func moreWarningsThanThereIsRoomForAreNotKept() {
    #expect(parse(Array(repeating: "x", count: 40).joined(separator: " ")).warningCount == 16)
  }
  @Test func wordsBetweenBlanks() {
    let text = BootText("  one\t two\r\n")
    let one = text.word(from: 0)
    #expect(one.map(text.string) == "one")
    #expect(text.word(from: one!.end).map(text.string) == "two")
    #expect(text.word(from: 10) == nil && text.word(from: 4000) == nil)
    #expect(text[0] == 32 && text[500] == 0)
  }
  @Test func longLinesAreCut() {
    let text = BootText(String(repeating: "a", count: 600))
    #expect(text.isCut && text.count == 511)
    #expect(!BootText(String(repeating: "a", count: 511)).isCut)
    #expect(parse(String(repeating: "a", count: 600)).warningCount == 1)
  }
}
