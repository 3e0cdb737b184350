import SQLite

/// Where a question stands on the help desk of its space. What moves it: see `HelpDeskSchema`.
struct HelpRequest: Sendable {
  let thread: Thread.ID
  let space: Space.ID
  let state: State
  /// Who looks after it; always there when it is taken or waits.
  let owner: Author?
  let asked: Instant

  /// Stored under these names: renaming a case is a migration.
  enum State: String, ColumnValue, Sendable, CaseIterable {
    /// Nobody has taken it.
    case new
    case taken
    /// For the asker, who was asked something.
    case waiting
    case resolved
    /// Nobody could help.
    case unresolved
    case closed

    /// Whether somebody has to do something about it.
    var isOpen: Bool { self == .new || self == .taken || self == .waiting }
  }

  /// What those who help do with one request, other than taking it and handing it over.
  enum Act: Sendable, CaseIterable {
    case wait, resolve, giveUp, reopen

    /// The states from which it leads somewhere.
    var from: [State] {
      switch self {
      case .wait: [.new, .taken]
      case .resolve, .giveUp: [.new, .taken, .waiting]
      case .reopen: [.resolved, .unresolved, .closed]
      }
    }

    var to: State {
      switch self {
      case .wait: .waiting
      case .resolve: .resolved
      case .giveUp: .unresolved
      case .reopen: .taken
      }
    }
  }

  /// Whether it should have been answered: nobody is late while the asker is awaited.
  func isLate(_ due: Instant, at now: Instant) -> Bool {
    (state == .new || state == .taken) && due <= now
  }
}

/// What somebody may do on the help desk of a space.
struct HelpRights: Sendable {
  let space: SpaceRights
  let isVolunteer: Bool

  /// Names volunteers, sets the delay and the holidays: those who look after the space.
  var mayRun: Bool { space.mayModerate }
  /// Takes requests: they, and the volunteers whom they named, while these may write there.
  var mayHelp: Bool { mayRun || (isVolunteer && space.mayWrite) }
}

/// Why a request stays as it is.
enum HelpRefusal: Error {
  /// Somebody else was faster.
  case taken(by: Author)
  /// It is no longer in a state from which this leads anywhere.
  case changed
  case noteMissing
  case noteTooLong
  /// Not somebody who helps in this space.
  case noSuchHelper
}

/// How fast a space wants to help, and when time counts there.
struct HelpDelay: Sendable {
  /// In hours of school days, 24 a day: see ``SchoolCalendar``.
  var hours = usual
  var calendar = SchoolCalendar()

  static let usual = 48
  static let choices = [12, 24, 48, 72, 120, 240]

  func due(_ asked: Instant) -> Instant { calendar.due(asked, delay: hours) }
  func latestDue(at now: Instant) -> Instant { calendar.latestDue(at: now, delay: hours) }
}

/// What was said when a request was handed over.
struct HelpNote: Sendable {
  let author: Author
  /// Nil: back to the desk.
  let heir: Author?
  let text: String
  let created: Instant

  /// In characters.
  static let longest = 500

  /// - Throws: ``HelpRefusal/noteMissing``, ``HelpRefusal/noteTooLong``.
  static func checked(_ typed: String) throws(HelpRefusal) -> String {
    guard typed.utf8.count <= 8 * longest else { throw .noteTooLong }
    let text = typed.oneLine
    if text.isEmpty { throw .noteMissing }
    if text.count > longest { throw .noteTooLong }
    return text
  }
}
