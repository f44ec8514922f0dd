#if os(none)
  import Machine

  /// A file that the boot loader brought.
  package struct BootModule {
    package var start = PhysicalAddress(0)
    package var bytes: UInt32 = 0
    /// Of the first word behind it that the loader was given: what is between the last slash and the last dot.
    package var name = ImageName()
  }

  /// Every module there is room for. Their memory is never freed.
  package struct BootModules: ~Copyable {
    package static let capacity = 16
    private var modules = InlineArray<16, BootModule>(repeating: BootModule())
    private var used = 0

    fileprivate nonisolated(unsafe) static var all = BootModules()
    package static var count: Int { unsafe all.used }
    package static subscript(index: Int) -> BootModule { unsafe all.modules[index] }

    /// The first module of this name.
    package static func find(_ name: ImageName) -> BootModule? {
      for index in 0..<count where self[index].name == name { return self[index] }
      return nil
    }

    /// False if there is no room for another.
    static func add(_ module: BootModule) -> Bool {
      guard count < capacity else { return false }
      unsafe all.modules[all.used] = module
      unsafe all.used += 1
      return true
    }
  }
#endif
