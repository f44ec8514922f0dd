#if os(none)
  import FileSystem
  import Machine
  import MemoryManager

  /// The volume on the first partition of the disk, `C:`. One thread at a time uses it; the others wait.
  enum SystemVolume {
    /// What it works with: four pages for sectors, the disk's buffer, and itself.
    private static var cacheBytes: UInt32 { 4 * pageSize }
    private static var volumePlace: UInt32 { (cacheBytes + VolumeDisk.bytes + 15) & ~15 }
    private static var bytes: UInt32 { volumePlace + UInt32(MemoryLayout<Volume<VolumeDisk>>.size) }

    /// In a thread, once the disk was looked for. Nothing on the disk is changed. Without a volume nothing is kept but the reason.
    static func mount() {
      guard Disk.sectorCount > 0 else { return }
      guard let place = allocatePool(.nonpaged, bytes: bytes, tag: .volume) else { return report("there is no memory for it") }
      do throws(FileSystemError) {
        unsafe mountedVolume = try mount(at: place)
      } catch {
        unsafe mountError = error
        freePool(place, tag: .volume)
        report(error.text)
      }
    }

    private static func report(_ reason: StaticString) { print("No volume is mounted: \(reason).") }

    private static func mount(at place: VirtualAddress) throws(FileSystemError) -> Reference<Volume<VolumeDisk>> {
      guard let cache = unsafe UnsafeMutablePointer<UInt8>(bitPattern: UInt(place.raw)),
        let pointer = unsafe UnsafeMutablePointer<Volume<VolumeDisk>>(bitPattern: UInt(place.raw + volumePlace))
      else { throw .noVolume }
      let disk = VolumeDisk(at: place + cacheBytes)
      let memory = unsafe SectorMemory(at: cache, bytes: Int(cacheBytes))
      unsafe firstPartition = try Partition(firstOf: disk, memory: memory)
      unsafe pointer.initialize(to: try Volume(disk, memory: memory, now: RealTimeClock.now))
      return unsafe Reference(pointer)
    }

    /// Waits until no one else uses the volume, and uses it. Below DISPATCH_LEVEL. `body` touches nonpaged memory only: a page fault could have to
    /// wait until a page file has grown, and that needs the volume. Errors: why nothing is mounted, and those of `body`.
    @inline(__always)
    static func use<Result>(
      _ body: (inout Volume<VolumeDisk>) throws(FileSystemError) -> Result
    ) throws(FileSystemError) -> Result {
      guard let volume = unsafe mountedVolume else { throw unsafe mountError }
      lock()
      defer { unlock() }
      return try body(&volume.object)
    }

    /// The same for changes: what `body` has done survives a loss of power.
    @inline(__always)
    static func change<Result>(
      _ body: (inout Volume<VolumeDisk>) throws(FileSystemError) -> Result
    ) throws(FileSystemError) -> Result {
      try use { volume throws(FileSystemError) in
        do throws(FileSystemError) {
          let result = try body(&volume)
          try volume.flush()
          return result
        } catch {
          // Where nothing was changed after all the volume is in order again.
          do throws(FileSystemError) { try volume.flush() } catch {}
          throw error
        }
      }
    }

    @inline(never)
    private static func lock() {
      unsafe waitForSingleObject(&volumeMutex, reason: "the volume")
      // Files that are changed get this time.
      if let volume = unsafe mountedVolume { volume.object.now = RealTimeClock.now }
    }

    @inline(never)
    private static func unlock() { unsafe volumeMutex.release() }
  }

  private nonisolated(unsafe) var mountedVolume: Reference<Volume<VolumeDisk>>?
  private nonisolated(unsafe) var mountError = FileSystemError.noVolume
  private nonisolated(unsafe) var volumeMutex = Mutex()
  nonisolated(unsafe) var firstPartition: Partition?

  extension PoolTag {
    /// "Volu"
    fileprivate static var volume: PoolTag { PoolTag(raw: 0x756C_6F56) }
  }
#endif
