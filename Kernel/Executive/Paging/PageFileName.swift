#if os(none)
  import MemoryManager

  /// The names of page files as NT says them: `\??\C:\pagefile.sys`.
  extension VolumePath {
    private static var prefix: StaticString { "\\??\\C:" }
    private static var prefixCount: UInt32 { UInt32(truncatingIfNeeded: prefix.utf8CodeUnitCount) }

    var systemNameCount: UInt32 { Self.prefixCount + withSpan { UInt32(truncatingIfNeeded: $0.count) } }

    /// In UTF-16; 0 behind the last.
    func systemNameCharacter(_ index: UInt32) -> UInt16 {
      if index < Self.prefixCount { return UInt16(unsafe Self.prefix.utf8Start[Int(index)]) }
      return withSpan { path in
        let place = Int(index - Self.prefixCount)
        return place < path.count ? UInt16(path[place]) : 0
      }
    }
  }

  /// Writes the name of a page file to the console.
  func writeName(ofPageFile number: UInt32) {
    guard number < PageFiles.count else { return }
    Console.write("\\??\\")
    PageFiles[number].object.path.write()
  }
#endif
