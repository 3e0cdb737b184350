import SQLite

/// Someone with an account.
public struct Member: Sendable {
  public typealias ID = Number<Member>
  public let id: ID
  /// What is typed to log in; shown to the member and to administrators only.
  public let login: String
  /// A name of one's own choosing: may be a pseudonym.
  public let name: String
  public let role: Role
  public let hasPublicName: Bool
  public let language: Language?
  public let comfort: ReadingComfort
  public let joined: Instant
  public let feedGeneration: Int64

  /// Stored under these names: renaming a case is a migration.
  public enum Role: String, ColumnValue, Sendable, CaseIterable {
    case learner, teacher, professional, family, administrator
  }

  public var isAdministrator: Bool { role == .administrator }
}

/// How a member likes pages to look. Stored under these names.
public struct ReadingComfort: Sendable, Equatable {
  public var textSize = TextSize.normal
  public var spacing = Spacing.normal
  public var typeface = Typeface.usual

  public enum TextSize: String, ColumnValue, Sendable, CaseIterable { case normal, large, larger }
  public enum Spacing: String, ColumnValue, Sendable, CaseIterable { case normal, wide }
  public enum Typeface: String, ColumnValue, Sendable, CaseIterable { case usual, dyslexic }
}

/// Who signs a post, a revision or a report, as far as a page needs to know.
public struct Author: Sendable, Equatable {
  public let id: Member.ID
  public let name: String
  public let role: Member.Role
  public let hasPublicName: Bool
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
  public let member: Member?
  /// The session that the cookie opened.
  public let session: Session.ID?

  public static let visitor = Viewer(member: nil, session: nil)

  /// The number that the view `readable_space` knows: 0 for a visitor.
  public var reader: Int64 { member?.id.value ?? 0 }
  public var isLoggedIn: Bool { member != nil }
  public var isAdministrator: Bool { member?.isAdministrator ?? false }
}
