import SQLite

/// A place of the site where threads about one subject stand together.
public struct Space: Sendable {
  /// The number of a space.
  public typealias ID = Number<Space>
  /// Never changes.
  public let id: ID
  /// Its name in addresses.
  public let slug: String
  /// Its name on pages.
  public let name: String
  /// Who may read it.
  public let visibility: Visibility

  /// Who may read it. Stored under these names: renaming a case is a migration.
  public enum Visibility: String, ColumnValue, Sendable, CaseIterable {
    /// Everybody, without an account.
    case `public`
    /// Whoever is logged in.
    case members
    /// Those who were admitted.
    case `private`
  }

  /// What a member is in a space. Stored under these names.
  public enum Role: String, ColumnValue, Sendable {
    /// Somebody who has joined or was admitted.
    case member
    /// Somebody who looks after it.
    case referent
  }
}

/// What the one who looks may do in a space.
struct SpaceRights: Sendable, Equatable {
  /// Nil for someone who has not joined.
  let role: Space.Role?
  let visibility: Space.Visibility
  let isLoggedIn: Bool
  let isAdministrator: Bool
  /// Whether its time is over, such as a class whose year has ended: it is still read.
  var isClosed = false

  /// The same rule as the view `readable_space`, which lists use.
  var mayRead: Bool {
    switch visibility {
    case .public: true
    case .members: isLoggedIn
    case .private: isLoggedIn && role != nil
    }
  }
  /// Any logged-in member writes where everybody reads; a private space needs membership.
  var mayWrite: Bool { isLoggedIn && !isClosed && (visibility != .private || role != nil) }
  /// Référents moderate; an administrator does where there is nothing private to see.
  var mayModerate: Bool { role == .referent || (isAdministrator && visibility != .private) }
  /// Pinning and closing threads: nothing moves any more where the time is over.
  var mayArrange: Bool { mayModerate && !isClosed }
}
