/// When a mail may leave: the right to disconnect.
///
/// Evenings and nights, week-ends, public holidays and those that the site was told of are quiet.
struct QuietTime: Sendable {
  /// First and last day of each holiday that the site was told of.
  var holidays: [ClosedRange<Day>] = []

  /// Hours of local clocks between which mails leave.
  static let hours = 8..<19
  /// The hour at which the digest of the day leaves.
  static let hourOfDigest = 17

  func isQuiet(at moment: Instant) -> Bool {
    let time = CalendarTime(moment)
    if !Self.hours.contains(time.hour) || Self.isPublicHoliday(time) { return true }
    let day = Day(moment, offset: CalendarTime.offset(at: moment))
    return !day.isWeekday || holidays.contains { $0.contains(day) }
  }

  /// The first moment at or after `moment` at which a mail may leave.
  func opening(_ moment: Instant, mayDisturb: Bool) -> Instant {
    if mayDisturb { return moment }
    return first(from: moment) { !isQuiet(at: $0) } ?? moment
  }

  /// When the digest of what happened at `moment` leaves: at the end of a school day.
  func dailyDigest(_ moment: Instant, mayDisturb: Bool) -> Instant {
    first(from: moment + 1) { moment in
      CalendarTime(moment).isHour(Self.hourOfDigest) && (mayDisturb || !isQuiet(at: moment))
    } ?? moment
  }

  /// When the digest of the week leaves: first thing on Monday, or on the first open day after it.
  func weeklyDigest(_ moment: Instant, mayDisturb: Bool) -> Instant {
    let monday = first(from: moment + 1) { moment in
      let time = CalendarTime(moment)
      return time.weekday == 1 && time.isHour(Self.hours.lowerBound)
    }
    return opening(monday ?? moment, mayDisturb: mayDisturb)
  }

  /// Goes on by quarters of an hour, on which all clocks of the world change; two years at most,
  /// in case all days are holidays.
  private func first(
    from moment: Instant, where isWanted: (Instant) -> Bool
  ) -> Instant? {
    if isWanted(moment) { return moment }
    let quarter: Int64 = 900
    let start = (moment.seconds / quarter + 1) * quarter
    return stride(from: start, to: start + 730 * 86_400, by: Int64.Stride(quarter)).lazy
      .map(Instant.init(seconds:)).first(where: isWanted)
  }

  /// Those of metropolitan France (Code du travail, L3133-1).
  static func isPublicHoliday(_ time: CalendarTime) -> Bool {
    switch (time.month, time.day) {
    case (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25): return true
    default: break
    }
    let afterEaster = dayOfYear(time) - easter(time.year)
    return afterEaster == 1 || afterEaster == 39 || afterEaster == 50
  }

  private static func dayOfYear(_ time: CalendarTime) -> Int {
    dayOfYear(time.month, time.day, time.year)
  }

  private static func dayOfYear(_ month: Int, _ day: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    return before[month - 1] + day + (isLeap && month > 2 ? 1 : 0)
  }

  /// The day of the year of Easter Sunday, by the Gregorian calendar (Butcher's method).
  private static func easter(_ year: Int) -> Int {
    let golden = year % 19
    let century = year / 100
    let correction = century - century / 4 - (8 * century + 13) / 25
    let epact = (19 * golden + correction + 15) % 30
    let moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11))
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
    let offset = moon - weekday
    let month = 3 + (offset + 40) / 44
    return dayOfYear(month, offset + 28 - 31 * (month / 4), year)
  }
}

extension CalendarTime {
  /// Whether clocks strike this hour.
  fileprivate func isHour(_ wanted: Int) -> Bool { hour == wanted && minute == 0 && second == 0 }
}
