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

  fileprivate struct Records {
    /// When all that a key has spent will have come back.
    var paidBack: [String: Instant] = [:]
    /// How much of it was spent for a name that may get it back.
    var spentFor: [String: Int] = [:]
  }

  private let records = Mutex(Records())
  private static let mostRecords = 100_000

  /// Seconds until `key` has something to spend again; 0 when it has.
  func secondsLeft(for key: String, _ allowance: Allowance, now: Instant) -> Int {
    guard allowance.most > 0 else { return 0 }
    let debt = records.withLock { $0.paidBack[key].map { $0 - now } ?? 0 }
    let free = Int64(allowance.most - 1) * allowance.secondsEach
    return Int(max(0, debt - free))
  }

  /// A key that has nothing left owes no more for it: others there will not wait longer.
  ///
  /// - Parameter name: for whom, of those behind the key; their success may give it back.
  func spend(_ key: String, for name: String? = nil, _ allowance: Allowance, now: Instant) {
    guard allowance.most > 0 else { return }
    records.withLock { records in
      records.makeRoom(Self.mostRecords, now)
      let full = now + Int64(allowance.most) * allowance.secondsEach
      let owed = max(records.paidBack[key] ?? now, now) + allowance.secondsEach
      records.paidBack[key] = min(full, owed)
      if let name, owed <= full { records.spentFor[name, default: 0] += 1 }
    }
  }

  /// Gives back what was spent for a name since it last succeeded.
  func giveBack(_ key: String, spentFor name: String, _ allowance: Allowance) {
    records.withLock { records in
      guard let spent = records.spentFor.removeValue(forKey: name),
        let paidBack = records.paidBack[key]
      else { return }
      records.paidBack[key] = paidBack + -Int64(spent) * allowance.secondsEach
    }
  }
}

extension PlaceBudget.Records {
  fileprivate mutating func makeRoom(_ most: Int, _ now: Instant) {
    if paidBack.count >= most {
      paidBack = paidBack.filter { $0.value > now }
      if paidBack.count >= most { paidBack.removeAll() }
    }
    // Those who never succeed: what they have spent comes back with time alone.
    if spentFor.count >= most { spentFor.removeAll() }
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
