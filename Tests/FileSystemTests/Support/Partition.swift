import Foundation

@testable import FileSystem

/// How mkfs.fat is told to make a volume.
struct Format: Sendable, CustomStringConvertible {
  var kind: VolumeLayout.Kind
  var sectors: UInt32
  var sectorsPerCluster = 1
  var tables = 2
  /// How many sectors are in front of the FAT, if not as many as mkfs.fat likes.
  var reserved: Int?

  var description: String { "\(kind), \(sectors) sectors, \(sectorsPerCluster) a cluster, \(tables) FATs" }

  static let small16 = Format(kind: .fat16, sectors: 5000)
  /// As many clusters as the specification wants of FAT32, and mtools with it.
  static let small32 = Format(kind: .fat32, sectors: 67_000)
  /// Fewer: FAT32 all the same for NT, Linux and fsck.fat.
  static let tiny32 = Format(kind: .fat32, sectors: 3000)
  static let both = [small16, small32]
  static let all = [
    small16, small32, Format(kind: .fat16, sectors: 5000, tables: 1), Format(kind: .fat16, sectors: 40_000, sectorsPerCluster: 4),
    Format(kind: .fat16, sectors: 140_000, sectorsPerCluster: 32), Format(kind: .fat32, sectors: 140_000, sectorsPerCluster: 2, tables: 1),
    // The FSInfo sector lies directly in front of the FAT.
    Format(kind: .fat32, sectors: 67_000, reserved: 2),
  ]
}

/// The bytes of a partition, and what the programs of others do with them.
struct Partition {
  var bytes: [UInt8]

  /// A new volume.
  init(_ format: Format) throws {
    let folder = try Folder()
    let path = folder.file("volume")
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: UInt64(format.sectors) * 512)
    var arguments = [
      "mkfs.fat", "-F", format.kind == .fat16 ? "16" : "32", "-s", "\(format.sectorsPerCluster)", "-f", "\(format.tables)", "-n", "TEST",
      "-i", "12345678", "--invariant", path,
    ]
    arguments += format.reserved.map { ["-a", "-R", "\($0)"] } ?? []
    try Tool.call(arguments)
    bytes = try folder.read("volume")
  }
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Lets others change the volume: the function gets its path for mtools' -i.
  mutating func change(_ body: (Folder, String) throws -> Void) throws {
    let folder = try Folder()
    try body(folder, try folder.write("volume", bytes))
    bytes = try folder.read("volume")
  }

  /// Puts files in: `/DIR/NAME` and contents; directories that end with a slash.
  mutating func copyIn(_ files: [(name: String, contents: [UInt8])]) throws {
    try change { folder, volume in
      for (name, contents) in files {
        if name.hasSuffix("/") {
          try Tool.call("mmd", "-i", volume, "::" + name.dropLast())
        } else {
          try Tool.call("mcopy", "-i", volume, try folder.write("file", contents), "::" + name)
        }
      }
    }
  }

  /// All files, by their path below the root, as mtools sees them.
  func copyOut() throws -> [String: [UInt8]] {
    let folder = try Folder()
    let volume = try folder.write("volume", bytes)
    let out = folder.file("out")
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    // mcopy has nothing to copy in an empty directory, and says so.
    _ = try Tool.run(["mcopy", "-s", "-n", "-i", volume, "::/", out])
    var files: [String: [UInt8]] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: out) ?? FileManager.DirectoryEnumerator() {
      var isDirectory: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(out)/\(name)", isDirectory: &isDirectory)
      files["/" + name + (isDirectory.boolValue ? "/" : "")] = isDirectory.boolValue ? [] : try folder.read("out/\(name)")
    }
    return files
  }

  /// What fsck.fat finds wrong, a line each; empty if nothing is.
  func complaints() throws -> [String] {
    let folder = try Folder()
    let (output, status) = try Tool.run(["fsck.fat", "-n", try folder.write("volume", bytes)])
    let lines = output.split(separator: "\n").map(String.init)
    guard status != 0 else { return [] }
    return lines.filter { !$0.hasPrefix("fsck.fat") && !$0.contains(": ") || !$0.contains("files,") }
  }
}
