// A rule gives a badge by what the site counts, and keeps four promises:
// (1) Nobody gets a badge by it before its keeper has seen who would, and confirmed.
// (2) It gives one person one badge, once: who refused it, deleted it or had it taken back is not
//     offered it again.
// (3) What somebody wrote without a name never counts: the badge would say who it was.
// (4) « Everywhere » is where every member may read. What is private counts only where the keeper
//     has chosen that very space, and no badge names it.

import HTTP
import SQLite

/// From how many of what the site gives a badge by itself.
struct BadgeRule: Sendable {
  let fact: BadgeFact
  let least: Int
  /// Nil: wherever every member may read.
  let space: Space?
  var isPaused = false

  /// More would be earned by nobody.
  static let most = 1_000

  /// The space, where everybody may know of it.
  var shownSpace: String? { space?.visibility == .public ? space?.name : nil }
}

/// What the site counts. Stored under these names, which the view `badge_fact` has too.
enum BadgeFact: String, ColumnValue, Sendable, CaseIterable {
  /// Answers of the member that were accepted, to a question of somebody else.
  case acceptedAnswers = "accepted-answers"
  /// Tutorials that the member signs and that have both seals.
  case sealedTutorials = "sealed-tutorials"
  /// Reports by others of how they used the member's tutorials and resources.
  case uses
  /// Reports by the member of how a resource of somebody else was used.
  case usesTold = "uses-told"
  /// Corrections that authors of tutorials have accepted.
  case corrections
  /// Seals that the member has given.
  case reviews
}

/// What was typed to make a rule, exactly.
struct BadgeRuleDraft: Sendable {
  var fact = ""
  var least = ""
  var space = ""

  enum Problem: Equatable {
    case factMissing, leastWrong, spaceUnknown

    var field: StaticString {
      switch self {
      case .factMissing: "quoi"
      case .leastWrong: "combien"
      case .spaceUnknown: "espace"
      }
    }
  }

  struct Problems: Error { let all: [Problem] }

  init(_ form: Form) {
    fact = form["quoi"] ?? ""
    least = form["combien"] ?? ""
    space = form["espace"] ?? ""
  }

  /// A rule as it stands, to be changed; without one, as it may begin.
  init(_ rule: BadgeRule?, in home: Space.ID?) {
    fact = (rule?.fact ?? .acceptedAnswers).rawValue
    least = rule.map { String($0.least) } ?? "3"
    let chosen = rule == nil ? home : rule?.space?.id
    space = chosen.map { String($0.value) } ?? ""
  }

  /// - Parameter spaces: those that its keeper may choose.
  /// - Throws: ``Problems``.
  func checked(among spaces: [Space]) throws(Problems) -> BadgeRule {
    var problems: [Problem] = []
    let fact = BadgeFact(rawValue: fact)
    if fact == nil { problems.append(.factMissing) }
    let least = Int(least.trimmed).flatMap { (1...BadgeRule.most).contains($0) ? $0 : nil }
    if least == nil { problems.append(.leastWrong) }
    let chosen = spaces.first { String($0.id.value) == space }
    if !space.isEmpty, chosen == nil { problems.append(.spaceUnknown) }
    guard let fact, let least, problems.isEmpty else { throw Problems(all: problems) }
    return BadgeRule(fact: fact, least: least, space: chosen)
  }
}

/// Somebody of whom the site has counted enough.
struct BadgeCandidate: Sendable {
  let author: Author
  let count: Int
  let standing: Standing

  /// Named so by the statement that finds them.
  enum Standing: String, ColumnValue, Sendable {
    /// Would be offered the badge; has it, or is being offered it; was offered it before.
    case new, holds, before
  }
}
