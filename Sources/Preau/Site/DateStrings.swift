/// Moments in words, in the site's time zone.
struct DateStrings: Sendable {
  let months: [String]
  let weekdays: [String]
  let justNow: String
  let minutesAgo: @Sendable (Int) -> String
  let hoursAgo: @Sendable (Int) -> String
  let yesterday: String
  /// "mardi à 21 h 40", from a weekday, an hour and a minute.
  let weekdayAt: @Sendable (String, Int, Int) -> String
  /// "12 mars 2026", from a day, a month's name and a year.
  let date: @Sendable (Int, String, Int) -> String
  /// A date and a time of day.
  let dateAt: @Sendable (String, Int, Int) -> String

  static let french = DateStrings(
    months: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
    weekdays: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
    justNow: "à l’instant",
    minutesAgo: { "il y a \($0)\u{00A0}min" },
    hoursAgo: { "il y a \($0)\u{00A0}h" },
    yesterday: "hier",
    weekdayAt: { "\($0) à \($1)\u{00A0}h\u{00A0}\(twoDigits($2))" },
    date: { "\($0 == 1 ? "1er" : "\($0)")\u{00A0}\($1) \($2)" },
    dateAt: { "\($0) à \($1)\u{00A0}h\u{00A0}\(twoDigits($2))" })

  static let english = DateStrings(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    justNow: "just now",
    minutesAgo: { "\($0)\u{00A0}min ago" },
    hoursAgo: { "\($0)\u{00A0}h ago" },
    yesterday: "yesterday",
    weekdayAt: { "\($0) at \($1):\(twoDigits($2))" },
    date: { "\($0)\u{00A0}\($1) \($2)" },
    dateAt: { "\($0) at \($1):\(twoDigits($2))" })
}

func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}

extension DateStrings {
  /// "12 mars 2026".
  func day(_ moment: Instant) -> String {
    let time = CalendarTime(moment)
    return date(time.day, months[time.month - 1], time.year)
  }

  /// "12 mars 2026 à 21 h 40".
  func full(_ moment: Instant) -> String {
    let time = CalendarTime(moment)
    return dateAt(day(moment), time.hour, time.minute)
  }

  /// The shortest words that still say when: nearer moments get finer ones.
  func relative(_ moment: Instant, now: Instant) -> String {
    let age = now - moment
    guard age >= 60 else { return age > -60 ? justNow : full(moment) }
    if age < 3_600 { return minutesAgo(Int(age / 60)) }
    if age < 12 * 3_600 { return hoursAgo(Int(age / 3_600)) }
    let time = CalendarTime(moment)
    if age < 48 * 3_600, time.day == CalendarTime(now + -86_400).day { return yesterday }
    if age < 6 * 86_400 { return weekdayAt(weekdays[time.weekday], time.hour, time.minute) }
    return day(moment)
  }

  /// `2026-03-12T20:40:00Z` (RFC 3339), for machines. Years from 0 to 9999.
  static func machine(_ moment: Instant) -> String {
    let time = CalendarTime(utc: moment)
    return String(unsafeUninitializedCapacity: 20) { text in
      func write(_ number: Int, _ digits: Int, at place: Int, then mark: Unicode.Scalar) {
        var rest = number
        for offset in (0..<digits).reversed() {
          text[place + offset] = UInt8(0x30 + rest % 10)
          rest /= 10
        }
        text[place + digits] = UInt8(ascii: mark)
      }
      write(min(max(time.year, 0), 9_999), 4, at: 0, then: "-")
      write(time.month, 2, at: 5, then: "-")
      write(time.day, 2, at: 8, then: "T")
      write(time.hour, 2, at: 11, then: ":")
      write(time.minute, 2, at: 14, then: ":")
      write(time.second, 2, at: 17, then: "Z")
      return 20
    }
  }
}
