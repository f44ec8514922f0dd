#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// The handles of a process: each names an object and says what may be done with it. NT: HANDLE_TABLE
  ///
  /// Handles are multiples of 4 from 4 on. Entries lie in leaves of one page; an array that doubles says where the leaves are. So inserting,
  /// finding and closing take constant time, and a process without handles costs nothing. All of it is nonpaged and is used at DISPATCH_LEVEL:
  /// finding a handle never waits.
  package struct HandleTable: ~Copyable {
    /// NT: HANDLE_TABLE_ENTRY. While it is free, `object` is 0 and `access` the index of the next free entry.
    struct Entry {
      var object: UInt32
      var access: UInt32
    }

    private static let bytesPerEntry: UInt32 = 8
    private static let entriesPerLeaf = pageSize / bytesPerEntry
    /// NT's limit: 16 million.
    private static let mostLeaves = (1 << 24) / entriesPerLeaf
    private static let noEntry: UInt32 = .max

    private var leaves = VirtualAddress(0)
    private var leafCapacity: UInt32 = 0
    private var leafCount: UInt32 = 0
    /// Entries from here on were never used.
    private var firstUnused: UInt32 = 0
    private var firstFree: UInt32 = noEntry
    package private(set) var count: UInt32 = 0

    // MARK: Handles

    /// A handle for the object; nil when there is no memory. The object's reference is the caller's affair. NT: ExCreateHandle
    mutating func insert(_ object: Reference<DispatcherHeader>, access: UInt32) -> UInt32? {
      guard let index = takeEntry() else { return nil }
      self[index] = Entry(object: object.address.raw, access: access)
      count += 1
      return (index + 1) << 2
    }

    /// What the handle names; nil if it is none. Its two lowest bits mean nothing, as in NT.
    func find(_ handle: UInt32) -> (object: Reference<DispatcherHeader>, access: UInt32)? {
      guard let index = index(of: handle) else { return nil }
      return found(self[index])
    }

    /// Takes the handle back and says what it named; nil if it is none. NT: ExDestroyHandle
    mutating func remove(_ handle: UInt32) -> Reference<DispatcherHeader>? {
      guard let index = index(of: handle), let object = found(self[index])?.object else { return nil }
      self[index] = Entry(object: 0, access: firstFree)
      firstFree = index
      count -= 1
      return object
    }

    /// The first handle behind `handle`; 0 asks for the first of all. Nil when there are no more.
    package func next(after handle: UInt32) -> UInt32? {
      var index = handle >> 2
      while index < firstUnused {
        if self[index].object != 0 { return (index + 1) << 2 }
        index += 1
      }
      return nil
    }

    /// Gives the table's memory back; no handle is left.
    mutating func deallocate() {
      for leaf in 0..<leafCount { freePool(VirtualAddress(cpu_load32(leaves.raw + leaf << 2)), tag: .handleTable) }
      if leafCapacity > 0 { freePool(leaves, tag: .handleTable) }
      self = HandleTable()
    }

    // MARK: Entries

    private func index(of handle: UInt32) -> UInt32? {
      let index = (handle >> 2) &- 1
      return index < firstUnused ? index : nil
    }

    private func found(_ entry: Entry) -> (object: Reference<DispatcherHeader>, access: UInt32)? {
      guard let object = unsafe UnsafeMutablePointer<DispatcherHeader>(bitPattern: UInt(entry.object)) else { return nil }
      return (unsafe Reference(object), entry.access)
    }

    private subscript(index: UInt32) -> Entry {
      get {
        let place = place(index)
        return Entry(object: cpu_load32(place), access: cpu_load32(place + 4))
      }
      nonmutating set {
        let place = place(index)
        cpu_store32(place, newValue.object)
        cpu_store32(place + 4, newValue.access)
      }
    }

    private func place(_ index: UInt32) -> UInt32 {
      cpu_load32(leaves.raw + (index / Self.entriesPerLeaf) << 2) + (index % Self.entriesPerLeaf) * Self.bytesPerEntry
    }

    private mutating func takeEntry() -> UInt32? {
      if firstFree != Self.noEntry {
        defer { firstFree = self[firstFree].access }
        return firstFree
      }
      if firstUnused == leafCount * Self.entriesPerLeaf, !addLeaf() { return nil }
      defer { firstUnused += 1 }
      return firstUnused
    }

    private mutating func addLeaf() -> Bool {
      guard leafCount < Self.mostLeaves, leafCount < leafCapacity || growLeaves() else { return false }
      guard let leaf = allocatePool(.nonpaged, bytes: pageSize, tag: .handleTable) else { return false }
      cpu_store32(leaves.raw + leafCount << 2, leaf.raw)
      leafCount += 1
      return true
    }

    private mutating func growLeaves() -> Bool {
      let capacity = max(4, leafCapacity * 2)
      guard let room = allocatePool(.nonpaged, bytes: capacity << 2, tag: .handleTable) else { return false }
      cpu_copy32(room.raw, leaves.raw, leafCount)
      if leafCapacity > 0 { freePool(leaves, tag: .handleTable) }
      leaves = room
      leafCapacity = capacity
      return true
    }
  }
#endif
