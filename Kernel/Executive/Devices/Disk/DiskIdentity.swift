#if os(none)
  import Machine
  import MemoryManager

  /// What a drive says of itself. Source: ATA/ATAPI-6, 8.15, IDENTIFY DEVICE.
  package struct DiskIdentity {
    /// 0 before a drive has said so.
    package private(set) var sectors: UInt32 = 0
    /// Knows commands with 48 bits of address.
    package private(set) var has48Bits = false
    package private(set) var canDma = false
    private(set) var canFlush = false
    /// Two characters a word, the first in the upper byte, and spaces at the end.
    private var model = InlineArray<20, UInt16>(repeating: 0x2020)

    private enum Word {
      static let model: UInt32 = 27
      static let capabilities: UInt32 = 49
      static let sectors28: UInt32 = 60
      static let commandSets: UInt32 = 83
      static let sectors48: UInt32 = 100
    }

    init() {}

    /// Reads the 512 bytes at `place`; nil if they are not those of a disk that is addressed by sector number.
    init?(at place: VirtualAddress) {
      func word(_ index: UInt32) -> UInt32 { UInt32(memoryManager.machine.load16(place + index * 2)) }
      let (capabilities, commandSets) = (word(Word.capabilities), word(Word.commandSets))
      let isAta = word(0) & 0x8000 == 0
      let hasLba = capabilities & 1 << 9 != 0
      guard isAta && hasLba else { return nil }
      canDma = capabilities & 1 << 8 != 0
      let areCommandSetsValid = commandSets >> 14 == 1
      has48Bits = areCommandSetsValid && commandSets & 1 << 10 != 0
      canFlush = areCommandSetsValid && commandSets & 1 << 12 != 0
      sectors = word(Word.sectors28) | word(Word.sectors28 + 1) << 16
      if has48Bits {
        let isTooLarge = word(Word.sectors48 + 2) | word(Word.sectors48 + 3) != 0
        sectors = isTooLarge ? .max : word(Word.sectors48) | word(Word.sectors48 + 1) << 16
      }
      guard sectors > 0 else { return nil }
      for index in 0..<20 { model[index] = UInt16(truncatingIfNeeded: word(Word.model + UInt32(index))) }
    }

    /// Writes the model to the console, without the spaces at its end.
    package func writeModel() {
      var length = 40
      while length > 0 && character(length - 1) == 0x20 { length -= 1 }
      for index in 0..<length { Console.write(character(index)) }
    }

    private func character(_ index: Int) -> UInt8 {
      let character = UInt8(truncatingIfNeeded: index & 1 == 0 ? model[index / 2] >> 8 : model[index / 2])
      return character >= 0x20 && character < 0x7F ? character : 0x2E
    }
  }
#endif
