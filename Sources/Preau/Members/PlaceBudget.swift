import Synchronization

/// How much one place may still do of something, whatever the names: a school's address serves a
/// thousand pupils, some of whom mistype.
///
/// A budget that refills with time (the generic cell rate algorithm): at worst one of it each
/// `secondsEach` remains. Kept in memory: a restart forgives.
final class PlaceBudget: Sendable {
  /// How much there is, and how fast it comes back.
  struct Allowance: Sendable {
    /// 0 for no limit.
    let most: Int
    let secondsEach: Int64
  }

  /// When all that a key has spent will have come back.
  private let paidBack = Mutex<[String: Instant]>([:])
  private static let mostRecords = 100_000

  /// Seconds until `key` has something to spend again; 0 when it has.
  func secondsLeft(for key: String, _ allowance: Allowance, now: Instant) -> Int {
    guard allowance.most > 0 else { return 0 }
    let debt = paidBack.withLock { $0[key].map { $0 - now } ?? 0 }
    let free = Int64(allowance.most - 1) * allowance.secondsEach
    return Int(max(0, debt - free))
  }

  /// A key that has nothing left owes no more for it: others there will not wait longer.
  func spend(_ key: String, _ allowance: Allowance, now: Instant) {
    guard allowance.most > 0 else { return }
    paidBack.withLock { records in
      if records.count >= Self.mostRecords {
        records = records.filter { $0.value > now }
        if records.count >= Self.mostRecords { records.removeAll() }
      }
      let full = now + Int64(allowance.most) * allowance.secondsEach
      records[key] = min(full, max(records[key] ?? now, now) + allowance.secondsEach)
    }
  }
}

extension LogInLimits {
  /// What one place may mistype.
  var perAddress: PlaceBudget.Allowance {
    PlaceBudget.Allowance(most: failuresPerAddress, secondsEach: secondsPerFailure)
  }

  /// How many accounts one place may make, and how often it may be told what is taken.
  var signUps: PlaceBudget.Allowance {
    PlaceBudget.Allowance(
      most: signUpsPerHour, secondsEach: 3_600 / Int64(max(1, min(3_600, signUpsPerHour))))
  }
}
