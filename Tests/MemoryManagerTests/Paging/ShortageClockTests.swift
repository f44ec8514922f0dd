import MemoryManager
import Testing

/// Minutes without a page end the system: they have to be minutes in which someone waited.
@Suite struct ShortageClockTests {
  /// Looks every two ticks from `start` on; the last answer.
  private func wait(_ clock: inout ShortageClock, from start: UInt32, ticks: UInt32) -> UInt32 {
    var last: UInt32 = 0
    for tick in stride(from: start, through: start &+ ticks, by: 2) { last = clock.look(tick) }
    return last
  }

  @Test func beginsWithTheFirstWhoWaits() {
    var clock = ShortageClock(longestPause: 1000)
    var found = clock.look(100_000)
    #expect(found == 0)
    found = wait(&clock, from: 100_002, ticks: 50_000)
    #expect(found == 50_002)
    // Hours later, and no page came meanwhile that anyone was told of.
    found = clock.look(1_000_000)
    #expect(found == 0)
  }

  @Test func endsWithAPage() {
    var clock = ShortageClock(longestPause: 1000)
    _ = wait(&clock, from: 5000, ticks: 400)
    clock.end(5400)
    let found = wait(&clock, from: 5402, ticks: 98)
    #expect(found == 100)
  }
}
