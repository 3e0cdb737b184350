import HTTP
import SQLite

/// Something a member began to write, wherever that was.
struct StoredDraft {
  let place: DraftPlace
  let fields: Parameters
  let updated: Instant
}

/// Where a draft would be published.
enum DraftPlace: Equatable, Sendable {
  case newThread
  case reply(Thread.ID)
  case edit(Post.ID)

  var text: String {
    switch self {
    case .newThread: "nouveau"
    case .reply(let thread): "fil-\(thread.value)"
    case .edit(let post): "message-\(post.value)"
    }
  }

  init?(_ text: String) {
    if text == "nouveau" {
      self = .newThread
    } else if text.hasPrefix("fil-"), let id = Thread.ID(segment: String(text.dropFirst(4))) {
      self = .reply(id)
    } else if text.hasPrefix("message-"), let id = Post.ID(segment: String(text.dropFirst(8))) {
      self = .edit(id)
    } else {
      return nil
    }
  }
}

/// Every statement about drafts.
enum DraftStore {
  /// A member who leaves drafts everywhere keeps the newest ones.
  private static let most = 20
  /// In bytes of its fields: nothing longer could be published.
  private static let longest = 6 * PostDraft.longestBody

  static func draft(
    at place: DraftPlace, of member: Member.ID, _ db: Reader
  ) throws -> StoredDraft? {
    try db.row(
      "SELECT fields, updated FROM draft WHERE member = ? AND place = ?", member, place.text
    ) { row in
      StoredDraft(
        place: place, fields: Parameters(query: try row.next()), updated: try row.next())
    }
  }

  static func all(of member: Member.ID, _ db: Reader) throws -> [StoredDraft] {
    try db.rows(
      "SELECT place, fields, updated FROM draft WHERE member = ? ORDER BY updated DESC", member
    ) { row in
      let place = DraftPlace(try row.next())
      let fields = Parameters(query: try row.next())
      return StoredDraft(
        place: place ?? .newThread, fields: fields, updated: try row.next())
    }
  }

  /// Whether a form with these fields can be kept.
  static func takes(_ fields: Parameters) -> Bool {
    fields.pairs.reduce(0) { $0 + $1.value.utf8.count } <= longest
  }

  /// Keeps the fields of a form; what is too long is not kept.
  static func keep(
    _ fields: Parameters, at place: DraftPlace, of member: Member.ID, now: Instant, _ db: Writer
  ) throws {
    guard takes(fields) else { return }
    try db.run(
      """
      INSERT INTO draft (member, place, fields, updated) VALUES (?, ?, ?, ?)
      ON CONFLICT (member, place) DO UPDATE
        SET fields = excluded.fields, updated = excluded.updated
      """, member, place.text, FormText.text(fields), now)
    try db.run(
      """
      DELETE FROM draft WHERE member = ?1 AND place NOT IN (
        SELECT place FROM draft WHERE member = ?1 ORDER BY updated DESC LIMIT ?2)
      """, member, most)
  }

  static func forget(_ place: DraftPlace, of member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM draft WHERE member = ? AND place = ?", member, place.text)
  }
}
