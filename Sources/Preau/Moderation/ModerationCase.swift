import SQLite

/// Reports on one post that wait for one decision; or such a decision, contested by the author.
struct ModerationCase: Sendable {
  typealias ID = Number<ModerationCase>
  let id: ID
  let opened: Instant
  /// Who looks at it; nil: nobody yet.
  let holder: Holder?
  /// What was decided; nil while it waits.
  let ruling: PastRuling?
  /// The decision that the author contests here; nil for a case made of reports.
  let contested: PastRuling?
  let post: Post.ID
  let number: Int
  let author: Author
  let isRemoved: Bool
  let excerpt: String
  let thread: Thread.ID
  let threadSlug: String
  let threadTitle: String
  let space: Space
  /// Whether whoever looks at it does not look after the space: see `case_alone`.
  var isFromElsewhere = false
  /// The oldest first.
  var reports: [Report] = []

  /// Who has taken a case.
  struct Holder: Sendable {
    let person: Author
    let since: Instant
  }

  static let longestExcerpt = 280
  /// Whoever has held a case for so long without deciding has forgotten it: others may take it.
  static let secondsHeld: Int64 = 2 * 86_400
}

/// What was decided, by whom and when.
struct PastRuling: Sendable {
  let item: ModerationCase.ID
  let decision: Decision
  let reason: RulingReason?
  let by: Author
  let at: Instant
}

/// What a référent can decide. Stored under these names: renaming a case is a migration.
enum Decision: String, ColumnValue, Sendable, CaseIterable {
  /// Out of sight; any référent can bring it back.
  case hide
  /// Changed by the référent; its author is told, the history shows how.
  case edit
  /// A word to the author; nothing else changes.
  case warn
  /// The author may not write in the space for some days.
  case silence
  /// Out of sight for good: only a contested decision brings it back.
  case remove
  /// Nothing was wrong.
  case dismiss

  // Of a decision that is contested.
  case uphold
  case cancel

  /// Those that answer reports, in the order of the form.
  static let ofReports: [Decision] = [.dismiss, .warn, .edit, .hide, .silence, .remove]
  /// Those that answer the author who contests.
  static let ofContests: [Decision] = [.uphold, .cancel]

  /// Whether it is something that an author could want undone.
  var isContestable: Bool {
    switch self {
    case .hide, .edit, .warn, .silence, .remove: true
    case .dismiss, .uphold, .cancel: false
    }
  }
}

/// Why it was decided, from a list that everybody can understand. Stored under these names.
enum RulingReason: String, ColumnValue, Sendable, CaseIterable {
  case hurtful, harassment, discrimination, privacy, falsehood, danger, advertising
  case rights
  case offTopic = "off-topic"
  case repetition
  case nothingWrong = "nothing-wrong"
  case other
}

/// Why a case stays as it is. Each is something that can be said to the person.
enum CaseRefusal: Error, Equatable {
  /// Somebody else has taken it.
  case taken
  /// It was decided meanwhile.
  case decided
  /// It must be taken before it is decided.
  case notTaken
  /// Who decided first does not answer the author who contests.
  case ownDecision
  /// It was contested already, or cannot be.
  case notContestable
}

extension ModerationCase {
  /// Whether `viewer` may take it at `now`, as far as the page can tell.
  func mayBeTaken(by viewer: Viewer, now: Instant) -> Bool {
    guard ruling == nil, !isOwnDecision(of: viewer) else { return false }
    guard let holder else { return true }
    return holder.person.id != viewer.member?.id
      && now - holder.since >= Self.secondsHeld
  }

  /// Whether `viewer` has taken it, and decides.
  func isHeld(by viewer: Viewer) -> Bool {
    ruling == nil && holder != nil && holder?.person.id == viewer.member?.id
  }

  /// Whether `viewer` made the decision that is contested here: another person answers.
  func isOwnDecision(of viewer: Viewer) -> Bool {
    contested.map { $0.by.id == viewer.member?.id } ?? false
  }

  /// What can be decided.
  var decisions: [Decision] { contested == nil ? Decision.ofReports : Decision.ofContests }
}

/// Where the next page of the queue begins: after this case.
struct CaseCursor: Sendable, Equatable {
  let opened: Instant
  let item: ModerationCase.ID

  /// Before every case.
  static let start = CaseCursor(opened: Instant(seconds: .min), item: Number(0))

  init(opened: Instant, item: ModerationCase.ID) {
    self.opened = opened
    self.item = item
  }

  /// Reads ``text`` back; anything else is the start of the list.
  init(_ text: String?) {
    let parts = (text ?? "").split(separator: "-").compactMap { Int64($0) }
    guard parts.count == 2 else {
      self = .start
      return
    }
    self.init(opened: Instant(seconds: parts[0]), item: Number(parts[1]))
  }

  var text: String { "\(opened.seconds)-\(item.value)" }
}

/// What waits for somebody who looks after spaces.
struct CasesWaiting: Sendable, Equatable {
  let count: Int
  /// Since when the oldest waits; nil when nothing does.
  let oldest: Instant?
}
