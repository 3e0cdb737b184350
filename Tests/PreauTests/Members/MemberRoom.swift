import Glibc
import SQLite
import Testing

import class Foundation.FileManager

@testable import Preau

/// A site's database in a new folder, removed with it.
final class MemberRoom {
  let database: Database
  let folder: String
  let now = Instant(seconds: 1_800_000_000)

  init() throws {
    var template = Array("/tmp/preau-members-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "There is no temporary folder.")
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    database = try Store.open(in: folder, readers: 2)
  }

  deinit {
    database.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The password is not hashed: what stores do with it does not depend on it.
  @discardableResult
  func add(
    _ login: String, _ role: Member.Role = .learner, email: String? = nil
  ) throws -> Member.ID {
    try database.write { db in
      try AccountStore.add(
        login: LogInName(typed: login), name: DisplayName(typed: login.uppercased()),
        email: email.map { try EmailAddress(typed: $0) }, role: role,
        passwordHash: "hash of \(login)",
        at: now, db)
    }
  }

  func member(_ id: Member.ID) throws -> Member {
    try #require(try database.read { try MemberStore.member(id, $0) })
  }

  func count(_ sql: StaticString, _ id: Member.ID) throws -> Int {
    try database.read { try $0.value(sql, id, as: Int.self) } ?? 0
  }
}
