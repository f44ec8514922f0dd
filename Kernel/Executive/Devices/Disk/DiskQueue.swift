#if os(none)
  /// Requests that wait for their turn, in the order in which they came.
  struct DiskQueue: ~Copyable {
    private var first: Reference<DiskRequest>?
    private var last: Reference<DiskRequest>?
    private(set) var count: UInt32 = 0

    mutating func append(_ request: Reference<DiskRequest>) {
      request.object.next = nil
      if let last { last.object.next = request } else { first = request }
      last = request
      count += 1
    }

    mutating func removeFirst() -> Reference<DiskRequest>? {
      guard let request = first else { return nil }
      first = request.object.next
      if first == nil { last = nil }
      count -= 1
      return request
    }
  }
#endif
