#if os(none)
  import Native

  /// What a service expects, a letter for each argument.
  enum Kind: UInt8 {
    case process = 0x68  // h: a handle
    case victim = 0x6B  // k: a handle that is not this process
    case base = 0x62  // b: where an address is, and comes back
    case size = 0x6C  // l: where a size is, and comes back
    case answer = 0x6F  // o: where something comes back
    case memory = 0x6D  // m: an address
    case bytes = 0x6E  // n: a number of bytes
    case allocation = 0x61  // a
    case freeing = 0x66  // f
    case protection = 0x70  // p
    case zeroBits = 0x7A  // z
    case information = 0x63  // c: an information class
    case timeout = 0x74  // t: where a time is, which is zero
    case text = 0x73  // s: where a string is that cannot be shown
    case any = 0x78  // x
  }

  struct Signature: Sendable {
    let name: StaticString
    let kinds: StaticString
    init(_ name: StaticString, _ kinds: StaticString) {
      self.name = name
      self.kinds = kinds
    }

    /// Of an argument; one that is not described may be anything.
    subscript(argument: UInt32) -> Kind {
      guard argument < UInt32(truncatingIfNeeded: kinds.utf8CodeUnitCount) else { return .any }
      return Kind(rawValue: unsafe kinds.utf8Start[Int(argument)]) ?? .any
    }

    init(index: UInt8) { self = signatures[Int(index)] }
    /// Where the description of a service is; one that has none is called with anything.
    static func index(of service: Service) -> UInt8 {
      for index in signatures.indices where service.name == signatures[index].name { return UInt8(truncatingIfNeeded: index) }
      return 0
    }
  }

  private let signatures: InlineArray<_, Signature> = [
    Signature("", ""),
    Signature("NtAllocateVirtualMemory", "hbzlap"),
    Signature("NtClose", "h"),
    Signature("NtDelayExecution", "xt"),
    Signature("NtDisplayString", "s"),
    Signature("NtFlushInstructionCache", "hmn"),
    Signature("NtFlushVirtualMemory", "hblo"),
    Signature("NtFreeVirtualMemory", "hblf"),
    Signature("NtGetWriteWatch", "hxmnmoo"),
    Signature("NtLockVirtualMemory", "hblx"),
    Signature("NtOpenProcess", "oxmm"),
    Signature("NtProtectVirtualMemory", "hblpo"),
    Signature("NtQueryInformationProcess", "hcmno"),
    Signature("NtQuerySystemInformation", "cmno"),
    Signature("NtQueryVirtualMemory", "hmcmno"),
    Signature("NtReadVirtualMemory", "hmmno"),
    Signature("NtResetWriteWatch", "hmn"),
    Signature("NtSetInformationProcess", "hcmn"),
    Signature("NtTerminateProcess", "kx"),
    Signature("NtTerminateThread", "kx"),
    Signature("NtUnlockVirtualMemory", "hblx"),
    Signature("NtWaitForSingleObject", "hxt"),
    Signature("NtWriteVirtualMemory", "hmmno"),
  ]
#endif
