import Synchronization

/// Who has failed how often, and until when they must wait. Kept in memory: a restart forgives.
final class Throttle: Sendable {
  private struct Record {
    var failures = 0
    var waitUntil = Instant(seconds: 0)
    var last = Instant(seconds: 0)
  }

  private let records = Mutex<[String: Record]>([:])
  /// A record is forgotten after this long without a failure.
  private static let memory: Int64 = 1_800
  private static let mostRecords = 100_000

  /// Seconds that `key` must still wait; 0 when it may try.
  func secondsLeft(for key: String, now: Instant) -> Int {
    records.withLock { records in
      guard let record = records[key], now - record.last < Self.memory else { return 0 }
      return Int(max(0, record.waitUntil - now))
    }
  }

  /// Notes a failure: above `allowed` of them, the wait doubles from `firstWait` to `longestWait`.
  ///
  /// - Parameters:
  ///   - allowed: 0 for no limit.
  ///   - pace: what even the first failure makes one wait.
  func fail(
    _ key: String, allowed: Int, _ limits: LogInLimits, now: Instant, atLeast pace: Int64 = 0
  ) {
    guard allowed > 0 || pace > 0 else { return }
    records.withLock { records in
      if records.count >= Self.mostRecords {
        records = records.filter { now - $0.value.last < Self.memory }
        if records.count >= Self.mostRecords { records.removeAll() }
      }
      var record = records[key] ?? Record()
      if now - record.last >= Self.memory { record = Record() }
      record.failures += 1
      record.last = now
      let excess = record.failures - allowed
      var wait = pace
      if allowed > 0, excess >= 0 {
        wait = max(wait, min(limits.longestWait, limits.firstWait << Int64(min(excess, 20))))
      }
      if wait > 0 { record.waitUntil = now + wait }
      records[key] = record
    }
  }

  /// Forgets the failures of `key`.
  func succeed(_ key: String) {
    _ = records.withLock { $0.removeValue(forKey: key) }
  }
}
