#if os(none)
  import FileSystem
  import MemoryManager

  /// Throws for an error of the volume what NT's file systems return.
  @inline(__always)
  func withStatus<Result>(_ body: () throws(FileSystemError) -> Result) throws(Status) -> Result {
    do throws(FileSystemError) { return try body() } catch { throw error.status }
  }

  extension FileSystemError {
    /// Of an operation that names a file to be written.
    var status: Status {
      switch self {
      case .notFound, .notDirectory, .noVolume: .objectPathNotFound
      case .exists: .objectNameCollision
      case .diskFull, .directoryFull: .diskFull
      case .fileTooLarge: .invalidParameter3
      case .nameInvalid: .objectNameInvalid
      case .directoryNotEmpty: .directoryNotEmpty
      case .isDirectory: .fileIsADirectory
      case .readOnly: .accessDenied
      case .inUse: .sharingViolation
      case .unknownFileSystem: .unrecognizedVolume
      case .corrupt: .diskCorruptError
      case .ioError: .ioDeviceError
      }
    }
  }
#endif
