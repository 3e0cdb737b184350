// School time keeps three promises:
// (1) It passes only on school days (Monday to Friday, outside holidays), between two hours of the
//     day. Evenings, week-ends and holidays do not count.
// (2) 24 hours of delay are one school day, whole: what is asked on Monday at 10:00 with 48 hours is
//     due on Wednesday at 10:00, and what is asked in the evening counts from the next morning.
// (3) Whoever asks later is due later: « due before now » and « asked before some moment » are the
//     same questions, so that a list needs no stored due time and holidays can change at any moment.

/// When time counts at school.
struct SchoolCalendar: Sendable {
  /// First and last day of each holiday.
  var holidays: [ClosedRange<Day>] = []
  /// Seconds after local midnight between which time passes.
  var hours: Range<Int64> = 8 * 3_600..<18 * 3_600
  /// What local clocks add to UTC at a moment.
  var offset: @Sendable (Instant) -> Int64 = CalendarTime.offset(at:)

  /// Beyond so many days without school, the school is closed for good.
  private static let mostDays = 1_000

  func isSchoolDay(_ day: Day) -> Bool {
    day.isWeekday && !holidays.contains { $0.contains(day) }
  }

  /// When what was asked at `asked` is due, `delay` hours later.
  func due(_ asked: Instant, delay: Int) -> Instant {
    var left = seconds(delay)
    var day = Day(asked, offset: offset(asked))
    for _ in 0..<Self.mostDays {
      if let time = schoolTime(day), asked < time.upperBound {
        let start = max(asked, time.lowerBound)
        if left <= time.upperBound - start { return start + left }
        left -= time.upperBound - start
      }
      day = day + 1
    }
    return asked + Int64(Self.mostDays) * 86_400
  }

  /// The latest moment that is due at `now`: whatever was asked until then should have been answered.
  func latestDue(at now: Instant, delay: Int) -> Instant {
    var left = seconds(delay)
    var day = Day(now, offset: offset(now))
    for _ in 0..<Self.mostDays {
      if let time = schoolTime(day), time.lowerBound < now {
        let end = min(now, time.upperBound)
        if left <= end - time.lowerBound { return end + -left }
        left -= end - time.lowerBound
      }
      day = day + -1
    }
    return now + -Int64(Self.mostDays) * 86_400
  }

  /// Seconds of school time in so many hours of delay.
  private func seconds(_ delay: Int) -> Int64 {
    Int64(delay) * Int64(hours.count) / 24
  }

  /// When time counts on a day; nil when it does not.
  private func schoolTime(_ day: Day) -> Range<Instant>? {
    guard isSchoolDay(day) else { return nil }
    return moment(day, hours.lowerBound)..<moment(day, hours.upperBound)
  }

  /// The moment when local clocks show so many seconds after midnight. School hours are never those
  /// in which clocks are put forward or back.
  private func moment(_ day: Day, _ seconds: Int64) -> Instant {
    let local = Instant(seconds: day.number * 86_400 + seconds)
    let guess = local + -offset(local)
    return local + -offset(guess)
  }
}
