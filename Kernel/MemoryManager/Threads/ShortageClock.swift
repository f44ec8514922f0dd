/// How long there has been no page for those who wait for one. Times are in ticks of the system's clock. NT: the time-out of MiEnsureAvailablePageOrWait
package struct ShortageClock {
  /// Ticks without a look after which nobody was waiting any more.
  private let longestPause: UInt32
  private var begin: UInt32 = 0
  private var lastLook: UInt32 = 0

  package init(longestPause: UInt32) { self.longestPause = longestPause }

  /// There is a page.
  package mutating func end(_ now: UInt32) { begin = now }

  /// How long those who wait, and who look every now and then, have been waiting. Before the first look nobody knows that there is no page.
  package mutating func look(_ now: UInt32) -> UInt32 {
    if now &- lastLook > longestPause { begin = now }
    lastLook = now
    return now &- begin
  }
}
