import Machine
import Testing

/// PTEs in memory are NT's, bit by bit.
@Suite struct PteTests {
  private let frames: [UInt32] = [0, 1, 0x123, 0x5_5555, 0xA_AAAA, 0xF_FFFE, 0xF_FFFF]
  private var protections: [Protection] { (0..<32).map { Protection(raw: $0) } }

  // MARK: Literal formats

  @Test func kernelPages() {
    #expect(Pte.kernel(PageFrameNumber(0x12345)).raw == 0x1234_5063)
    #expect(Pte.kernel(PageFrameNumber(0x12345), writable: false).raw == 0x1234_5021)
    #expect(Pte.device(PageFrameNumber(0xB8)).raw == 0x000B_8073)
    #expect(Pte.large(PageFrameNumber(0x400), writable: true).raw == 0x0040_00E3)
    #expect(Pte.large(PageFrameNumber(0), writable: false).raw == 0x0000_00A1)
  }
  @Test func resolvedPages() {
    #expect(Pte.resolved(PageFrameNumber(7), .readWrite, dirty: true).raw == 0x7063)
    #expect(Pte.resolved(PageFrameNumber(7), .readWrite, dirty: false).raw == 0x7023)
    #expect(Pte.resolved(PageFrameNumber(7), .readOnly, dirty: false).raw == 0x7021)
    #expect(Pte.resolved(PageFrameNumber(7), Protection(raw: 0x0C), dirty: false).raw == 0x7033)
    #expect(Pte.resolved(PageFrameNumber(7), .writeCopy, dirty: false).raw == 0x7021)
  }
  @Test func softwareFormats() {
    #expect(Pte.zero.raw == 0)
    #expect(Pte.demandZero(.readWrite).raw == 4 << 5)
    #expect(Pte.demandZero(.noAccess).raw == 0x18 << 5)
    #expect(Pte.transition(PageFrameNumber(0x12345), .readWrite).raw == 0x1234_5880)
    #expect(Pte.transition(PageFrameNumber(0), Protection(raw: 31)).raw == 0xBE0)
    #expect(Pte.pageFile(file: 3, offset: 0x12345, .readWrite).raw == 0x1234_5086)
    #expect(Pte.pageFile(file: 15, offset: 0xF_FFFF, Protection(raw: 31)).raw == 0xFFFF_F3FE)
  }

  // MARK: Decoding, in NT's order

  @Test func validWinsOverEverything() {
    for frame in frames { #expect(Pte(raw: frame << 12 | 0xFFF).state == .valid(PageFrameNumber(frame))) }
  }
  @Test func allZeroIsUnknown() { #expect(Pte(raw: 0).state == .unknown) }
  @Test func prototypeWinsOverTransition() {
    #expect(Pte(raw: 1 << 10).state == .prototype)
    #expect(Pte(raw: 1 << 10 | 1 << 11).state == .prototype)
    #expect(Pte(raw: 0xFFFF_FFFE).state == .prototype)
  }
  @Test func transitionWinsOverPageFile() {
    #expect(Pte(raw: 0x1234_5000 | 1 << 11 | 4 << 5).state == .transition(PageFrameNumber(0x12345), .readWrite))
  }
  @Test func pageFile() {
    #expect(Pte(raw: 0x1234_5000 | 4 << 5 | 3 << 1).state == .pageFile(file: 3, offset: 0x12345, .readWrite))
    #expect(Pte(raw: 0x0000_1000 | 15 << 1).state == .pageFile(file: 15, offset: 1, .none))
  }
  @Test func demandZero() { #expect(Pte(raw: 4 << 5).state == .demandZero(.readWrite)) }

  @Test func everyProtectionAndFrameComesBack() {
    for protection in protections {
      for raw in frames {
        let frame = PageFrameNumber(raw)
        #expect(Pte.transition(frame, protection).state == .transition(frame, protection))
        #expect(Pte.transition(frame, protection).softwareProtection == protection)
        if raw != 0 {
          let inFile = Pte.pageFile(file: raw & 15, offset: raw, protection)
          #expect(inFile.state == .pageFile(file: raw & 15, offset: raw, protection))
          #expect(inFile.pageFileNumber == raw & 15 && inFile.pageFileOffset == raw)
          #expect(inFile.withProtection(.readOnly) == .pageFile(file: raw & 15, offset: raw, .readOnly))
        }
        #expect(Pte.transition(frame, protection).withProtection(.noAccess) == .transition(frame, .noAccess))
        #expect(Pte.demandZero(.readOnly).withProtection(protection) == .demandZero(protection))
        let resolved = Pte.resolved(frame, protection, dirty: true)
        #expect(resolved.state == .valid(frame) && resolved.isAccessed && resolved.isDirty)
        #expect(resolved.isWritable == protection.isWritable && resolved.isCacheDisabled == protection.isNoCache)
        #expect(!Pte.resolved(frame, protection, dirty: false).isDirty)
        #expect(!resolved.isUser && !resolved.isLarge)
      }
      #expect(Pte.demandZero(protection).state == (protection == .none ? .unknown : .demandZero(protection)))
    }
  }

  /// Every one of the low twelve bits' patterns, with and without a frame, decodes to the state that NT's test order gives.
  @Test(arguments: [0, 1, 0xF_FFFF] as [UInt32])
  func everyLowPattern(high: UInt32) {
    for low in 0..<UInt32(4096) {
      let pte = Pte(raw: high << 12 | low)
      let protection = Protection(raw: low >> 5)
      let expected: Pte.State =
        if low & 1 != 0 { .valid(PageFrameNumber(high)) } else if pte.raw == 0 { .unknown } else if low & 0x400 != 0 {
          .prototype
        } else if low
          & 0x800 != 0
        { .transition(PageFrameNumber(high), protection) } else if high != 0 { .pageFile(file: low >> 1 & 15, offset: high, protection) } else {
          .demandZero(protection)
        }
      #expect(pte.state == expected, "\(String(pte.raw, radix: 16))")
    }
  }

  @Test func hardwareBits() {
    let bits: [(UInt32, (Pte) -> Bool)] = [
      (0, { $0.isValid }), (1, { $0.isWritable }), (2, { $0.isUser }), (4, { $0.isCacheDisabled }), (5, { $0.isAccessed }),
      (6, { $0.isDirty }), (7, { $0.isLarge }),
    ]
    for (bit, isSet) in bits {
      #expect(isSet(Pte(raw: 1 << bit)))
      #expect(!isSet(Pte(raw: ~(1 << bit))))
    }
    #expect(Pte(raw: 0xFFFF_FFFF).notAccessed.raw == 0xFFFF_FFDF)
  }
}
