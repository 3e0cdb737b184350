/// A moment in whole seconds, written as credentials write it.
public struct Timestamp: Sendable, Hashable, Comparable {
  /// Since 1970-01-01T00:00:00Z, without leap seconds.
  public let seconds: Int64

  /// A moment so many seconds after 1970.
  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// Whether one comes before the other.
  public static func < (one: Timestamp, other: Timestamp) -> Bool { one.seconds < other.seconds }

  /// Such as `2026-11-20T10:00:00Z`: whole seconds, so that `nbf` and `exp` can be equal to it.
  public var text: String {
    let rest = seconds % 86_400
    let day = seconds / 86_400 - (rest < 0 ? 1 : 0)
    let second = Int(rest < 0 ? rest + 86_400 : rest)
    let (year, month, dayOfMonth) = Self.civil(Int(day))
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
      + "T\(padded(second / 3_600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))Z"
  }

  /// Reads RFC 3339 §5.6, with the offset of the time zone also as `+0100`; parts of a second are
  /// dropped. A date without time or without a zone says no moment.
  public init?(_ text: String) {
    var rest = Substring(text).utf8
    func digits(_ count: Int) -> Int? {
      let found = rest.prefix(count)
      guard found.count == count, found.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      rest = rest.dropFirst(count)
      return found.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    func mark(_ allowed: String) -> Bool {
      guard let first = rest.first, allowed.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard let year = digits(4), mark("-"), let month = digits(2), mark("-"),
      let day = digits(2), mark("Tt "), let hour = digits(2), mark(":"),
      let minute = digits(2), mark(":"), let second = digits(2),
      (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day),
      hour < 24, minute < 60, second <= 60
    else { return nil }
    if mark(".") {
      let fraction = rest.prefix { (0x30...0x39).contains($0) }
      if fraction.isEmpty { return nil }
      rest = rest.dropFirst(fraction.count)
    }
    var offset = 0
    if !mark("Zz") {
      let isWest = rest.first == UInt8(ascii: "-")
      guard mark("+-"), let hours = digits(2), mark(":") || !rest.isEmpty, let minutes = digits(2),
        hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 3_600 + minutes * 60) * (isWest ? -1 : 1)
    }
    guard rest.isEmpty else { return nil }
    let time = hour * 3_600 + minute * 60 + min(second, 59)
    seconds = Int64(Self.dayNumber(year, month, day) * 86_400 + time - offset)
  }

  /// Days from 1970-01-01 in the Gregorian calendar; the year is taken to begin in March, so that a
  /// leap day is its last.
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * march + 2) / 5 + 1)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
