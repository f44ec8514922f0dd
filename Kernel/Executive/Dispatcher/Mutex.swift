#if os(none)
  import Machine

  /// Owned by one thread at a time, which may take it again and then releases it as often. A thread that ends leaves its mutexes abandoned:
  /// the next owner gets them with that status. NT: KMUTANT
  package struct Mutex: ~Copyable, DispatcherObject {
    package var header = DispatcherHeader(.mutex, signalState: 1)
    package internal(set) var owner: Reference<Thread>?
    /// The link in the owner's list.
    var nextOwned: Reference<Mutex>?
    var isAbandoned = false

    package init() {}

    /// Only by the owner: anyone else is stopped, as by the exception that NT raises. NT: KeReleaseMutant
    package mutating func release() { unsafe Reference(&self).release() }
  }

  extension Reference where Object == Mutex {
    /// Returns whether it had been abandoned.
    func take(for thread: Reference<Thread>) -> Bool {
      object.header.signalState -= 1
      guard object.header.signalState == 0 else { return false }
      object.owner = thread
      object.nextOwned = thread.object.ownedMutexes
      thread.object.ownedMutexes = self
      defer { object.isAbandoned = false }
      return object.isAbandoned
    }

    @inline(never)
    func release() {
      atDispatchLevel {
        guard let owner = object.owner, owner == currentThread else {
          let mutantNotOwned: UInt32 = 0xC000_0046
          bugCheck(.kmodeExceptionNotHandled, mutantNotOwned, 0, address.raw)
        }
        if object.header.signalState == 0 { disown(owner) }
        object.header.signalState += 1
        testWaiters(of: header)
      }
    }

    /// Sets the mutex free because its owner ends.
    func abandon() {
      guard let owner = object.owner else { return }
      disown(owner)
      object.isAbandoned = true
      object.header.signalState = 1
      testWaiters(of: header)
    }

    private func disown(_ owner: Reference<Thread>) {
      object.owner = nil
      if owner.object.ownedMutexes == self {
        owner.object.ownedMutexes = object.nextOwned
        return
      }
      var place = owner.object.ownedMutexes
      while let mutex = place, mutex.object.nextOwned != self { place = mutex.object.nextOwned }
      place?.object.nextOwned = object.nextOwned
    }
  }
#endif
