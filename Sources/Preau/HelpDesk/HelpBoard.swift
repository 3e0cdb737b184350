import HTML
import SQLite

/// Which requests the board of a space shows.
struct HelpBoardChoice: Sendable, Equatable {
  var list = List.open
  /// The slug of a tag; empty for all.
  var tag = ""
  /// What the form of the space was answered: the field, and words of the answer.
  var field: QuestionField.ID?
  var words = ""

  enum List: String, Sendable, CaseIterable {
    case open = ""
    /// Nobody's, and late.
    case forgotten = "en-retard"
    case mine = "miennes"
    case new = "nouvelles"
    case taken = "prises"
    case waiting = "en-attente"
    case resolved = "resolues"
    case unresolved = "sans-solution"
    case closed = "fermees"

    /// The state that it holds, when it holds one alone.
    var state: HelpRequest.State? {
      switch self {
      case .open, .forgotten, .mine: nil
      case .new: .new
      case .taken: .taken
      case .waiting: .waiting
      case .resolved: .resolved
      case .unresolved: .unresolved
      case .closed: .closed
      }
    }

    /// Whether it holds what is to be done: the oldest first. The others begin with the latest.
    var isOpen: Bool { state?.isOpen ?? true }
  }

  /// The same filters on another list.
  func on(_ list: List) -> HelpBoardChoice {
    var other = self
    other.list = list
    return other
  }

  func address(_ space: Space) -> Address {
    var address: Address = "/espaces/\(space.slug)/bureau"
    if list != .open { address = address.adding("liste", list.rawValue) }
    if !tag.isEmpty { address = address.adding("etiquette", tag) }
    guard let field else { return address }
    return address.adding("precision", String(field.value)).adding("contient", words)
  }
}

/// Where the next page of a board begins: after this request.
struct HelpCursor: Sendable, Equatable {
  /// When it was asked; on lists of what is done, since when.
  let at: Instant
  let thread: Thread.ID

  init(at: Instant, thread: Thread.ID) {
    self.at = at
    self.thread = thread
  }

  /// Reads ``text`` back; nil for anything else.
  init?(_ text: String?) {
    let parts = (text ?? "").split(separator: "-").compactMap { Int64($0) }
    guard parts.count == 2 else { return nil }
    self.init(at: Instant(seconds: parts[0]), thread: Number(parts[1]))
  }

  var text: String { "\(at.seconds)-\(thread.value)" }
}

/// How many requests are open, by state and by age.
struct HelpCounts: Sendable, Equatable {
  var open = 0
  var new = 0
  var taken = 0
  var waiting = 0
  var mine = 0
  /// Due before now.
  var late = 0
  /// Of those, nobody's.
  var forgotten = 0
  var underOneDay = 0
  var underOneWeek = 0

  var older: Int { open - underOneDay - underOneWeek }
}

/// One request on the board.
struct HelpLine: Sendable {
  let request: HelpRequest
  let thread: ThreadLine
}

/// Many requests that were changed at once.
struct HelpBatch: Sendable {
  typealias ID = Number<HelpBatch>
  let id: ID
  let action: Action
  let count: Int
  let isUndone: Bool

  /// Stored under these names: renaming a case is a migration.
  enum Action: String, ColumnValue, Sendable { case tag, assign, close }
}
