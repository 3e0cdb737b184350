import SQLite

/// Someone with an account.
public struct Member: Sendable {
  /// The number of a member, never used twice.
  public typealias ID = Number<Member>
  /// Never changes, and outlives the account.
  public let id: ID
  /// What is typed to log in; shown to the member and to administrators only.
  public let login: String
  /// A name of one's own choosing: may be a pseudonym.
  public let name: String
  /// What the member is on the site.
  public let role: Role
  /// Whether a learner chose to sign by name for visitors.
  public let hasPublicName: Bool
  /// The chosen language; nil: what the browser asks for.
  public let language: Language?
  /// How pages look to this member.
  public let comfort: ReadingComfort
  /// When the account was made.
  public let joined: Instant
  /// Raised to make old addresses of private feeds useless.
  public let feedGeneration: Int64

  /// Stored under these names: renaming a case is a migration.
  public enum Role: String, ColumnValue, Sendable, CaseIterable {
    /// What open sign-up gives, but for family, comes first; the others are given by somebody.
    case learner, teacher, professional, family, administrator
  }

  /// Whether the member runs the site.
  public var isAdministrator: Bool { role == .administrator }
}

/// How a member likes pages to look. Stored under these names.
public struct ReadingComfort: Sendable, Equatable {
  /// The size of all text.
  public var textSize = TextSize.normal
  /// The room between lines, letters and words.
  public var spacing = Spacing.normal
  /// The typeface of all text.
  public var typeface = Typeface.usual

  /// Steps above the size that the browser was set to.
  public enum TextSize: String, ColumnValue, Sendable, CaseIterable { case normal, large, larger }
  /// As WCAG 2.2 SC 1.4.12 asks pages to bear, or less.
  public enum Spacing: String, ColumnValue, Sendable, CaseIterable { case normal, wide }
  /// OpenDyslexic, or that of the site.
  public enum Typeface: String, ColumnValue, Sendable, CaseIterable { case usual, dyslexic }
}

/// Who signs a post, a revision or a report, as far as a page needs to know.
public struct Author: Sendable, Equatable {
  /// Whose words these are.
  public let id: Member.ID
  /// As the author wants to be called; empty once the account is deleted.
  public let name: String
  /// What the author is on the site.
  public let role: Member.Role
  /// Whether a learner chose to sign by name for visitors.
  public let hasPublicName: Bool
  /// Whether the account is no more.
  public let isDeleted: Bool

  /// Whether a reader who has not logged in may see the name: a learner's is nobody's business.
  public var isNamedToVisitors: Bool { !isDeleted && (role != .learner || hasPublicName) }

  /// Reads five columns: id, name, role, public_name, deleted.
  static func read(_ row: inout Row) throws -> Author {
    Author(
      id: try row.next(), name: try row.next(), role: try row.next(),
      hasPublicName: try row.next(), isDeleted: try row.next(Int64?.self) != nil)
  }
}

/// The one for whom a page is made.
public struct Viewer: Sendable {
  /// Nil for a visitor.
  public let member: Member?
  /// The session that the cookie opened.
  public let session: Session.ID?
  /// How many lines of the list of notifications are new; counted no further than a hundred.
  var unreadCount = 0
  /// Whether mails can reach the member.
  var hasAddress = false

  /// Somebody who has not logged in.
  public static let visitor = Viewer(member: nil, session: nil)

  /// The number that the view `readable_space` knows: 0 for a visitor.
  public var reader: Int64 { member?.id.value ?? 0 }
  /// Whether there is a member.
  public var isLoggedIn: Bool { member != nil }
  /// Whether the member runs the site.
  public var isAdministrator: Bool { member?.isAdministrator ?? false }
}
