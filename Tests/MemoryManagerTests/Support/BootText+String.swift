@testable import MemoryManager

extension BootText {
  init(_ text: String) {
    self.init(room: InlineArray(repeating: 0))
    for byte in text.utf8 { append(byte) }
  }
  func string(_ word: Word) -> String { String(decoding: (word.start..<word.end).map { self[$0] }, as: UTF8.self) }
}
