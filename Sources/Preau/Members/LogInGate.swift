// Wrong passwords cost time, and whose time matters:
// (1) Failures for one name count for one place only: nobody can lock a member out from elsewhere.
// (2) All failures of one place share a budget that refills. Once it is spent, each wrong try of a
//     name there costs a wait at once; a right password is never refused for what others typed, or
//     one pupil could lock a school out.
// (3) A browser that the member used before is a place of its own: classmates who guess behind the
//     same address do not lock the member out either.

import HTTP

/// Whether somebody may try a secret (a password or a code) for a name, from one place.
struct LogInGate {
  private let visit: Visit
  private let nameKey: String
  /// nil for a known browser, which only answers for itself.
  private let placeKey: String?

  /// - Parameters:
  ///   - name: as it was typed: whether it belongs to anyone changes nothing.
  ///   - member: whom it means, if anyone.
  init(_ visit: Visit, name: String, member: Member.ID?) {
    self.visit = visit
    let name = LogInName.fold(String(name.prefix(254)))
    if let known = visit.knownBrowser, known.member == member {
      nameKey = "browser " + Base64URL.encode(known.mark)
      placeKey = nil
    } else {
      let place = Self.place(visit.client)
      nameKey = "name \(name) \(place)"
      placeKey = place
    }
  }

  /// Between two tries of one name, in a place that has spent its budget.
  private static let slowPace: Int64 = 10

  private var limits: LogInLimits { visit.site.configuration.logIn }

  /// 0 when the secret may be tried now.
  var secondsLeft: Int { visit.site.logInThrottle.secondsLeft(for: nameKey, now: visit.now) }

  func fail() {
    visit.site.logInThrottle.fail(
      nameKey, allowed: limits.failuresPerMember, limits, now: visit.now,
      atLeast: isPlaceSpent ? Self.slowPace : 0)
    if let placeKey {
      visit.site.logInBudget.spend(placeKey, limits.perAddress, now: visit.now)
    }
  }

  private var isPlaceSpent: Bool {
    guard let placeKey else { return false }
    let budget = visit.site.logInBudget
    return budget.secondsLeft(for: placeKey, limits.perAddress, now: visit.now) > 0
  }

  /// Forgives the name; the place must earn its budget back, or one's own account would refill it.
  func succeed() {
    visit.site.logInThrottle.succeed(nameKey)
  }

  /// An IPv4 address; of IPv6, the part that an institution is given, since each of its machines
  /// can take a new address for each try.
  static func place(_ client: String) -> String {
    guard let address = IPAddress(client) else { return client }
    return address.isIPv4 ? address.description : address.shortened.description
  }
}
