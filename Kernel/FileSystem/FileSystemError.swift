/// Why an operation on a volume did not happen, or stopped half-way.
package enum FileSystemError: Error, Equatable, Sendable {
  /// No file or directory has this path.
  case notFound
  /// There is one of this name already.
  case exists
  /// Too few clusters are free; nothing was changed.
  case diskFull
  /// The directory has no room for another entry and cannot grow; nothing was changed.
  case directoryFull
  /// FAT keeps the size in 32 bits.
  case fileTooLarge
  /// The path is not absolute or has characters that it may not have; or the name of a new file is not of the form 8.3.
  case nameInvalid
  case directoryNotEmpty
  /// It is a directory, where a file is needed.
  case isDirectory
  /// It is a file, where a directory is needed.
  case notDirectory
  /// The volume was mounted for reading only, or the file is marked so.
  case readOnly
  /// The file is someone's who does not want it changed.
  case inUse
  /// No volume is mounted.
  case noVolume
  /// The partition has no FAT file system, or one that is not read here: FAT12, or sectors that are not of 512 bytes.
  case unknownFileSystem
  /// What the disk says cannot be.
  case corrupt(Corruption)
  /// The disk could not read or write.
  case ioError
}

/// Which part of a volume contradicts itself.
package enum Corruption: Equatable, Sendable {
  case partitionTable, bootSector
  /// A chain leads to a cluster that is free, bad, or not there, or comes back to itself.
  case clusterChain
  case directory
  /// A file has fewer clusters than its size needs.
  case fileSize
}
