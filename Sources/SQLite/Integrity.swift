/// Rows that point to rows that do not exist.
enum ForeignKeys {
  /// One sentence per broken reference.
  static func broken(_ db: Reader) throws -> [String] {
    try db.rows("PRAGMA foreign_key_check") { row in
      let table = try row.next(String.self)
      let number = try row.next(Int?.self)
      let parent = try row.next(String.self)
      let place = number.map { "row \($0) of \(table)" } ?? "a row of \(table)"
      return "\(place) points to a row of \(parent) that does not exist"
    }
  }
}

extension Database {
  /// Reads the whole file and checks its structure, its indexes, its constraints and its foreign
  /// keys. Slow: for `check` and tests.
  ///
  /// - Returns: a sentence for each thing that is wrong; nothing when all is well.
  public func checkIntegrity() throws -> [String] {
    try read { db in
      let structure = try db.rows("PRAGMA integrity_check") { try $0.next(String.self) }
      return structure.filter { $0 != "ok" } + (try ForeignKeys.broken(db))
    }
  }
}
