import Machine

/// A bare simulated computer: a page directory in frame 0 with the self-map, and page tables as they are asked for.
final class Computer {
  let machine: Machine
  private var nextTable: UInt32 = 1
  private(set) var faults: [PageFault] = []

  init(frames: UInt32 = 64, hasTlb: Bool = true) {
    machine = Machine(frames: frames, hasTlb: hasTlb)
    machine.zeroPhysical(PageFrameNumber(0))
    let directory = PageFrameNumber(0)
    machine.storePhysical(PhysicalAddress(0x300 * 4), Pte.kernel(directory).raw)
    machine.activate(directory: directory, movingData: 0, from: directory, to: directory)
  }

  /// Puts `pte` where it maps `address`, with a page table if there is none.
  func map(_ address: VirtualAddress, _ pte: Pte) {
    if !machine[address.pde].isValid {
      machine[address.pde] = .kernel(PageFrameNumber(nextTable))
      nextTable += 1
      machine.zero(address.pte.asVirtual.pageBase, bytes: pageSize)
    }
    machine[address.pte] = pte
  }

  /// Notes each fault; `resolve` says what to do about it.
  func onFault(_ resolve: @escaping (PageFault) -> Bool) {
    machine.faultHandler = { [unowned self] fault in
      faults.append(fault)
      return resolve(fault)
    }
  }

  func physical(_ frame: UInt32, _ offset: UInt32 = 0) -> UInt32 { machine.loadPhysical(PhysicalAddress(frame << 12 + offset)) }
}
