// Badges keep five promises:
// (1) What was given out is never changed: a class has versions, and an award is of one of them.
// (2) An award is its learner's: nobody sees it before the learner has accepted it, and no address
//     answers for it before the learner has agreed to that too.
// (3) Its addresses hold no name, and nobody can guess them.
// (4) They never come from what a browser says: an award keeps the base that it was given under.
// (5) Who leaves takes everything along.

import HTML
import SQLite

/// What can be earned: a kind of badge.
struct BadgeClass: Sendable {
  typealias ID = Number<BadgeClass>
  let id: ID
  let issuer: BadgeIssuer
  let state: State
  let version: BadgeVersion

  /// Stored under these names.
  enum State: String, ColumnValue, Sendable, CaseIterable {
    /// Being written; given out; no longer given out.
    case draft, active, retired
  }

  static func address(_ id: ID, _ slug: String) -> Address { "/badges/\(id.value)-\(slug)" }
  var address: Address { Self.address(id, version.slug) }
}

/// What a class says, as it was at one time.
struct BadgeVersion: Sendable {
  let number: Int
  let name: String
  let slug: String
  let description: String
  /// In Markdown.
  let criteria: String
  let drawing: BadgeDrawing
  let tags: [String]
  /// How long it is valid; nil: for ever.
  let months: Int?
  /// Whether members may ask for it.
  let takesRequests: Bool
  /// The class, when a picture was sent for this version: it is shown in place of the drawing.
  var pictured: BadgeClass.ID?
}

/// Who gives badges out: the site, or a space that an administrator allows.
struct BadgeIssuer: Sendable {
  typealias ID = Number<BadgeIssuer>
  let id: ID
  /// Nil for the site.
  let space: Space.ID?
  let name: String
  let email: String
  let description: String
  let isClosed: Bool
}

/// That somebody has earned a badge.
struct BadgeAward: Sendable {
  typealias ID = Number<BadgeAward>
  let id: ID
  let secret: String
  let uuid: String
  /// The random name of who earned it, of this award alone.
  let subject: String
  let classID: BadgeClass.ID
  let version: Int
  let member: Member.ID
  let base: BadgeBase
  let key: BadgeKeys.ID
  let identityKind: IdentityKind
  let identity: String
  let salt: String
  let narrative: String
  let isTest: Bool
  let state: State
  let issued: Instant
  let expires: Instant?
  /// The learner has agreed that its addresses answer.
  let isPublished: Bool
  let place: Int
  let revoked: Instant?
  let reason: String
  let reflection: String

  /// Stored under these names.
  enum State: String, ColumnValue, Sendable, CaseIterable {
    /// The learner has not answered yet; has taken it; has not; it was taken back.
    case offered, accepted, refused, revoked
  }

  /// Stored under these names.
  enum IdentityKind: String, ColumnValue, Sendable { case email, identifier }

  var address: Address { "/mes-badges/\(id.value)" }

  func isExpired(at now: Instant) -> Bool { expires.map { $0 <= now } ?? false }

  /// As one word for programs.
  func word(at now: Instant) -> String {
    if isTest { return "test" }
    switch state {
    case .offered, .refused: return "offered"
    case .revoked: return "revoked"
    case .accepted: return isExpired(at: now) ? "expired" : "valid"
    }
  }
}

/// Something that shows how a badge was earned.
struct BadgeEvidence: Sendable {
  let name: String
  /// Empty: words alone.
  let address: String
  let words: String
  let isShown: Bool
}

/// An address under which the site gives badges out, without a slash at the end.
struct BadgeBase: Sendable, Hashable {
  typealias ID = Number<BadgeBase>
  let id: ID
  let url: String
}
