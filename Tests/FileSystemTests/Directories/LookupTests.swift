import Testing

@testable import FileSystem

@Suite struct LookupTests {
  private static let long = "A name that is longer than thirteen characters, and than twice that.text"
  private static let names = [
    "/SHORT.TXT", "/lower.txt", "/\(long)", "/Größe.dat", "/DIR/", "/DIR/INNER.TXT", "/DIR/Sub folder/", "/DIR/Sub folder/Deep file.x",
  ]

  private static func mount(_ format: Format) throws -> Mount {
    var partition = try Partition(format)
    try partition.copyIn(names.map { ($0, Array($0.utf8)) })
    return try Mount(partition)
  }

  @Test(arguments: Format.both)
  func filesAreFoundByLongAndShortNameInAnyCase(format: Format) throws {
    let mount = try Self.mount(format)
    func expect(_ path: String, _ name: String) throws { try #expect(mount.contents(path) == Array(name.utf8), "\(path)") }
    try expect("\\SHORT.TXT", "/SHORT.TXT")
    try expect("\\short.Txt", "/SHORT.TXT")
    try expect("\\LOWER.TXT", "/lower.txt")
    try expect("\\" + Self.long, "/" + Self.long)
    try expect("\\" + Self.long.uppercased(), "/" + Self.long)
    try expect("\\ANAMET~1.TEX", "/" + Self.long)
    try expect("\\dir\\inner.txt", "/DIR/INNER.TXT")
    try expect("\\DIR\\SUB FOLDER\\DEEP FILE.X", "/DIR/Sub folder/Deep file.x")
    try expect("\\DIR\\SUBFOL~1\\DEEPFI~1.X", "/DIR/Sub folder/Deep file.x")
  }

  @Test(arguments: Format.both)
  func directoriesAreListed(format: Format) throws {
    let mount = try Self.mount(format)
    try #expect(Set(mount.list("\\").map { $0.lowercased() }) == ["short.txt", "lower.txt", Self.long.lowercased(), "größe.dat", "dir"])
    try #expect(mount.list("\\DIR") == ["INNER.TXT", "Sub folder"])
    try #expect(mount.list("\\dir\\sub folder") == ["Deep file.x"])
  }

  @Test func whatIsNotThereIsAnError() throws {
    let mount = try Self.mount(.small16)
    func expect(_ error: FileSystemError, _ path: String) {
      #expect(throws: error, "\(path)") { try mount.open(path) }
    }
    expect(.notFound, "\\NONE.TXT")
    expect(.notFound, "\\NONE\\INNER.TXT")
    expect(.notFound, "\\SHORT.TX")
    expect(.notFound, "\\SHORT")
    expect(.notFound, "\\TEST")  // the label
    expect(.notFound, "\\DIR\\.")
    expect(.notFound, "\\DIR\\..\\SHORT.TXT")
    expect(.isDirectory, "\\DIR")
    expect(.isDirectory, "\\")
    expect(.notDirectory, "\\SHORT.TXT\\A")
    for path in ["", "SHORT.TXT", "\\DIR\\", "\\\\", "\\DIR\\\\INNER.TXT", "\\A*", "\\A/B", "\\Größe.dat", "\\A\u{1}"] { expect(.nameInvalid, path) }
    #expect(throws: FileSystemError.notDirectory) { try mount.list("\\SHORT.TXT") }
  }

  /// More entries than a cluster has, and on FAT32 more than the root directory had at first.
  @Test(arguments: Format.both)
  func largeDirectories(format: Format) throws {
    let names = (0..<120).map { "/D/Long file name number \($0)" }
    var partition = try Partition(format)
    try partition.copyIn([("/D/", [])] + names.map { ($0, Array($0.utf8)) })
    let mount = try Mount(partition)
    try #expect(mount.list("\\D").count == 120)
    for name in names { try #expect(mount.contents("\\D\\" + name.dropFirst(3)) == Array(name.utf8)) }
  }

  @Test func pathsToShortNames() {
    func short(_ name: String) -> String? {
      var text = ""
      guard let short = ShortName(Array(name.utf8).span) else { return nil }
      short.forEachCharacter { text.append(Character(Unicode.Scalar($0))) }
      return text
    }
    #expect(short("pagefile.sys") == "PAGEFILE.SYS")
    #expect(short("A") == "A")
    #expect(short("A.B") == "A.B")
    #expect(short("12345678.123") == "12345678.123")
    for name in ["", ".", "..", ".A", "A.", "123456789", "A.1234", "A.B.C", "A B", "A+B", "A;B", "Ä", "A\\B"] {
      #expect(short(name) == nil, "\(name)")
    }
  }
}
