import HTTP
import SQLite

@testable import Preau

/// A community in which posts 1, 2 and 3, of the public space, the members' and the private one, were
/// reported by the insider: cases 1, 2 and 3. All were written by the learner.
struct Queue {
  typealias Person = Community.Person
  let community: Community
  var database: Database { community.site.database }

  init() throws {
    community = try Community()
    for post in [1, 2, 3] as [Int64] { try report(post, by: .insider) }
  }

  func report(
    _ post: Int64, by person: Person, reason: String = "faux", at now: Instant = Community.noon
  ) throws {
    try database.write { db in
      try ReportStore.report(
        Post.ID(post), reason: reason, comment: "Voir ici", by: person.id, at: now, db)
    }
  }

  func appoint(_ person: Person, in space: Int64) throws {
    try database.write { db in
      try MembershipStore.appoint(person.id, in: Space.ID(space), at: Community.noon, db)
    }
  }

  func take(_ item: Int64, as person: Person) throws -> Response {
    try community.post("/signalements/\(item)/prise", as: person)
  }

  func decide(
    _ item: Int64, _ decision: Decision, as person: Person = .referent,
    _ more: [(String, String)] = []
  ) throws -> Response {
    var fields = [("decision", decision.rawValue), ("mot", "Un mot pour vous.")] + more
    if !Decision.ofContests.contains(decision) { fields.append(("motif", "hurtful")) }
    return try community.post("/signalements/\(item)/decision", fields, as: person)
  }

  /// Takes a case, then decides.
  func rule(
    _ item: Int64, _ decision: Decision, as person: Person = .referent,
    _ more: [(String, String)] = []
  ) throws {
    _ = try take(item, as: person)
    let answer = try decide(item, decision, as: person, more)
    if answer.status != 303 { throw Unexpected(status: answer.status) }
  }

  /// The learner contests what was decided in a case.
  ///
  /// - Returns: the case in which another person answers.
  func contest(_ item: Int64) throws -> Int64 {
    let answer = try community.post(
      "/mon-preau/decisions/\(item)", [("texte", "Je ne parlais de personne.")], as: .learner)
    if answer.status != 303 { throw Unexpected(status: answer.status) }
    return try value("SELECT max(id) FROM moderation_case")
  }

  func value(_ sql: StaticString) throws -> Int64 {
    try database.read { try $0.value(sql, as: Int64.self) } ?? -1
  }

  func text(_ sql: StaticString) throws -> String {
    try database.read { try $0.value(sql, as: String.self) } ?? ""
  }

  func waiting(for person: Person) throws -> CasesWaiting? {
    let viewer = try community.viewer(person)
    return try database.read { try CaseStore.waiting(for: viewer, $0) }
  }

  struct Unexpected: Error { let status: Int }
}
