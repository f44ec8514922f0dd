import Testing

@testable import FileSystem

/// Does random things to a volume and to a plain model of it, and compares.
final class VolumeActor {
  private(set) var mount: Mount
  /// What is there: contents by path; directories end with a backslash.
  private(set) var model: [String: [UInt8]] = [:]
  private var random: Random
  private var handles: [String: File] = [:]
  private let names: [String]

  /// Which paths were changed, and what was flushed, by the length of the disk's log at that time.
  private(set) var changes: [(time: Int, path: String)] = []
  private(set) var flushes: [(time: Int, files: [String: [UInt8]])] = []

  /// `freeBytes`: what is left of the volume, if not all; a file has the rest.
  init(_ disk: MemoryDisk, seed: UInt64, freeBytes: UInt64? = nil) throws {
    random = Random(seed: seed)
    mount = try Mount(disk, cachedPages: Int(random.next(2...8)))
    names = (0..<60).map { "\(["", "D0\\", "D1\\", "D0\\SUB\\"][$0 % 4])F\($0)" }.map { "\\" + $0 } + ["\\D0\\", "\\D1\\", "\\D0\\SUB\\"]
    for path in names where path.hasSuffix("\\") {
      try mount.makeDirectory(String(path.dropLast()))
      model[path] = []
    }
    if let freeBytes {
      var file = try mount.create("\\FILL")
      try mount.extend(&file, to: UInt32(try mount.freeSpace() - freeBytes))
      model["\\FILL"] = try mount.contents("\\FILL")
    }
    try flush()
  }

  private var time: Int { mount.disk.log.count }
  private func touch(_ path: String) { changes.append((time, path)) }

  func flush() throws {
    try mount.flush()
    flushes.append((time, model))
  }

  /// One random step; its name, for the report of a failure.
  func step() throws -> String {
    let path = names[Int(random.next(UInt32(names.count)))]
    let isDirectory = path.hasSuffix("\\")
    switch random.next(30) {
    case 0..<2:
      try flush()
      return "flush"
    case 2 where random.oneIn(3):
      try flush()
      mount = try Mount(mount.disk, cachedPages: Int(random.next(2...8)))
      handles = [:]
      return "mount"
    default: break
    }
    guard model[path] != nil else { return try create(path) }
    return isDirectory ? try removeDirectory(path) : try change(path)
  }

  private func parent(_ path: String) -> String {
    let end = path.hasSuffix("\\") ? path.dropLast() : path[...]
    return String(end[...(end.lastIndex(of: "\\") ?? end.startIndex)])
  }

  private func create(_ path: String) throws -> String {
    let isDirectory = path.hasSuffix("\\")
    let name = isDirectory ? String(path.dropLast()) : path
    let hasParent = parent(path) == "\\" || model[parent(path)] != nil
    touch(path)
    do {
      if isDirectory { try mount.makeDirectory(name) } else { handles[path] = try mount.create(name) }
      try #require(hasParent)
      model[path] = []
    } catch let error as FileSystemError {
      try #require(error == (hasParent ? .diskFull : .notFound))
    }
    return "create \(path)"
  }

  private func removeDirectory(_ path: String) throws -> String {
    guard random.oneIn(8) else { return "nothing" }
    let isEmpty = !model.keys.contains { $0 != path && $0.hasPrefix(path) }
    touch(path)
    do {
      try mount.delete(String(path.dropLast()))
      try #require(isEmpty)
      model[path] = nil
    } catch let error as FileSystemError {
      try #require(error == .directoryNotEmpty && !isEmpty)
    }
    return "remove \(path)"
  }

  private func change(_ path: String) throws -> String {
    var file = try handles[path] ?? mount.open(path)
    defer { handles[path] = model[path] == nil ? nil : file }
    switch random.next(10) {
    case 0..<4: return try write(&file, path)
    case 4: return try setSize(&file, path)
    case 5: return try extend(&file, path)
    case 6 where random.oneIn(2): return try delete(path)
    default: return try read(&file, path)
    }
  }

  private func write(_ file: inout File, _ path: String) throws -> String {
    let size = model[path]!.count
    let offset = Int(random.oneIn(4) ? random.next(UInt32(size + 3000)) : random.oneIn(2) ? UInt32(size) : random.next(UInt32(size + 1)))
    let bytes = ReadingTests.bytes(Int(random.next(1...(random.oneIn(4) ? 9000 : 900))), random.next())
    touch(path)
    do {
      try mount.write(&file, at: UInt32(offset), bytes)
      model[path]! += [UInt8](repeating: 0, count: max(0, offset + bytes.count - size))
      model[path]!.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    } catch FileSystemError.diskFull { try expectFull() }
    return "write \(bytes.count) at \(offset) of \(path)"
  }

  private func setSize(_ file: inout File, _ path: String) throws -> String {
    let (size, old) = (Int(random.oneIn(4) ? 0 : random.next(20_000)), model[path]!)
    touch(path)
    do {
      try mount.setSize(&file, to: UInt32(size))
      model[path] = Array(old.prefix(size)) + [UInt8](repeating: 0, count: max(0, size - old.count))
    } catch FileSystemError.diskFull { try expectFull() }
    return "set size \(size) of \(path)"
  }

  /// What the new bytes are no one says.
  private func extend(_ file: inout File, _ path: String) throws -> String {
    let (size, old) = (model[path]!.count + Int(random.next(40_000)), model[path]!)
    touch(path)
    do {
      try mount.extend(&file, to: UInt32(size))
      let contents = try mount.read(&file, at: 0, count: size + 1)
      try #require(contents.count == size && isEqual(Array(contents.prefix(old.count)), old))
      model[path] = contents
    } catch FileSystemError.diskFull { try expectFull() }
    return "extend \(path) to \(size)"
  }

  private func delete(_ path: String) throws -> String {
    touch(path)
    try mount.delete(path)
    model[path] = nil
    return "delete \(path)"
  }

  private func read(_ file: inout File, _ path: String) throws -> String {
    let (offset, count) = (Int(random.next(UInt32(model[path]!.count + 10))), Int(random.next(9000)))
    let read = try mount.read(&file, at: UInt32(offset), count: count)
    try #require(isEqual(read, Array(model[path]!.dropFirst(offset).prefix(count))), "\(count) at \(offset) of \(path)")
    return "read \(path)"
  }

  /// No operation here needs more than 100 KB.
  private func expectFull() throws { try #require(mount.freeSpace() < 100_000) }

  /// What mtools would call the files.
  var files: [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: model.map { (String($0.key.map { $0 == "\\" ? "/" : $0 }), $0.value) })
  }
}
