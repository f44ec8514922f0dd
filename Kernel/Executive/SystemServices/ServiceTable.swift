#if os(none)
  import CMachine
  import Machine

  /// The system services as Boot/services.inc lists them; a service's number is its place in that list. NT: KSERVICE_TABLE_DESCRIPTOR
  package enum ServiceTable {
    package static var count: UInt32 { cpu_service_count() }
    /// System calls since the start, those of unknown services too. NT: KeSystemCalls
    package static var calls: UInt32 { cpu_system_calls() }

    /// The dwords of arguments of service `number` 0..<count.
    package static func arguments(_ number: UInt32) -> UInt32 { UInt32(cpu_load8(cpu_service_arguments() + number)) }

    /// Where the name of service `number` 0..<count is: characters with a zero behind them. They stand one after another.
    package static func name(_ number: UInt32) -> VirtualAddress {
      var address = cpu_service_names()
      for _ in 0..<number {
        while cpu_load8(address) != 0 { address += 1 }
        address += 1
      }
      return VirtualAddress(address)
    }
  }
#endif
