/// The page files that the command line names: groups of a name, a size and a largest size in MB, with commas between all of them.
/// NT: the registry value PagingFiles
package struct PagingFileList: Equatable, Sendable {
  /// What is not taken yet.
  private var rest: BootText.Word

  package struct Item: Equatable, Sendable {
    package let name: BootText.Word
    package let minimumMegabytes: UInt32
    package let maximumMegabytes: UInt32
  }

  init(_ word: BootText.Word) { rest = word }

  /// Takes the next group. Nil at the end of the list, and for what is no group.
  package mutating func next(_ text: BootText) -> Item? {
    guard let name = field(text), name.start < name.end, let minimum = number(text), let maximum = number(text) else { return nil }
    return Item(name: name, minimumMegabytes: minimum, maximumMegabytes: maximum)
  }

  /// What is wrong with the list.
  func complaint(_ text: BootText) -> BootOptions.Complaint? {
    var list = self
    while list.rest.start < list.rest.end {
      guard let item = list.next(text) else { return .malformed }
      guard item.minimumMegabytes > 0, item.minimumMegabytes <= item.maximumMegabytes, item.maximumMegabytes <= 4095 else { return .outOfRange }
    }
    return nil
  }

  private mutating func number(_ text: BootText) -> UInt32? {
    guard let field = field(text) else { return nil }
    return text.number(from: field.start, to: field.end)
  }

  /// Takes what comes before the next comma; nil at the end.
  private mutating func field(_ text: BootText) -> BootText.Word? {
    guard rest.start < rest.end else { return nil }
    var end = rest.start
    while end < rest.end && text[end] != 0x2C { end += 1 }
    let field = BootText.Word(start: rest.start, end: end)
    rest.start = min(end + 1, rest.end)
    return field
  }
}
