import HTML
import SQLite

/// A change that a reader proposes to the authors of a tutorial.
struct Suggestion: Sendable {
  typealias ID = Number<Suggestion>
  let id: ID
  /// The version that it was written on.
  let base: Int
  /// The section that it is about: its anchor and its words there; empty: what comes before them all.
  let anchor: String
  let heading: String
  let reason: String
  let author: Author
  let created: Instant
  let state: State
  let decided: Instant?
  let decider: Author?
  /// What its author was told when it was refused.
  let words: String
  /// The version that holds it, once it is accepted.
  let version: Int?

  /// What became of it. Stored under these names.
  enum State: String, ColumnValue, Sendable { case waiting, accepted, refused }

  static func address(_ tutorial: Tutorial.ID, _ id: ID) -> Address {
    "/tutoriels/\(tutorial.value)/corrections/\(id.value)"
  }
  static func list(_ tutorial: Tutorial.ID) -> Address {
    "/tutoriels/\(tutorial.value)/corrections"
  }
  /// Where one is written, on a section of a version.
  static func form(_ tutorial: Tutorial.ID, version: Int, section anchor: String) -> Address {
    Address("/tutoriels/\(tutorial.value)/corriger").adding("version", String(version))
      .adding("partie", anchor)
  }
}

/// Why a suggestion is not taken or not decided. Each case is something that the person can act upon.
enum SuggestionRefusal: Error, Equatable {
  case notAllowed
  case spaceClosed
  /// Somebody has decided already.
  case decided
  /// Its passage has changed: it has to be done by hand.
  case conflict
  /// The draft is another one by now.
  case stale
  /// What it becomes by hand is what it is already: nothing of it is taken over.
  case nothingTaken
  /// A refusal has a reason.
  case wordsMissing
}

extension TutorialView {
  /// Whether the reader proposes changes: authors make them.
  var maySuggest: Bool { actor.rights.mayWrite && !actor.isAuthor && !tutorial.isRemoved }

  /// Checks that the reader may decide on suggestions.
  func admitDeciding() throws(SuggestionRefusal) {
    guard actor.isAuthor else { throw .notAllowed }
    guard !actor.rights.isClosed else { throw .spaceClosed }
    guard actor.mayWrite, !tutorial.isRemoved else { throw .notAllowed }
  }
}

/// What was typed to propose a change, exactly.
struct SuggestionDraft: Sendable {
  /// The section as it should be.
  var text = ""
  var reason = ""

  enum Problem: Error, Equatable {
    /// Not a word has changed.
    case nothingChanged
    case empty
    case textTooLong(over: Int)
    case textRefused
    case reasonMissing
    case reasonTooLong(over: Int)
  }

  struct Problems: Error {
    let all: [Problem]
  }

  static let longestReason = 500
  /// Of all that a suggestion changes, in bytes.
  private static let longestBytes = 110_000

  /// The change, known to be storable, or everything that is wrong, in the order of the form.
  ///
  /// - Parameters:
  ///   - source: the whole text that it is made for.
  ///   - part: the section of it.
  func checked(
    on source: SourceSections, _ part: SourceSections.Part
  ) throws(Problems) -> NewSuggestion {
    var problems: [Problem] = []
    let old = source.lines.joined(separator: "\n")
    var hunks: [TextHunk] = []
    let spare = text.utf8.count - Self.longestBytes
    if text.allSatisfy(\.isWhitespace) {
      problems.append(.empty)
    } else if spare > 0 {
      problems.append(.textTooLong(over: spare))
    } else {
      let new = source.replacing(part, with: text.trimmedEnds)
      hunks = TextHunk.hunks(from: old, to: new)
      if hunks.isEmpty { problems.append(.nothingChanged) }
      let over = new.count - TutorialDraft.longestBody
      if over > 0 { problems.append(.textTooLong(over: over)) }
      if (try? TutorialText.render(new)) == nil { problems.append(.textRefused) }
    }
    let reason = reason.oneLine
    if reason.isEmpty { problems.append(.reasonMissing) }
    if reason.count > Self.longestReason {
      problems.append(.reasonTooLong(over: reason.count - Self.longestReason))
    }
    if !problems.isEmpty { throw Problems(all: problems) }
    return NewSuggestion(hunks: hunks, reason: reason)
  }
}

extension String {
  /// Without the blank lines at its end.
  fileprivate var trimmedEnds: String {
    var text = withUnixLines[...]
    while text.last?.isNewline == true { text = text.dropLast() }
    return String(text)
  }
}

/// A suggestion known to be storable.
struct NewSuggestion: Sendable {
  let hunks: [TextHunk]
  let reason: String

  fileprivate init(hunks: [TextHunk], reason: String) {
    self.hunks = hunks
    self.reason = reason
  }
}
