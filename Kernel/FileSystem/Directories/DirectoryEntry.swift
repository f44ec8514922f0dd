/// The 32 bytes of a file or directory in the directory that it is in. (Microsoft, FAT specification, section 6)
enum EntryField {
  static var attributes: UInt32 { 11 }
  static var creationTime: UInt32 { 14 }
  static var creationDate: UInt32 { 16 }
  static var accessDate: UInt32 { 18 }
  static var clusterHigh: UInt32 { 20 }
  static var writeTime: UInt32 { 22 }
  static var writeDate: UInt32 { 24 }
  static var clusterLow: UInt32 { 26 }
  static var size: UInt32 { 28 }

  /// Values of the first byte.
  static var end: UInt8 { 0x00 }
  static var deleted: UInt8 { 0xE5 }
}

/// NT: FILE_ATTRIBUTE_READONLY and so on
package struct FileAttributes: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let readOnly = Self(rawValue: 0x01)
  package static let hidden = Self(rawValue: 0x02)
  package static let system = Self(rawValue: 0x04)
  static let label = Self(rawValue: 0x08)
  package static let directory = Self(rawValue: 0x10)
  package static let archive = Self(rawValue: 0x20)

  /// Such an entry is a part of a long name.
  var isLongName: Bool { rawValue & 0x3F == 0x0F }
}

/// A file or directory, as its entry was when it was read.
package struct DirectoryEntry: Sendable {
  let place: DiskPlace
  package let name: ShortName
  package let attributes: FileAttributes
  /// In bytes; 0 for a directory.
  package var size: UInt32
  /// As it is on the disk: 0 if there is none.
  var firstCluster: UInt32

  package var isDirectory: Bool { attributes.contains(.directory) }

  /// Errors: `ioError`.
  init<Storage>(at place: DiskPlace, isFat32: Bool, _ cache: inout SectorCache<Storage>) throws(FileSystemError) {
    self.place = place
    name = try ShortName(at: place, &cache)
    attributes = FileAttributes(rawValue: try cache.load8(place + EntryField.attributes))
    size = try cache.load32(place + EntryField.size)
    let high = isFat32 ? UInt32(try cache.load16(place + EntryField.clusterHigh)) : 0
    firstCluster = high << 16 | UInt32(try cache.load16(place + EntryField.clusterLow))
  }
}
