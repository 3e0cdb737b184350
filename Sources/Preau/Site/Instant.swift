import Glibc
import SQLite

/// A moment, in whole seconds since 1970-01-01T00:00:00Z.
public struct Instant: Sendable, Hashable, Comparable {
  /// Since 1970-01-01T00:00:00Z, without leap seconds.
  public let seconds: Int64

  /// A moment so many seconds after 1970.
  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// Whether one comes before the other.
  public static func < (one: Instant, other: Instant) -> Bool { one.seconds < other.seconds }
  /// So many seconds later.
  public static func + (moment: Instant, seconds: Int64) -> Instant {
    Instant(seconds: moment.seconds + seconds)
  }
  /// Seconds from `earlier` to `later`.
  public static func - (later: Instant, earlier: Instant) -> Int64 {
    later.seconds - earlier.seconds
  }

  /// The machine's clock: read once for each request, then handed to the rules.
  static var now: Instant { Instant(seconds: Int64(time(nil))) }
}

extension Instant: ColumnValue {
  /// Kept as whole seconds.
  public func bind(to parameter: Parameter) throws { try seconds.bind(to: parameter) }
  /// - Throws: ``SQLiteError`` when the column holds no whole number.
  public static func read(_ column: Column) throws -> Instant {
    Instant(seconds: try Int64.read(column))
  }
}
