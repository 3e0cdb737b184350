import Testing

@testable import Preau

/// On the clocks of Paris in the school year 2025-2026, without the time zones of the machine.
@Suite struct `School time` {
  /// Summer time until 2025-10-26 and from 2026-03-29, at 01:00 UTC.
  private static let calendar = SchoolCalendar(
    holidays: [day("2025-12-20")...day("2026-01-04")],
    offset: { moment in
      let isSummer = moment.seconds < 1_761_440_400 || moment.seconds >= 1_774_746_000
      return isSummer ? 7_200 : 3_600
    })

  private static func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is no day") }
    return day
  }

  /// `2025-11-03 10:00` on those clocks.
  private static func moment(_ text: String) -> Instant {
    let parts = text.split(separator: " ")
    let time = parts[1].split(separator: ":").compactMap { Int64($0) }
    let local = day(String(parts[0])).number * 86_400 + time[0] * 3_600 + time[1] * 60
    let guess = Instant(seconds: local)
    return guess + -calendar.offset(guess + -calendar.offset(guess))
  }

  @Test(arguments: [
    ("2025-11-03 10:00", 48, "2025-11-05 10:00"),
    // An evening counts from the next morning.
    ("2025-11-03 22:15", 48, "2025-11-05 18:00"),
    ("2025-11-03 06:00", 24, "2025-11-03 18:00"),
    // A Friday: Saturday and Sunday do not count.
    ("2025-11-07 17:00", 24, "2025-11-10 17:00"),
    ("2025-11-08 12:00", 48, "2025-11-11 18:00"),
    // The last hour before the holidays: the rest after them.
    ("2025-12-19 17:00", 48, "2026-01-06 17:00"),
    ("2025-12-24 12:00", 12, "2026-01-05 13:00"),
    // Clocks are put back on Sunday 26 October, and forward on Sunday 29 March.
    ("2025-10-24 10:00", 48, "2025-10-28 10:00"),
    ("2026-03-27 10:00", 48, "2026-03-31 10:00"),
  ])
  func `passes on school days alone`(asked: String, delay: Int, due: String) {
    #expect(Self.calendar.due(Self.moment(asked), delay: delay) == Self.moment(due))
  }

  @Test(arguments: HelpDelay.choices)
  func `says the same of what is due as of when it was asked`(delay: Int) {
    // Every 37 minutes of six weeks around the holidays, for three moments of today.
    let start = Self.moment("2025-12-01 00:00")
    let todays = ["2026-01-06 03:00", "2026-01-07 11:20", "2026-01-10 15:00"].map(Self.moment)
    for today in todays {
      let latest = Self.calendar.latestDue(at: today, delay: delay)
      for step in 0..<1_600 {
        let asked = start + Int64(step) * 2_220
        let isDue = Self.calendar.due(asked, delay: delay) <= today
        #expect(isDue == (asked <= latest), "\(asked) for \(today)")
      }
    }
  }

  @Test func `ends where there is never school again`() {
    var calendar = Self.calendar
    calendar.holidays = [Self.day("2000-01-01")...Self.day("2100-01-01")]
    let now = Self.moment("2025-11-03 10:00")
    #expect(calendar.due(now, delay: 48) > now)
    #expect(calendar.latestDue(at: now, delay: 48) < now)
  }

  @Test(arguments: ["2025-02-29", "2025-13-01", "2025-1-01", "25-01-01", "", "2025-04-31", "a-b-c"])
  func `has no such day`(text: String) { #expect(Day(text) == nil) }

  @Test(arguments: ["1970-01-01", "2000-02-29", "2024-02-29", "2026-12-31"])
  func `writes a day as it was read`(text: String) { #expect(Day(text)?.text == text) }

  @Test func `knows the days of the week`() {
    let week = (0..<7).map { (Self.day("2025-11-03") + $0).isWeekday }
    #expect(week == [true, true, true, true, true, false, false])
  }
}
