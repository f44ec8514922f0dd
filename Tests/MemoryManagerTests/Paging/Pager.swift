import Machine

@testable import MemoryManager

/// Who moves pages between a test bed and its page files, and waits for them.
protocol Pager: AnyObject {
  /// False if the access cannot be tried again.
  func resolve(_ fault: PageFault, in space: AddressSpace?) -> Bool
  /// What a service needs is there, if it can be had; false if it could not be read.
  func settle(_ resolution: FaultResolution) -> Bool
}
