import Testing

@testable import Preau

@Suite struct `Waiting after failures` {
  let limits = LogInLimits()
  let noon = Instant(seconds: 1_800_000_000)

  @Test func `the fifth failure waits, and each one after it twice as long`() {
    let throttle = Throttle()
    var waits: [Int] = []
    for _ in 1...8 {
      throttle.fail("lea", allowed: 5, limits, now: noon)
      waits.append(throttle.secondsLeft(for: "lea", now: noon))
    }
    #expect(waits == [0, 0, 0, 0, 15, 30, 60, 120])
    #expect(throttle.secondsLeft(for: "lea", now: noon + 119) == 1)
    #expect(throttle.secondsLeft(for: "lea", now: noon + 120) == 0)
    #expect(throttle.secondsLeft(for: "sami", now: noon) == 0)
  }

  @Test func `success forgives`() {
    let throttle = Throttle()
    for _ in 1...9 { throttle.fail("lea", allowed: 5, limits, now: noon) }
    throttle.succeed("lea")
    #expect(throttle.secondsLeft(for: "lea", now: noon) == 0)
  }

  @Test func `a class of thirty that mistypes five times each waits for nothing`() {
    let budget = PlaceBudget()
    for _ in 1..<150 { budget.spend("school", limits.perAddress, now: noon) }
    #expect(budget.secondsLeft(for: "school", limits.perAddress, now: noon) == 0)
  }

  @Test func `one who tries a whole dictionary gets one try each few seconds`() {
    let budget = PlaceBudget()
    for _ in 1...limits.failuresPerAddress { budget.spend("place", limits.perAddress, now: noon) }
    #expect(budget.secondsLeft(for: "place", limits.perAddress, now: noon) == 5)
    #expect(budget.secondsLeft(for: "place", limits.perAddress, now: noon + 5) == 0)
    #expect(budget.secondsLeft(for: "elsewhere", limits.perAddress, now: noon) == 0)
  }

  @Test func `who goes on after the budget is spent makes nobody wait longer`() {
    let budget = PlaceBudget()
    for _ in 1...5_000 { budget.spend("place", limits.perAddress, now: noon) }
    #expect(budget.secondsLeft(for: "place", limits.perAddress, now: noon) == 5)
  }

  @Test func `a success gives back what its own mistakes have cost, once, and no more`() {
    let budget = PlaceBudget()
    func spend(_ count: Int, for name: String) {
      for _ in 0..<count { budget.spend("place", for: name, limits.perAddress, now: noon) }
    }
    func isSpent() -> Bool { budget.secondsLeft(for: "place", limits.perAddress, now: noon) > 0 }
    spend(298, for: "names")
    spend(100, for: "own")
    #expect(isSpent())
    budget.giveBack("place", spentFor: "own", limits.perAddress)
    budget.giveBack("place", spentFor: "own", limits.perAddress)
    #expect(!isSpent())
    spend(1, for: "own")
    #expect(!isSpent())
    spend(1, for: "own")
    #expect(isSpent())
  }

  @Test func `a pace makes even the first failure wait`() {
    let throttle = Throttle()
    throttle.fail("lea", allowed: 5, limits, now: noon, atLeast: 10)
    #expect(throttle.secondsLeft(for: "lea", now: noon) == 10)
    #expect(throttle.secondsLeft(for: "lea", now: noon + 10) == 0)
  }

  @Test func `zero lifts the limit`() {
    var limits = LogInLimits()
    limits.failuresPerMember = 0
    limits.failuresPerAddress = 0
    let throttle = Throttle()
    let budget = PlaceBudget()
    for _ in 1...100 {
      throttle.fail("lea", allowed: limits.failuresPerMember, limits, now: noon)
      budget.spend("place", limits.perAddress, now: noon)
    }
    #expect(throttle.secondsLeft(for: "lea", now: noon) == 0)
    #expect(budget.secondsLeft(for: "place", limits.perAddress, now: noon) == 0)
  }

  @Test(arguments: [
    ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"),
    ("2001:db8:1:2::3", "2001:db8:1::"),
  ])
  func `a place is an address, or what an institution is given of IPv6`(
    client: String, place: String
  ) {
    #expect(LogInGate.place(client) == place)
  }
}
