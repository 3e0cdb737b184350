import Glibc
import Synchronization

/// A moment as clocks and calendars show it.
struct CalendarTime: Equatable {
  let year: Int
  /// 1 to 12.
  let month: Int
  let day: Int
  /// 0 is Sunday.
  let weekday: Int
  let hour: Int
  let minute: Int
  let second: Int

  /// In the time zone that the process was started with: see ``setTimeZone(_:)``.
  init(_ moment: Instant) {
    self.init(utc: moment + LocalOffset.seconds(at: moment))
  }

  /// In UTC, by the proleptic Gregorian calendar: an era is 400 years, a year begins in March, so
  /// that the leap day is its last.
  init(utc moment: Instant) {
    let (days, inDay) = moment.seconds.flooredQuotientAndRemainder(by: 86_400)
    let (era, dayOfEra) = (days + 719_468).flooredQuotientAndRemainder(by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    month = Int(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    weekday = Int((days + 4).flooredQuotientAndRemainder(by: 7).remainder)
    hour = Int(inDay / 3_600)
    minute = Int(inDay / 60 % 60)
    second = Int(inDay % 60)
  }

  /// The same day and time so many months later, in UTC; the last day of the month where it has no
  /// such day.
  static func months(_ count: Int, after moment: Instant) -> Instant {
    let time = CalendarTime(utc: moment)
    let months = time.year * 12 + time.month - 1 + count
    let start = firstDay(ofMonth: months)
    let length = firstDay(ofMonth: months + 1) - start
    let day = min(Int64(time.day), length)
    let (_, inDay) = moment.seconds.flooredQuotientAndRemainder(by: 86_400)
    return Instant(seconds: (start + day - 1) * 86_400 + inDay)
  }

  /// Days since 1970 of the first day of a month, counted from January of the year 0.
  private static func firstDay(ofMonth months: Int) -> Int64 {
    let (year, index) = Int64(months).flooredQuotientAndRemainder(by: 12)
    // A year begins in March here: January and February belong to the one before.
    let (marchYear, marchIndex) = index < 2 ? (year - 1, index + 10) : (year, index - 2)
    let (era, yearOfEra) = marchYear.flooredQuotientAndRemainder(by: 400)
    let dayOfYear = (153 * marchIndex + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }

  /// What local clocks add to UTC at `moment`, in seconds.
  static func offset(at moment: Instant) -> Int64 { LocalOffset.seconds(at: moment) }

  /// Chooses the time zone of the whole process, once, before any thread asks for a date.
  static func setTimeZone(_ name: String) {
    setenv("TZ", ":" + name, 1)
    tzset()
  }
}

/// What local clocks add to UTC.
///
/// The C library takes a lock and reads its rules again for every conversion; a page has fifty
/// dates. Offsets change on quarters of an hour only, so each quarter is asked once.
private enum LocalOffset {
  private static let quarter: Int64 = 900
  private static let slots = 1_024
  /// In each slot the quarter's number and, in the lower 18 bits, its offset; 0 is empty.
  private static let known = (0..<slots).map { _ in SharedNumber() }

  /// Seconds to add to UTC at `moment`.
  static func seconds(at moment: Instant) -> Int64 {
    let number = moment.seconds.flooredQuotientAndRemainder(by: quarter).quotient
    guard number > 0, number < 1 << 40 else { return asked(moment) }
    let slot = Int(number) & (slots - 1)
    let stored = known[slot].value.load(ordering: .relaxed)
    if stored >> 18 == number { return (stored & 0x3FFFF) - 0x20000 }
    let offset = asked(moment)
    known[slot].value.store(number << 18 | (offset + 0x20000), ordering: .relaxed)
    return offset
  }

  private static func asked(_ moment: Instant) -> Int64 {
    var seconds = Int(moment.seconds)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return Int64(parts.tm_gmtoff)
  }
}

/// One number that threads share.
private final class SharedNumber: Sendable {
  let value = Atomic<Int64>(0)
}

extension Int64 {
  /// Division that rounds towards the past, also before 1970.
  fileprivate func flooredQuotientAndRemainder(
    by divisor: Int64
  ) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
