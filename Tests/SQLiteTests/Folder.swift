import Glibc
import SQLite

import class Foundation.FileManager

/// A temporary folder with a database in it, removed when the test is done.
final class Folder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/sqlite-tests-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "There is no temporary folder.")
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var database: String { path + "/test.db" }

  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  func open(
    _ migrations: [Migration] = notes, _ configure: (inout Database.Options) -> Void = { _ in }
  ) throws -> Database {
    var options = Database.Options()
    configure(&options)
    return try Database(path: database, migrations: migrations, options: options)
  }
}

/// Two tables: shelves, and notes that stand on one of them.
let notes = [
  Migration(
    "shelves and notes",
    """
    CREATE TABLE shelf (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    -- A note may come before its shelf, in the same transaction.
    CREATE TABLE note (
      id INTEGER PRIMARY KEY,
      shelf INTEGER REFERENCES shelf,
      later INTEGER REFERENCES shelf DEFERRABLE INITIALLY DEFERRED,
      text TEXT
    ) STRICT;
    CREATE UNIQUE INDEX note_once ON note (shelf, text);
    """)
]

extension Database {
  func addShelf(_ name: String) throws {
    try write { db in try db.run("INSERT INTO shelf (name) VALUES (?)", name) }
  }

  func shelves() throws -> [String] {
    try read { db in
      try db.rows("SELECT name FROM shelf ORDER BY id") { try $0.next(String.self) }
    }
  }
}

func lines(of path: String) throws -> [String] {
  let bytes = FileManager.default.contents(atPath: path) ?? .init()
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}
