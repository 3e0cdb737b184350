import SQLite

/// A day of the calendar, without a time of day.
struct Day: Sendable, Hashable, Comparable {
  /// Since 1970-01-01.
  let number: Int64

  init(number: Int64) {
    self.number = number
  }

  /// The day on local clocks at `moment`, where they show `offset` seconds more than UTC.
  init(_ moment: Instant, offset: Int64) {
    let seconds = moment.seconds + offset
    number = (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400
  }

  /// Reads `2026-02-14`, as date fields send it; nil for anything else and for a day that no
  /// calendar has.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int64(parts[0]), let month = Int64(parts[1]), let day = Int64(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    // The year begins in March, so that the leap day is its last: see `CalendarTime`.
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * 146_097 + dayOfEra - 719_468)
    if self.text != text { return nil }
  }

  /// `2026-02-14`.
  var text: String { String(DateStrings.machine(noon).prefix(10)) }

  /// The middle of the day in UTC: on the same day from UTC-11 to UTC+11.
  var noon: Instant { Instant(seconds: number * 86_400 + 43_200) }

  /// Monday to Friday.
  var isWeekday: Bool {
    let weekday = ((number + 4) % 7 + 7) % 7
    return (1...5).contains(weekday)
  }

  static func < (one: Day, other: Day) -> Bool { one.number < other.number }
  static func + (day: Day, days: Int64) -> Day { Day(number: day.number + days) }
}

extension Day: ColumnValue {
  func bind(to parameter: Parameter) throws { try number.bind(to: parameter) }
  static func read(_ column: Column) throws -> Day { Day(number: try Int64.read(column)) }
}
