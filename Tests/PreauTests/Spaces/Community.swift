import HTTP
import SQLite

import class Foundation.FileManager
import struct Foundation.URL
import struct Foundation.UUID

@testable import Preau

/// A whole site on a database of its own, answered without a network: one space of each
/// visibility, one thread in each, and a member of each kind.
final class Community {
  enum Person: Int64, CaseIterable {
    case visitor = 0
    case administrator, referent, insider, outsider, learner
  }

  let site: Site
  private let application: PreauApplication
  private let folder: URL
  private var tokens: [Person: Token] = [:]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "community-\(UUID())")
    var configuration = Configuration(dataFolder: folder.path())
    configuration.baseURL = "http://preau.test"
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    site = try Site(
      configuration, assets: Assets(root: root.standardizedFileURL.path()),
      log: AccessLog(requests: nil))
    application = PreauApplication(site)
    try site.database.write { db in
      for person in Person.allCases where person != .visitor { try add(person, db) }
      for (index, visibility) in Space.Visibility.allCases.enumerated() {
        try addSpace(Int64(index + 1), visibility, db)
      }
      for space in [1, 2, 3] as [Int64] {
        try MembershipStore.appoint(Person.referent.id, in: Space.ID(space), at: Self.noon, db)
      }
      try MembershipStore.admit(Person.insider.id, to: Space.ID(3), at: Self.noon, db)
      for space in [1, 2, 3] as [Int64] { try addThread(in: Space.ID(space), db) }
    }
  }

  deinit {
    site.database.close()
    try? FileManager.default.removeItem(at: folder)
  }

  static let noon = Instant(seconds: 1_750_000_000)

  private func add(_ person: Person, _ db: Writer) throws {
    let role: Member.Role =
      switch person {
      case .administrator: .administrator
      case .learner: .learner
      default: .teacher
      }
    try db.run(
      "INSERT INTO member (id, login, name, role, joined) VALUES (?, ?, ?, ?, ?)", person.id,
      "\(person)", "Élodie \(person)", role, Self.noon)
    let token = Token.random()
    tokens[person] = token
    try SessionStore.open(tokenHash: token.hash, for: person.id, device: "", at: .now, db)
  }

  private func addSpace(_ id: Int64, _ visibility: Space.Visibility, _ db: Writer) throws {
    try db.run(
      "INSERT INTO space (id, slug, name, visibility, created) VALUES (?, ?, ?, ?, ?)", id,
      visibility.rawValue, "Espace \(visibility)", visibility, Self.noon)
  }

  /// A thread of the learner, with a tag of its space and one that all share.
  private func addThread(in space: Space.ID, _ db: Writer) throws {
    var draft = ThreadDraft()
    draft.title = "Un <fil> & « ses » mots"
    draft.body = "Bonjour @learner, [lire](/fils/1) <b>\u{1}ceci</b>.[^1]\n\n[^1]: Une note."
    draft.tags = "commun, propre-\(space.value)"
    _ = try ThreadStore.start(
      draft.checked(in: space).get(), submission: Crypto.randomBytes(16), by: Person.learner.id,
      at: Self.noon, db)
  }
}

extension Community.Person {
  var id: Member.ID { Member.ID(rawValue) }
}

extension Community {
  func viewer(_ person: Person) throws -> Viewer {
    try site.database.read { db in
      Viewer(member: try MemberStore.member(person.id, db), session: nil)
    }
  }

  func get(_ target: String, as person: Person = .visitor) throws -> Response {
    try send(.get, target, person, [])
  }

  /// Sends a form as the page that holds it would.
  func post(
    _ target: String, _ fields: [(String, String)] = [], as person: Person
  ) throws -> Response {
    let token = FormToken.text(
      member: person.rawValue, path: target, now: .now, key: site.key.bytes)
    let fields = fields + [(FormToken.field.description, token)]
    return try send(.post, target, person, fields)
  }

  private func send(
    _ method: Method, _ target: String, _ person: Person, _ fields: [(String, String)]
  ) throws -> Response {
    var headers = Headers()
    headers.append("content-type", "application/x-www-form-urlencoded")
    if let token = tokens[person] { headers.append("cookie", "preau=\(token.text)") }
    let body = FormText.text(Parameters(fields.map { (name: $0.0, value: $0.1) }))
    let head = RequestHead(
      method: method, target: try Target(target), headers: headers, peer: "127.0.0.1")
    return application.respond(to: Request(head: head, body: Array(body.utf8)))
  }
}

extension Response {
  var text: String { String(decoding: body, as: UTF8.self) }
}
