import SQLite

/// What somebody did with a resource, and what happened.
struct UseReport: Sendable {
  typealias ID = Number<UseReport>
  let id: ID
  let author: Author
  /// As what they speak, in their own words.
  let speaksAs: String
  let level: Concept.ID?
  let track: Concept.ID?
  let modality: Concept.ID?
  let sought: String
  let happened: String
  let changed: String
  let again: Again
  let created: Instant
  let edited: Instant?
  let isRemoved: Bool
  let removedFor: String

  /// Whether they would do it again. Stored under these names.
  enum Again: String, ColumnValue, Sendable, CaseIterable {
    case yes, changes, no

    /// Under which forms send it.
    var word: String {
      switch self {
      case .yes: "oui"
      case .changes: "avec-changements"
      case .no: "non"
      }
    }

    init?(word: String) {
      guard let found = Self.allCases.first(where: { $0.word == word }) else { return nil }
      self = found
    }
  }

  var concepts: [Concept.ID] { [level, track, modality].compactMap { $0 } }
}

/// What was typed to tell of a use, exactly.
struct UseDraft: Sendable {
  var speaksAs = ""
  var level = ""
  var track = ""
  var modality = ""
  var sought = ""
  var happened = ""
  var changed = ""
  var again = ""

  enum Problem: Error, Equatable {
    case happenedMissing
    case againMissing
    case tooLong(StaticFieldName)
  }

  /// Fields by name, so that problems can be compared.
  enum StaticFieldName: Equatable { case speaksAs, sought, happened, changed }

  struct Problems: Error { let all: [Problem] }

  static let longestText = 2_000
  static let longestSpeaker = 80

  /// - Parameter known: the concepts that a form may name.
  func checked(among known: Set<Concept.ID>) throws(Problems) -> NewUse {
    var problems: [Problem] = []
    let speaker = speaksAs.oneLine
    if speaker.count > Self.longestSpeaker { problems.append(.tooLong(.speaksAs)) }
    let sought = text(sought, .sought, &problems)
    let happened = text(happened, .happened, &problems)
    if happened.isEmpty { problems.append(.happenedMissing) }
    let changed = text(changed, .changed, &problems)
    let again = UseReport.Again(word: again)
    if again == nil { problems.append(.againMissing) }
    guard problems.isEmpty, let again else { throw Problems(all: problems) }
    func concept(_ typed: String) -> Concept.ID? {
      Concept.ID(segment: typed).flatMap { known.contains($0) ? $0 : nil }
    }
    return NewUse(
      speaksAs: speaker, level: concept(level), track: concept(track),
      modality: concept(modality), sought: sought, happened: happened, changed: changed,
      again: again)
  }

  private func text(
    _ typed: String, _ name: StaticFieldName, _ problems: inout [Problem]
  ) -> String {
    let text = typed.withUnixLines.trimmed
    if text.utf8.count > 4 * Self.longestText || text.count > Self.longestText {
      problems.append(.tooLong(name))
    }
    return text
  }
}

/// A use known to be storable.
struct NewUse: Sendable {
  let speaksAs: String
  let level: Concept.ID?
  let track: Concept.ID?
  let modality: Concept.ID?
  let sought: String
  let happened: String
  let changed: String
  let again: UseReport.Again
}

/// The vocabularies that say where something was used, in the order of the form.
enum UseSchemes {
  static let level = "diplomes-niveaux"
  static let track = "filieres-professionnelles"
  static let modality = "modalites"
  static let all = [level, track, modality]
}
