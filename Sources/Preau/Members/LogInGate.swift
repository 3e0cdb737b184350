// Wrong passwords cost time, and whose time matters:
// (1) Failures for one name count for one place only: nobody can lock a member out from elsewhere.
// (2) All failures of one place share a budget that refills; who then gets in has mistyped, and what
//     that has cost is given back. So what empties a budget is somebody who tries names: one password
//     on each of them, perhaps.
// (3) Once it is empty, the place gets one try each few seconds for names that have never come in
//     from there; right passwords of others are taken at once, and a wrong one makes its name wait.
//     So a class that has come before cannot be locked out by one of its pupils; those who come for
//     the first time meanwhile wait, as long as it says. That much cannot be had otherwise: nothing
//     tells the first try of a pupil from the first try of a guess.
// (4) A browser that the member used before is a place of its own: classmates who guess behind the
//     same address do not lock the member out either.
// (5) Which names exist cannot be learned from this: a refusal is the same for all, and while the
//     place has a budget the password is looked at in any case.
// (6) Nor can the few threads that hash be kept busy: in a place that has spent its budget, whom a
//     right password would not let in is refused before it is hashed. How long that takes tells who
//     has come in from that place, to those who are there.

import HTTP

/// Whether somebody may try a secret (a password or a code) for a name, from one place.
struct LogInGate {
  private let visit: Visit
  private let nameKey: String
  /// nil for a known browser, which only answers for itself.
  private let placeKey: String?
  private let isFamiliar: Bool

  /// - Parameters:
  ///   - name: as it was typed: whether it belongs to anyone changes nothing.
  ///   - member: whom it means, if anyone.
  init(_ visit: Visit, name: String, member: Member.ID?) {
    self.visit = visit
    let name = LogInName.fold(String(decoding: name.utf8.prefix(1_016), as: UTF8.self))
    if let known = visit.knownBrowser, known.member == member {
      nameKey = "browser " + Base64URL.encode(known.mark)
      placeKey = nil
      isFamiliar = true
    } else {
      let place = Self.place(visit.client)
      isFamiliar = member.map { visit.site.familiarMembers.isKnown($0, at: place) } ?? false
      nameKey = "name \(name) \(place)"
      placeKey = place
    }
  }

  /// Between two tries of one name, in a place that has spent its budget.
  private static let slowPace: Int64 = 10

  private var limits: LogInLimits { visit.site.configuration.logIn }

  /// Lets the secret be looked at (then 0), or says how many seconds to wait. Who is refused here
  /// was not guessed at, and costs the place nothing: the next one is let through in time.
  func admit() -> Int {
    if secondsLeft == 0, !isOpen { hold() }
    return secondsLeft
  }

  /// 0 when the secret may be tried now.
  var secondsLeft: Int { visit.site.logInThrottle.secondsLeft(for: nameKey, now: visit.now) }

  /// Whether a right secret lets in; asked once the secret was looked at.
  var isOpen: Bool { isFamiliar || !isSlowed }

  /// Notes that nobody was let in.
  func fail() {
    hold()
    if let placeKey {
      visit.site.logInBudget.spend(placeKey, for: nameKey, limits.perAddress, now: visit.now)
    }
  }

  private func hold() {
    visit.site.logInThrottle.fail(
      nameKey, allowed: limits.failuresPerMember, limits, now: visit.now,
      atLeast: isSlowed ? Self.slowPace : 0)
  }

  /// Whether the place has spent its budget: each failure is then followed by a wait.
  var isSlowed: Bool {
    guard let placeKey else { return false }
    let budget = visit.site.logInBudget
    return budget.secondsLeft(for: placeKey, limits.perAddress, now: visit.now) > 0
  }

  /// Forgives the name, and gives the place back what its mistakes have cost: no more, or one's own
  /// account would refill it.
  func succeed() {
    visit.site.logInThrottle.succeed(nameKey)
    if let placeKey {
      visit.site.logInBudget.giveBack(placeKey, spentFor: nameKey, limits.perAddress)
    }
  }

  /// An IPv4 address; of IPv6, the part that an institution is given, since each of its machines
  /// can take a new address for each try.
  static func place(_ client: String) -> String {
    guard let address = IPAddress(client) else { return client }
    return address.isIPv4 ? address.description : address.shortened.description
  }
}
