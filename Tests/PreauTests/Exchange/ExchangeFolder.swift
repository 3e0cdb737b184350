import Glibc
import SQLite

import class Foundation.FileManager

@testable import Preau

/// A data folder of its own, removed with the test.
final class ExchangeFolder {
  let path: String
  let database: Database
  /// What was said of lines, as `preau import` says it.
  private(set) var remarks: [String] = []

  init() throws {
    var template = Array("/tmp/preau-exchange-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw StartFailure(systemMessage()) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    database = try Store.open(in: path, readers: 2)
  }

  deinit {
    database.close()
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Loads a file with these lines.
  @discardableResult
  func load(_ lines: [String], shift: Int64 = 0) throws -> Import.Outcome {
    try load(bytes: Array(lines.map { $0 + "\n" }.joined().utf8), shift: shift)
  }

  func load(bytes: [UInt8], shift: Int64 = 0) throws -> Import.Outcome {
    let name = path + "/lines.jsonl"
    unlink(name)
    try writeFile(name, bytes)
    let descriptor = open(name, O_RDONLY)
    defer { close(descriptor) }
    remarks = []
    return try Import.load(
      descriptor, into: database, shift: shift, now: Instant(seconds: 1_790_000_000)
    ) { _, new in remarks += new.map { "\($0.line): \($0.text)" } }
  }

  func exported() throws -> [String] {
    let name = path + "/out.jsonl"
    var file = try ExportFile(name)
    try database.read { db in try Export.write(db, to: &file) }
    try file.finish()
    return String(decoding: readFile(name) ?? [], as: UTF8.self).split(separator: "\n")
      .map(String.init)
  }

  func value<T: ColumnValue>(_ sql: StaticString, as type: T.Type = T.self) throws -> T? {
    try database.read { db in try db.value(sql, as: type) }
  }

  /// What `preau check` would say.
  func wrong() throws -> [String] {
    try database.checkIntegrity() + (try database.read { db in try CheckStore.wrong(db) })
  }
}

/// Lines of a small community in which every key of the format stands at least once.
enum ExchangeLines {
  static let all = users + spaces + tags + threads

  static let users = [
    user(1, "admin", more: #","role":"administrator","about":"Je **veille**.","language":"fr""#),
    user(2, "lea", email: "null", more: #","public_name":true"#),
    user(3, "tom", more: #","role":"teacher","suspended":1760000000"#),
    #"{"type":"user","id":4,"login":"!4","name":"","email":null,"joined":1700000000,"#
      + #""deleted":1750000000}"#,
  ]

  static let spaces = [
    #"{"type":"category","id":1,"slug":"accueil","name":"Accueil","about":"Bienvenue"}"#,
    #"{"type":"category","id":2,"slug":"equipe","name":"Équipe","about":"","subject":"Maths","#
      + #""level":"Lycée","visibility":"private","members":[2],"referents":[3],"#
      + #""holding":"everything","first_posts":3,"closed":1760000000,"allows_masks":true,"#
      + #""shows_moderation":true}"#,
  ]

  static let tags = [
    #"{"type":"tag","id":1,"slug":"quiz","label":"quiz"}"#,
    #"{"type":"tag","id":2,"slug":"pdf","label":"PDF"}"#,
  ]

  static let threads = [
    thread(
      1, space: 1, author: 2, title: "Comment faire ?", tags: "[1,2]", posts: 3,
      more: #","accepted":2,"pinned":true,"me_too":[1,3],"followers":[2]"#),
    post(1, thread: 1, author: 2, body: "Bonjour, **qui** sait ?"),
    post(2, thread: 1, author: 3, parent: "1", at: 100, body: "Ainsi.", more: #","thanks":[1,2]"#),
    post(
      3, thread: 1, author: 4, parent: "1", at: 200, body: "Oubliez",
      more: #","removed":1751000000"#),
    thread(
      2, space: 2, author: 3, title: "Entre nous", at: 300,
      more: #","kind":"discussion","state":"closed""#),
    post(
      4, thread: 2, author: 3, at: 300, body: "Note[^1]\n\n[^1]: là", more: #","edited":1751000000"#
    ),
    thread(
      3, space: 1, author: 1, title: "Retiré", at: 400,
      more: #","kind":"experience","removed":1752000000"#),
    post(5, thread: 3, author: 1, at: 400, body: "Rien", more: #","removed":1752000000"#),
  ]

  static func user(
    _ id: Int, _ login: String, name: String? = nil, email: String? = nil,
    joined: Int = 1_700_000_000, more: String = ""
  ) -> String {
    #"{"type":"user","id":\#(id),"login":"\#(login)","name":"\#(name ?? "N")","#
      + #""email":\#(email ?? #""\#(login)@exemple.invalid""#),"joined":\#(joined)\#(more)}"#
  }

  static func thread(
    _ id: Int, space: Int = 1, author: Int = 1, title: String = "Titre", tags: String = "[]",
    at time: Int = 0, posts: Int = 1, more: String = ""
  ) -> String {
    #"{"type":"thread","id":\#(id),"category":\#(space),"author":\#(author),"title":"\#(title)","#
      + #""tags":\#(tags),"created":\#(1_750_000_000 + time),"posts":\#(posts)\#(more)}"#
  }

  static func post(
    _ id: Int, thread: Int, author: Int = 1, parent: String = "null", at time: Int = 0,
    body: String = "Texte", more: String = ""
  ) -> String {
    let body = body.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\\n")
    return
      #"{"type":"post","id":\#(id),"thread":\#(thread),"author":\#(author),"parent":\#(parent),"#
      + #""created":\#(1_750_000_000 + time),"body":"\#(body)"\#(more)}"#
  }
}
