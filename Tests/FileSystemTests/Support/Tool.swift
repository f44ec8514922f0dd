import Foundation

/// Programs of others that make and judge volumes: mkfs.fat, fsck.fat, mcopy, mdir. Scripts/setup installs them.
enum Tool {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a program; its output, and how it ended.
  static func run(_ arguments: [String]) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["PATH", default: ""] += ":/usr/sbin:/sbin"
    environment["MTOOLS_SKIP_CHECK"] = "1"
    environment["MTOOLSRC"] = "/dev/null"
    environment["LC_ALL"] = "C.UTF-8"
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (output, process.terminationStatus)
  }

  /// Runs a program that has to succeed.
  @discardableResult
  static func call(_ arguments: String...) throws -> String {
    let (output, status) = try run(arguments)
    guard status == 0 else { throw Failure(description: "\(arguments): \(status)\n\(output)") }
    return output
  }
}

/// A directory that goes away with the object.
final class Folder {
  let path: String
  init() throws {
    path = NSTemporaryDirectory() + "selfmap-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }
  func read(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name)))) }
}
