#if os(none)
  import Executive
  import Machine
  import MemoryManager

  /// A request in pool memory, which stays where it is.
  private func makeRequest(_ operation: DiskRequest.Operation, _ sector: UInt32, _ mdl: Mdl) -> Reference<DiskRequest>? {
    guard let place = allocatePool(.nonpaged, bytes: UInt32(MemoryLayout<DiskRequest>.stride), tag: .disk),
      let pointer = unsafe UnsafeMutablePointer<DiskRequest>(bitPattern: UInt(place.raw))
    else { return nil }
    unsafe pointer.initialize(to: DiskRequest(operation, sector: sector, mdl))
    return unsafe Reference(pointer)
  }

  private let inFlight: UInt32 = 16

  /// Sixteen writes and then sixteen reads of the same sectors, submitted together: each read sees the write before it, and of the requests those that came first are done first.
  func testRequestsAreDoneInOrder(_ t: inout TestContext) {
    t.withDiskBuffer(bytes: 8 * 512) { t, source in
      t.withDiskBuffer(bytes: 8 * 512, first: 11) { t, target in
        source.fill(DiskPlaces.scratch, seed: 77)
        target.fillAll(0)
        expectOrder(&t, source, target)
        t.expect(target.differences(DiskPlaces.scratch, seed: 77), equals: 0, "wrong dwords")
      }
    }
  }

  private func expectOrder(_ t: inout TestContext, _ source: DiskBuffer, _ target: DiskBuffer) {
    var requests = InlineArray<32, Reference<DiskRequest>?>(repeating: nil)
    for index in 0..<32 { requests[index] = makeRequest(index < 16 ? .write : .read, DiskPlaces.scratch, index < 16 ? source.mdl : target.mdl) }
    // At this level none can be completed before all are submitted.
    let old = Irql.raise(to: .dispatch)
    for index in 0..<32 { if let request = requests[index] { Disk.submit(request) } }
    t.expect(requests[31]?.object.result == .pending, "submitting does not wait")
    Irql.lower(to: old)
    for index in 0..<32 {
      guard let request = requests[index] else { return t.expect(false, "memory for a request") }
      do throws(DiskError) { try Disk.wait(request) } catch { t.expect(false, "a request is done") }
      for earlier in 0..<index { t.expect(requests[earlier]?.object.result == .done, "those before it are done too") }
    }
    for index in 0..<32 { if let request = requests[index] { freePool(request.address, tag: .disk) } }
  }

  // MARK: Threads

  private let workers: UInt32 = 6
  private let rounds: UInt32 = 20
  private nonisolated(unsafe) var wrong: UInt32 = 0
  private nonisolated(unsafe) var roundsDone: UInt32 = 0

  /// Writes its own sectors, reads them back through other frames, and looks at them.
  private func work(_ number: UInt32) {
    let bytes = (number + 1) * 10 * 512
    guard let source = DiskBuffer(offset: number * 4, bytes: bytes, first: number), let target = DiskBuffer(offset: 0x400, bytes: bytes, step: 4)
    else {
      unsafe wrong += 1
      return
    }
    let sector = DiskPlaces.scratch + number * 1000
    for round in 0..<rounds {
      source.fill(sector + round, seed: round)
      if source.write(sector + round) != nil || target.read(sector + round) != nil { unsafe wrong += 1 }
      unsafe wrong += target.differences(sector + round, seed: round)
      unsafe roundsDone += 1
    }
    source.free()
    target.free()
  }

  func testThreadsUseTheDiskAtOnce(_ t: inout TestContext) {
    unsafe (wrong, roundsDone) = (0, 0)
    var threads = InlineArray<6, ThreadReference?> { _ in nil }
    for index in 0..<Int(workers) { threads[index] = createThread(name: "Test", priority: 10, body: work, argument: UInt32(index)) }
    for index in 0..<Int(workers) { threads[index]?.wait() }
    t.expect(unsafe roundsDone, equals: workers * rounds, "rounds of all threads")
    t.expect(unsafe wrong, equals: 0, "errors and wrong dwords")
  }

  /// While a thread waits for the disk one of lower priority runs.
  func testWaitingThreadsLeaveTheProcessorToOthers(_ t: inout TestContext) {
    unsafe roundsDone = 0
    let other = createThread(name: "Test", priority: 1, body: { _ in unsafe roundsDone = 1 })
    t.withDiskBuffer(bytes: DiskRequest.largestBytes) { t, buffer in
      for _ in 0..<100 where unsafe roundsDone == 0 { t.expectDone(buffer.read(0), "reading") }
    }
    t.expect(unsafe roundsDone, equals: 1, "the other thread has run")
    other?.wait()
  }

  // MARK: Errors

  func testBadSectorsAreErrorsToRead(_ t: inout TestContext) {
    t.withDiskBuffer(bytes: 512) { t, buffer in
      t.expectDeviceError(buffer.read(DiskPlaces.badToRead), "reading the sector itself")
      t.expectDone(buffer.write(DiskPlaces.badToRead), "writing it")
      t.expectDeviceError(buffer.read(DiskPlaces.badToRead), "reading it again")
      t.expectDone(buffer.read(DiskPlaces.badToRead - 1), "the one before")
      t.expectDone(buffer.read(DiskPlaces.badToRead + 1), "the one behind")
    }
    t.withDiskBuffer(offset: 0x600, bytes: 32 * 512) { t, buffer in
      t.expectDeviceError(buffer.read(DiskPlaces.badToRead - 20), "many sectors that it is among")
      t.expectDone(buffer.read(DiskPlaces.badToRead - 32), "those before it")
    }
  }

  func testBadSectorsAreErrorsToWrite(_ t: inout TestContext) {
    t.withDiskBuffer(bytes: 8 * 512) { t, buffer in
      t.expectDeviceError(buffer.write(DiskPlaces.badToWrite - 3), "writing sectors that it is among")
      t.expectDone(buffer.read(DiskPlaces.badToWrite - 3), "reading them")
      buffer.fill(DiskPlaces.scratch, seed: 4)
      t.expectDone(buffer.write(DiskPlaces.scratch), "writing others")
      t.expectDeviceError(buffer.write(DiskPlaces.badToWrite - 7), "writing it as the last")
      buffer.fillAll(0)
      t.expectDone(buffer.read(DiskPlaces.scratch), "reading the others")
      t.expect(buffer.differences(DiskPlaces.scratch, seed: 4), equals: 0, "wrong dwords")
    }
  }

  /// Good and bad requests take turns in the queue.
  func testErrorsHitNoOtherRequest(_ t: inout TestContext) {
    t.withDiskBuffer(bytes: 4096) { t, buffer in
      var requests = InlineArray<16, Reference<DiskRequest>?>(repeating: nil)
      for index in 0..<16 { requests[index] = makeRequest(.read, index % 3 == 1 ? DiskPlaces.badToRead : DiskPlaces.fromHost, buffer.mdl) }
      for index in 0..<16 { if let request = requests[index] { Disk.submit(request) } }
      for index in 0..<16 {
        guard let request = requests[index] else { return t.expect(false, "memory for a request") }
        var error: DiskError?
        do throws(DiskError) { try Disk.wait(request) } catch let found { error = found }
        if index % 3 == 1 { t.expectDeviceError(error, "a bad one") } else { t.expectDone(error, "a good one") }
        freePool(request.address, tag: .disk)
      }
      t.expect(buffer.differences(DiskPlaces.fromHost, seed: DiskPlaces.hostSeed), equals: 0, "wrong dwords")
    }
  }

  func testSlowReadsTimeOut(_ t: inout TestContext) {
    t.withDiskBuffer(bytes: DiskRequest.largestBytes) { t, buffer in
      t.expectDone(buffer.read(DiskPlaces.scratch), "the first read")
      let start = tickCount()
      guard case .timedOut(let registers) = buffer.read(DiskPlaces.scratch) else { return t.expect(false, "a read that takes too long") }
      t.expect(UInt32(registers.status & 0x01), equals: 0, "the status: no error")
      t.expect(UInt32(registers.busMaster & 0x07), equals: 0x01, "the bus master: active, without error or interrupt")
      t.expect(tickCount() - start >= 1000, "no less than ten seconds")
      t.expect(tickCount() - start <= 1500, "no more than fifteen seconds")
      buffer.fill(DiskPlaces.scratch, seed: 5)
      t.expectDone(buffer.write(DiskPlaces.scratch), "writing, which is not slow")
    }
  }
#endif
