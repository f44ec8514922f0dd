#if os(none)
  import FileSystem

  extension FileSystemError {
    /// A clause without a full stop.
    var text: StaticString {
      switch self {
      case .notFound: "there is no such file or directory"
      case .exists: "it exists already"
      case .diskFull: "the volume is full"
      case .directoryFull: "the directory is full"
      case .fileTooLarge: "a file is smaller than 4 GB"
      case .nameInvalid: "a name of that form cannot be"
      case .directoryNotEmpty: "the directory is not empty"
      case .isDirectory: "it is a directory"
      case .notDirectory: "it is no directory"
      case .readOnly: "it may only be read"
      case .inUse: "it is a page file"
      case .noVolume: "no volume is mounted"
      case .unknownFileSystem: "there is no FAT16 or FAT32 partition"
      case .corrupt(let part): part.text
      case .ioError: "the disk could not read or write"
      }
    }
  }

  extension Corruption {
    fileprivate var text: StaticString {
      switch self {
      case .partitionTable: "the partition table is damaged"
      case .bootSector: "the boot sector is damaged"
      case .clusterChain: "a file's place on the volume is damaged"
      case .directory: "a directory is damaged"
      case .fileSize: "the size of a file is damaged"
      }
    }
  }
#endif
