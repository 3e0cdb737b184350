/// Dates as HTTP writes them (IMF-fixdate, RFC 9110 §5.6.7).
public enum HTTPDate {
  /// `Sun, 06 Nov 1994 08:49:37 GMT`, from seconds since 1970 of the years 0 to 9999.
  public static func string(unixSeconds: Int64) -> String {
    let second = ((Int(unixSeconds) % 86_400) + 86_400) % 86_400
    let days = (Int(unixSeconds) - second) / 86_400
    let (year, month, dayOfMonth) = civil(days)
    // 1 January 1970 was a Thursday.
    let weekday = weekdays[((days + 4) % 7 + 7) % 7]
    let time = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    return "\(weekday), \(two(dayOfMonth)) \(months[month - 1]) \(four(year)) \(time) GMT"
  }

  /// The date of a day counted from 1 January 1970, in the Gregorian calendar. Years are counted
  /// from March, so that the leap day is the last of its year.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  private static func four(_ year: Int) -> String { "\(two(year / 100))\(two(year % 100))" }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
