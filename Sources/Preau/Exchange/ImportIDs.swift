import SQLite

/// The types of line. Stored under these names.
enum ImportKind: String, ColumnValue, CaseIterable {
  case user, category, tag, thread, post, held, field, tutorial, resource, collection, item
}

/// What each id of a file stands for here, and how many rows were made.
struct ImportIDs {
  /// Rows made, by type.
  private(set) var added: [ImportKind: Int] = [:]
  /// Lines that were known already.
  private(set) var known = 0
  private var rows: [ImportKind: [Int64: Int64]] = [:]
  private var slugs: [ImportKind: Set<String>] = [:]
  /// Threads and posts that lines of this file stand for already: two equal lines are two rows.
  private var taken: [ImportKind: Set<Int64>] = [:]

  subscript(kind: ImportKind, id: Int64) -> Int64? { rows[kind]?[id] }

  func row(_ kind: ImportKind, _ id: Int64, _ key: String) throws(Rejection) -> Int64 {
    guard let row = rows[kind]?[id] else { throw .unknown(key: key, id: id) }
    return row
  }

  /// Ascending, each once: two ids of a file may stand for one row.
  func rows(
    _ kind: ImportKind, _ ids: [Int64], _ key: String
  ) throws(Rejection) -> [Int64] {
    var found: Set<Int64> = []
    for id in ids { found.insert(try row(kind, id, key)) }
    return found.sorted()
  }

  func checkNew(_ kind: ImportKind, _ id: Int64) throws(Rejection) {
    if rows[kind]?[id] != nil { throw .duplicate(id: id) }
  }

  /// What is unique within its type.
  mutating func checkUnique(
    _ kind: ImportKind, _ key: String, _ text: String
  ) throws(Rejection) {
    guard slugs[kind, default: []].insert(text).inserted else { throw .taken(key: key) }
  }

  /// The row of a line that was loaded before.
  mutating func recall(
    _ kind: ImportKind, _ id: Int64, in place: Int64, _ digest: Int64, _ db: Reader
  ) throws -> Int64? {
    guard let row = try ImportStore.row(kind, in: place, digest, db) else { return nil }
    guard try ImportStore.exists(kind, row, db) else { throw Rejection.goneHere }
    note(kind, id, row)
    known += 1
    return row
  }

  /// Takes note of a row that was there, though not by an import.
  mutating func meet(
    _ kind: ImportKind, _ id: Int64, in place: Int64, _ digest: Int64, row: Int64, _ db: Writer
  ) throws {
    try ImportStore.remember(kind, in: place, digest, row: row, db)
    note(kind, id, row)
    known += 1
  }

  mutating func noteNew(
    _ kind: ImportKind, _ id: Int64, in place: Int64, _ digest: Int64, row: Int64, _ db: Writer
  ) throws {
    try ImportStore.remember(kind, in: place, digest, row: row, db)
    note(kind, id, row)
    added[kind, default: 0] += 1
  }

  /// Counts a line that has no row of its own.
  mutating func noteKnown() { known += 1 }

  private mutating func note(_ kind: ImportKind, _ id: Int64, _ row: Int64) {
    rows[kind, default: [:]][id] = row
    if Self.mayRepeat.contains(kind) {
      taken[kind, default: []].insert(row)
    }
  }

  /// Types of which two equal lines are two rows.
  private static let mayRepeat: Set<ImportKind> = [
    .thread, .post, .held, .field, .tutorial, .resource, .collection,
  ]

  /// The first of `found` that no line of this file stands for.
  func first(_ found: [Int64], _ kind: ImportKind) -> Int64? {
    found.first { taken[kind]?.contains($0) != true }
  }

  /// What lines of another place stand for is no longer asked.
  mutating func forgetTaken(_ kind: ImportKind) { taken[kind] = [] }
}
