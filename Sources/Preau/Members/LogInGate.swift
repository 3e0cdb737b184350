// Wrong passwords cost time, and whose time matters:
// (1) Failures for one name count for one place only: nobody can lock a member out from elsewhere.
// (2) All failures of one place share a budget that refills: a class that mistypes does not use it
//     up, and nobody tries a million passwords.
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

  private var limits: LogInLimits { visit.site.configuration.logIn }

  /// 0 when the secret may be tried now.
  var secondsLeft: Int {
    let name = visit.site.logInThrottle.secondsLeft(for: nameKey, now: visit.now)
    guard let placeKey else { return name }
    return max(name, visit.site.logInBudget.secondsLeft(for: placeKey, limits, now: visit.now))
  }

  func fail() {
    let allowed = limits.failuresPerMember
    visit.site.logInThrottle.fail(nameKey, allowed: allowed, limits, now: visit.now)
    failPlace()
  }

  /// Counts for the place alone: for what tells something of others without being a try.
  func failPlace() {
    if let placeKey { visit.site.logInBudget.fail(placeKey, limits, now: visit.now) }
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
