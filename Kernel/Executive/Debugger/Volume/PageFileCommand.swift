#if os(none)
  import Machine
  import MemoryManager

  /// `pagefile [FILE MIN MAX]`: opens a page file as NtCreatePagingFile does; alone: which there are, and in how many pieces.
  func pageFile(_ line: inout CommandLine) throws(CommandError) {
    guard !line.isAtEnd else { return listPageFiles() }
    let path = try line.path("a file")
    let minimum = UInt64(try line.expression("the size in MB")) << 20
    let maximum = UInt64(try line.expression("the largest size in MB")) << 20
    try line.end()
    do throws(Status) {
      try createPagingFile(path, PagingFileSizes(minimumBytes: minimum, maximumBytes: maximum))
    } catch {
      print("\(status: error.raw)")
    }
  }

  private func listPageFiles() {
    guard PageFiles.count > 0 else { return print("There is no page file.") }
    print("No.  Size (KB)   Maximum  Pieces  File")
    for number in 0..<PageFiles.count {
      let file = PageFiles[number]
      print(
        "\(number, width: 3) \(file.object.pages << 2, width: 10)\(file.object.maximum << 2, width: 10)\(file.object.pieces, width: 8)  ",
        terminator: "")
      file.object.path.write()
      print()
    }
  }
#endif
