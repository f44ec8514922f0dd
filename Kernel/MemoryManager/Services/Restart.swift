/// A service needs something that is not in memory, or a page when there is none. It has changed nothing that a second call would not find right; the
/// caller settles `resolution` as that of a page fault, and calls again with the same arguments.
package struct Restart: Error {
  package let resolution: FaultResolution
  init(_ resolution: FaultResolution) { self.resolution = resolution }
}
