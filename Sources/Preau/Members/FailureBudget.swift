import Synchronization

/// How many failures one place may still make, whatever the names: a school's address serves a
/// thousand pupils, some of whom mistype.
///
/// A budget that refills with time (the generic cell rate algorithm): at worst one try each
/// `secondsPerFailure` remains, so that nobody is locked out by what others did an hour ago. Kept in
/// memory: a restart forgives.
final class FailureBudget: Sendable {
  /// When all failures of a key will have been forgiven.
  private let paidBack = Mutex<[String: Instant]>([:])
  private static let mostRecords = 100_000

  /// Seconds that `key` must still wait; 0 when it may try.
  func secondsLeft(for key: String, _ limits: LogInLimits, now: Instant) -> Int {
    guard limits.failuresPerAddress > 0 else { return 0 }
    let debt = paidBack.withLock { $0[key].map { $0 - now } ?? 0 }
    let free = Int64(limits.failuresPerAddress - 1) * limits.secondsPerFailure
    return Int(max(0, debt - free))
  }

  func fail(_ key: String, _ limits: LogInLimits, now: Instant) {
    guard limits.failuresPerAddress > 0 else { return }
    paidBack.withLock { records in
      if records.count >= Self.mostRecords {
        records = records.filter { $0.value > now }
        if records.count >= Self.mostRecords { records.removeAll() }
      }
      records[key] = max(records[key] ?? now, now) + limits.secondsPerFailure
    }
  }
}
