// Recognition by peers keeps four promises:
// (1) Nobody is a peer of oneself, and a peer is somebody who shares a space with who asks.
// (2) What a peer wrote can be taken back until the badge is given; nobody reads it before.
// (3) The badge says how many there were, never who: their words go with it without their names,
//     each shown only if its learner chooses so.
// (4) Those who look after the badge see who recognised whom, and who did it for each other.

import HTML
import HTTP
import SQLite

/// A learner asks those who worked with them to say what they saw, for a badge.
struct BadgeRecognition: Sendable {
  typealias ID = Number<BadgeRecognition>
  let id: ID
  let classID: BadgeClass.ID
  let member: Member.ID
  /// What the learner says to those who are asked.
  let words: String
  /// Whether those of the learner's classes and private spaces may come forward.
  let isOpen: Bool
  let state: State
  let created: Instant

  /// Stored under these names.
  enum State: String, ColumnValue, Sendable { case open, given, withdrawn }

  static func address(_ id: ID) -> Address { "/badges/reconnaissances/\(id.value)" }
  var address: Address { Self.address(id) }

  /// How many a class may ask for.
  static let fewest = 2
  static let most = 10
  /// How many one may ask.
  static let mostAsked = 20
}

/// Somebody who is asked what they saw, or came forward.
struct BadgePeer: Sendable {
  let author: Author
  let state: State
  let words: String
  /// Whether the learner has said the same of them, for the same badge.
  var isSwap = false

  /// Stored under these names.
  enum State: String, ColumnValue, Sendable { case asked, written, declined }
}

/// What was typed to ask peers, exactly.
struct BadgeRecognitionDraft: Sendable {
  var words = ""
  var chosen: Set<Int64> = []
  /// One name or log-in a line.
  var others = ""
  var isOpen = false

  static let longestWords = 1_000

  init() {}

  init(_ form: Form) {
    words = form["mots"] ?? ""
    chosen = Set(form.fields.all("pair").compactMap { Int64($0) })
    others = form["autres"] ?? ""
    isOpen = form["ouvert"] == "oui"
  }

  enum Problem: Equatable {
    case wordsMissing
    case tooLong(over: Int)
    case nobody
    case tooMany
    case unknown(String)

    var field: StaticString {
      switch self {
      case .wordsMissing, .tooLong: "mots"
      case .nobody, .tooMany, .unknown: "autres"
      }
    }
  }

  struct Problems: Error { let all: [Problem] }

  var names: [String] {
    others.split(whereSeparator: \.isNewline).map { String($0).oneLine }.filter { !$0.isEmpty }
  }

  /// - Parameters:
  ///   - near: those whom the page offers.
  ///   - found: whom a name means, among those who share a space with the learner.
  ///   - asked: how many were asked before.
  /// - Returns: the words, and who is asked.
  /// - Throws: ``Problems``.
  func checked(
    near: Set<Member.ID>, asked: Int, found: (String) throws -> Member.ID?
  ) throws -> (words: String, peers: [Member.ID]) {
    var problems: [Problem] = []
    let words = words.withUnixLines.trimmed
    if words.isEmpty { problems.append(.wordsMissing) }
    if words.count > Self.longestWords {
      problems.append(.tooLong(over: words.count - Self.longestWords))
    }
    var peers = near.filter { chosen.contains($0.value) }
    for name in names.prefix(BadgeRecognition.mostAsked) {
      if let peer = try found(name) { peers.insert(peer) } else { problems.append(.unknown(name)) }
    }
    if names.count > BadgeRecognition.mostAsked || peers.count + asked > BadgeRecognition.mostAsked
    {
      problems.append(.tooMany)
    }
    if peers.isEmpty, asked == 0, !isOpen, names.isEmpty { problems.append(.nobody) }
    if !problems.isEmpty { throw Problems(all: problems) }
    return (words, peers.sorted { $0.value < $1.value })
  }
}
