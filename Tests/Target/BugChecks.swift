#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// Provokes the bug check named behind /CRASH=.
  func provokeBugCheck(_ text: BootText, _ word: BootText.Word) {
    if text.match(word, "/CRASH=unmapped-read") == word.end { _ = Machine().read32(VirtualAddress(0xC080_0000)) }
  }
#endif
