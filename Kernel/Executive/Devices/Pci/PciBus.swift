#if os(none)
  /// All PCI buses, as the firmware numbered them.
  enum PciBus {
    /// The first function of class `wanted`; nil if there is none. Looks at the buses behind bridges too, and at no others.
    static func find(_ wanted: PciClass) -> PciFunction? {
      var (bus, lastBus) = (UInt32(0), UInt32(0))
      while bus <= lastBus {
        for device in UInt32(0)..<32 {
          if let found = find(wanted, bus, device, &lastBus) { return found }
        }
        bus += 1
      }
      return nil
    }

    private static func find(_ wanted: PciClass, _ bus: UInt32, _ device: UInt32, _ lastBus: inout UInt32) -> PciFunction? {
      let first = PciFunction(bus: bus, device: device, function: 0)
      guard first.identity != nil else { return nil }
      for number in 0..<(first.hasMoreFunctions ? UInt32(8) : 1) {
        let function = PciFunction(bus: bus, device: device, function: number)
        guard function.identity != nil else { continue }
        let code = function.classCode
        if code == wanted { return function }
        if code == .pciBridge { lastBus = max(lastBus, function.subordinateBus) }
      }
      return nil
    }
  }
#endif
