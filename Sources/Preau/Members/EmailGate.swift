/// Whether a member may try another e-mail address: each one that is found taken tells that its
/// owner is here.
struct EmailGate {
  private let visit: Visit
  private let member: Member.ID

  init(_ visit: Visit, _ member: Member) {
    self.visit = visit
    self.member = member.id
  }

  /// Mistakes of one's own, and those of a family that shares an address.
  private static let allowed = 5

  private var key: String { "email \(member.value)" }

  /// 0 when `email` may be saved now: the member's own always may.
  func secondsLeft(for email: EmailAddress?) throws -> Int {
    let seconds = visit.site.logInThrottle.secondsLeft(for: key, now: visit.now)
    guard seconds > 0, let email else { return 0 }
    let own = try visit.read { try ProfileStore.draft(of: member, $0)?.email }
    return own == email.text ? 0 : seconds
  }

  /// An address was taken. Nothing but time forgives it.
  func fail() {
    visit.site.logInThrottle.fail(
      key, allowed: Self.allowed, visit.site.configuration.logIn, now: visit.now)
  }
}
