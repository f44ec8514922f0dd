#if os(none)
  import Native

  /// What a service expects, a letter for each argument.
  enum Kind: UInt8 {
    case process = 0x68  // h: a handle
    case victim = 0x6B  // k: a handle that is not this process
    case closed = 0x64  // d: a handle that may be closed
    case newBase = 0x61  // a: where an address is, often none, and comes back
    case base = 0x62  // b: where the address of known memory is, and comes back
    case size = 0x6C  // l: where its size is, and comes back
    case address = 0x6D  // m: the address of known memory
    case bytes = 0x6E  // n: its size
    case answer = 0x6F  // o: where something comes back
    case count = 0x75  // u: where the size of an answer is
    case length = 0x6A  // j: how much is asked for
    case allocation = 0x74  // t: MEM_ flags
    case freeing = 0x66  // f: MEM_RELEASE or MEM_DECOMMIT
    case protection = 0x70  // p: PAGE_ flags
    case flags = 0x67  // g: other flags
    case zeroBits = 0x7A  // z
    case information = 0x69  // i: an information class
    case limits = 0x71  // q: where limits of a working set are
    case access = 0x72  // r: access rights
    case attributes = 0x65  // e: where object attributes are, without a program's name
    case client = 0x63  // c: where the number of a process is
    case timeout = 0x77  // w: where a time is, which is zero
    case text = 0x73  // s: where a string is that cannot be shown, or is empty
    case zero = 0x76  // v
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
    Signature("NtAllocateVirtualMemory", "hazltp"),
    Signature("NtClose", "d"),
    Signature("NtCreateProcess", "orehgvvv"),
    Signature("NtDelayExecution", "gw"),
    Signature("NtDisplayString", "s"),
    Signature("NtFlushInstructionCache", "hmn"),
    Signature("NtFlushVirtualMemory", "hblo"),
    Signature("NtFreeVirtualMemory", "hblf"),
    Signature("NtGetWriteWatch", "hgmnouo"),
    Signature("NtLockVirtualMemory", "hblg"),
    Signature("NtOpenProcess", "orec"),
    Signature("NtProtectVirtualMemory", "hblpo"),
    Signature("NtQueryInformationProcess", "hiojo"),
    Signature("NtQuerySystemInformation", "iojo"),
    Signature("NtQueryVirtualMemory", "hmiojo"),
    Signature("NtReadVirtualMemory", "hmmno"),
    Signature("NtResetWriteWatch", "hmn"),
    Signature("NtSetInformationProcess", "hiqj"),
    Signature("NtTerminateProcess", "kx"),
    Signature("NtTerminateThread", "kx"),
    Signature("NtUnlockVirtualMemory", "hblg"),
    Signature("NtWaitForSingleObject", "hgw"),
    Signature("NtWriteVirtualMemory", "hmmno"),
  ]
#endif
