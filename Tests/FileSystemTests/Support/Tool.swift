import Foundation

/// Programs of others that make and judge volumes: mkfs.fat, fsck.fat, mcopy, mdir. Scripts/setup installs them.
enum Tool {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a program; its output, and how it ended. Its output goes to a file, which never fills up.
  static func run(_ arguments: [String]) throws -> (output: String, status: Int32) {
    let folder = try Folder()
    let path = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin") + ":/usr/sbin:/sbin"
    let settings = ["env", "PATH=\(path)", "MTOOLS_SKIP_CHECK=1", "MTOOLSRC=/dev/null", "LC_ALL=C.UTF-8"]
    let status = try spawn(settings + arguments, output: folder.file("output"))
    return (String(decoding: try folder.read("output"), as: UTF8.self), status)
  }

  private static func spawn(_ arguments: [String], output: String) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    let strings = arguments.map { strdup($0) } + [nil]
    defer { for string in strings { free(string) } }
    var (child, status) = (pid_t(), Int32())
    guard posix_spawnp(&child, "env", &actions, nil, strings, environ) == 0 else { throw Failure(description: "\(arguments): not started") }
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
  }

  /// Runs a program that has to succeed.
  @discardableResult
  static func call(_ arguments: String...) throws -> String { try call(arguments) }
  @discardableResult
  static func call(_ arguments: [String]) throws -> String {
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
  /// Pieces that are all zero are left out: volumes are large and empty.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    _ = FileManager.default.createFile(atPath: file(name), contents: nil)
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file(name)))
    defer { try? handle.close() }
    try handle.truncate(atOffset: UInt64(bytes.count))
    try bytes.withUnsafeBytes { bytes in
      let zeroes = [UInt8](repeating: 0, count: 65536)
      for start in stride(from: 0, to: bytes.count, by: zeroes.count) {
        let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + zeroes.count, bytes.count)])
        guard memcmp(piece.baseAddress!, zeroes, piece.count) != 0 else { continue }
        try handle.seek(toOffset: UInt64(start))
        try handle.write(contentsOf: Data(piece))
      }
    }
    return file(name)
  }
  func read(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name)))) }
}

/// As fast in tests that are not optimized, where == compares byte by byte.
func isEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool { one.count == other.count && memcmp(one, other, one.count) == 0 }
