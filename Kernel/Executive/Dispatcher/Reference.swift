#if os(none)
  import Machine

  /// A kernel object that others link to. The object lives, and stays where it is, for as long as anything refers to it: it is a global, or
  /// pool memory that is freed only when the dispatcher's lists no longer hold it. That promise is made once, where the reference is made.
  @safe package struct Reference<Object: ~Copyable>: Equatable {
    private let pointer: UnsafeMutablePointer<Object>

    @unsafe package init(_ pointer: UnsafeMutablePointer<Object>) { unsafe self.pointer = unsafe pointer }

    @inline(__always)
    package static func == (a: Self, b: Self) -> Bool { unsafe a.pointer == b.pointer }

    package var address: VirtualAddress { VirtualAddress(UInt32(UInt(bitPattern: unsafe pointer))) }

    package var object: Object {
      @inline(__always) unsafeAddress { unsafe UnsafePointer(pointer) }
      @inline(__always) nonmutating unsafeMutableAddress { unsafe pointer }
    }

    /// The same address as another type: an object and the header it begins with.
    @unsafe func rebound<Other: ~Copyable>(to _: Other.Type) -> Reference<Other> {
      unsafe Reference<Other>(UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Other.self))
    }
  }
#endif
