#if os(none)
  import CMachine
  import Machine

  /// A function of the kernel and the place of its name: ASCII, ended by a zero.
  struct Symbol {
    let address: VirtualAddress
    let name: VirtualAddress
  }

  /// The table of its own functions that the image carries. Scripts/symbols.py makes it: a count, then for each function its offset from the
  /// start of the image and the offset of its name, sorted, then the names.
  enum Symbols {
    static var count: UInt32 { cpu_load32(cpu_symbols()) }

    static subscript(index: UInt32) -> Symbol {
      let entry = cpu_symbols() &+ 4 &+ index &* 8
      return Symbol(address: SystemLayout.kernelText + cpu_load32(entry), name: VirtualAddress(cpu_symbols() &+ cpu_load32(entry &+ 4)))
    }

    /// The number of the function that `address` is in; nil outside the kernel's text.
    @inline(never) static func index(of address: VirtualAddress) -> UInt32? {
      guard count > 0, address >= self[0].address, address.raw < cpu_text_end() else { return nil }
      var low: UInt32 = 0
      var high = count
      while high &- low > 1 {
        let middle = (low &+ high) / 2
        if self[middle].address <= address { low = middle } else { high = middle }
      }
      return low
    }

    /// The function that `address` is in.
    static func nearest(to address: VirtualAddress) -> Symbol? {
      guard let index = index(of: address) else { return nil }
      return self[index]
    }

    // MARK: By name

    enum Search {
      case found(VirtualAddress)
      case none
      case ambiguous
    }

    /// The function with that name, or the only one whose name begins with it.
    @inline(never) static func search(_ word: Word, in line: CommandLine) -> Search {
      var result = Search.none
      for index in 0..<count {
        switch compare(self[index].name, word, in: line) {
        case .same: return .found(self[index].address)
        case .longer: if case .none = result { result = .found(self[index].address) } else { result = .ambiguous }
        case .different: break
        }
      }
      return result
    }

    private enum Comparison { case same, longer, different }

    private static func compare(_ name: VirtualAddress, _ word: Word, in line: CommandLine) -> Comparison {
      var character = name
      for index in word.start..<word.end {
        // A name that ends earlier differs in its zero.
        guard cpu_load8(character.raw) == line[index] else { return .different }
        character = character + 1
      }
      return cpu_load8(character.raw) == 0 ? .same : .longer
    }
  }

  extension Message.Interpolation {
    /// The function that `address` is in, and how far: `KiTrap+0x12`. Hexadecimal outside the kernel's text.
    package mutating func appendInterpolation(symbol address: VirtualAddress) {
      guard let symbol = Symbols.nearest(to: address) else { return appendInterpolation(address) }
      append(symbol, offset: address - symbol.address)
    }

    /// The function that a return address leads back to. A call that never returns can be the last instruction of its function: so the
    /// byte before counts.
    package mutating func appendInterpolation(returnAddress address: VirtualAddress) {
      guard let symbol = Symbols.nearest(to: VirtualAddress(address.raw &- 1)) else { return appendInterpolation(address) }
      append(symbol, offset: address - symbol.address)
    }

    /// The name alone.
    mutating func appendInterpolation(_ symbol: Symbol) {
      var place = symbol.name.raw
      while cpu_load8(place) != 0 {
        Console.write(cpu_load8(place))
        place &+= 1
      }
    }

    private mutating func append(_ symbol: Symbol, offset: UInt32) {
      appendInterpolation(symbol)
      guard offset != 0 else { return }
      appendLiteral("+0x")
      appendInterpolation(shortHex: offset)
    }
  }
#endif
