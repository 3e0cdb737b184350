// An endorsement keeps four promises:
// (1) It is signed by an issuer of this site, with its keys: by the one that vouches, else by the
//     one that gives the badge, which then says whose words they are.
// (2) Who has no account is believed by nobody until who looks after the badge has said so.
// (3) About one person's badge, nothing is shown before that person shows it.
// (4) Who wrote it takes it back at any time: what was signed is then listed as taken back.

import HTML
import SQLite

/// That somebody vouches for a kind of badge, or for one person's.
struct BadgeEndorsement: Sendable {
  typealias ID = Number<BadgeEndorsement>
  let id: ID
  let secret: String
  let uuid: String
  let classID: BadgeClass.ID
  let version: Int
  let award: BadgeAward.ID?
  /// Nil as long as it is only asked for.
  let kind: Kind?
  /// Nil before it is given.
  let key: BadgeKeys.ID?
  /// In the list of its key.
  let place: Int?
  /// Of somebody without an account.
  let name: String
  let job: String
  let organisation: String
  /// In Markdown.
  let words: String
  let state: State
  let given: Instant?
  let isShown: Bool
  /// As the learner is called to who follows the link.
  let called: String
  let expires: Instant?
  let signer: BadgeIssuer
  /// Nil for somebody without an account.
  let author: Author?

  /// Who vouches. Stored under these names.
  enum Kind: String, ColumnValue, Sendable, CaseIterable { case issuer, professional, peer }

  /// Stored under these names.
  enum State: String, ColumnValue, Sendable, CaseIterable {
    /// A link waits for somebody's words; the words wait to be confirmed; it counts; it was taken
    /// back.
    case asked, waiting, given, withdrawn
  }

  func isOpen(at now: Instant) -> Bool {
    state == .asked && (expires.map { $0 > now } ?? true)
  }

  /// Whose words they are, for anybody to read; nil: the signer's own.
  ///
  /// - Parameter unnamed: for a learner, whose name is nobody's business.
  func attribution(unnamed: String) -> String? {
    switch kind {
    case .issuer, nil: nil
    case .professional:
      [name, job, organisation].filter { !$0.isEmpty }.joined(separator: ", ")
    case .peer:
      author.flatMap { $0.isNamedToVisitors ? $0.name : nil } ?? unnamed
    }
  }

  /// The words as documents hold them.
  ///
  /// Documents are in the language of what is written here.
  var comment: String {
    let by = attribution(unnamed: "Un membre du site")
    return by.map { "\(words)\n\n— \($0)" } ?? words
  }
}

/// What somebody who vouches typed.
struct EndorsementDraft: Sendable {
  /// The number of an issuer; empty: in one's own name.
  var speaker = ""
  var name = ""
  var job = ""
  var organisation = ""
  var words = ""

  static let longestWords = 2_000
  static let longestName = 120

  enum Problem: Error, Equatable, Sendable {
    case nameMissing, jobMissing, wordsMissing
    case tooLong(over: Int)

    var field: StaticString {
      switch self {
      case .nameMissing: "nom"
      case .jobMissing: "metier"
      case .wordsMissing, .tooLong: "mots"
      }
    }
  }

  init() {}

  init(_ visit: Visit) {
    speaker = visit.field("au-nom-de")
    name = String(visit.field("nom").oneLine.prefix(Self.longestName))
    job = String(visit.field("metier").oneLine.prefix(Self.longestName))
    organisation = String(visit.field("organisme").oneLine.prefix(Self.longestName))
    words = (visit.form["mots"] ?? "").withUnixLines.trimmed
  }

  /// - Parameter isMember: whether it is known who writes.
  func problems(isMember: Bool) -> [Problem] {
    var problems: [Problem] = []
    if !isMember {
      if name.isEmpty { problems.append(.nameMissing) }
      if job.isEmpty { problems.append(.jobMissing) }
    }
    if words.isEmpty { problems.append(.wordsMissing) }
    if words.count > Self.longestWords {
      problems.append(.tooLong(over: words.count - Self.longestWords))
    }
    return problems
  }
}
