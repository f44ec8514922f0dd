#if os(none)
  import Machine

  /// Keeps a thread's object alive after the thread has ended, so that one can wait for its end; its stack goes earlier. Whoever is not
  /// interested drops it. NT: a pointer from ObReferenceObject
  ///
  /// Public and frozen, although only this package uses it: the compiler needs the body of the `deinit` wherever a reference is dropped, and
  /// it sees into another module's only so.
  @frozen public struct ThreadReference: ~Copyable {
    @usableFromInline let address: UInt32

    /// Takes over one of the thread's references.
    init(_ thread: Reference<Thread>) { address = thread.address.raw }

    @inlinable deinit { dereferenceThread(address) }

    package var thread: Reference<Thread> { threadReference(address) }

    /// Waits for the end of the thread.
    @discardableResult
    package func wait(timeout: Timeout = .never) -> WaitStatus {
      currentThread.wait(.any, 1, thread.header, timeout: timeout, reason: "the end of a thread")
    }
  }

  private func threadReference(_ address: UInt32) -> Reference<Thread> {
    unsafe Reference(UnsafeMutablePointer(bitPattern: UInt(address)).unsafelyUnwrapped)
  }

  @usableFromInline func dereferenceThread(_ address: UInt32) { threadReference(address).dereference() }

  extension Reference where Object == Thread {
    /// Takes one more reference. NT: ObReferenceObject
    package func referenced() -> Self {
      atDispatchLevel { object.references += 1 }
      return self
    }

    /// The last one gives the thread's memory back. NT: ObDereferenceObject
    package func dereference() {
      let isLast = withDispatcher { dispatcher in
        object.references -= 1
        guard object.references == 0 else { return false }
        dispatcher.threads.remove(self)
        return true
      }
      if isLast { deallocate() }
    }
  }
#endif
