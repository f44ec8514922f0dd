import Machine
import Testing

@Suite struct IrqlTests {
  @Test func raisingReturnsTheLevelToGoBackTo() {
    let first = Irql.raise(to: .apc)
    #expect(first == 0 && Irql.current == 1 && !Irql.isAtDispatchOrAbove)
    let second = Irql.raise(to: .dispatch)
    #expect(second == 1 && Irql.isAtDispatchOrAbove)
    Irql.lower(to: second)
    #expect(Irql.current == 1)
    Irql.lower(to: first)
    #expect(Irql.current == 0)
  }
  @Test func raisingNeverLowers() {
    let old = Irql.raise(to: .clock)
    #expect(Irql.raise(to: .dispatch) == 28)
    #expect(Irql.current == 28)
    Irql.lower(to: old)
  }
  @Test func levelsAreNTs() {
    #expect([Irql.passive, .apc, .dispatch, .clock, .high].map(\.rawValue) == [0, 1, 2, 28, 31])
    #expect(Irql.passive < .apc && Irql.dispatch < .device && Irql.clock < .high)
  }
  @Test func softwareInterruptsAreTakenOnce() {
    _ = SoftwareInterrupts.take()
    SoftwareInterrupts.wakeZeroPageThread.request()
    SoftwareInterrupts.pagesAvailable.request()
    SoftwareInterrupts.pagesAvailable.request()
    #expect(SoftwareInterrupts.take() == [.wakeZeroPageThread, .pagesAvailable])
    #expect(SoftwareInterrupts.take() == [])
  }
}
