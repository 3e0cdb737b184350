import HTTP
import SQLite

/// Something a member began to write, wherever that was.
struct StoredDraft {
  let place: DraftPlace
  let fields: Parameters
  let updated: Instant
  /// Of the thread that it answers or changes, or of the tutorial, where its writer may open it.
  var threadTitle: String?

  /// Whether the page on which it was begun can be opened.
  var isWithinReach: Bool {
    place == .newThread || place == .newTutorial || threadTitle != nil
  }
}

/// Where a draft would be published.
enum DraftPlace: Equatable, Sendable {
  case newThread
  case reply(Thread.ID)
  case edit(Post.ID)
  case newTutorial
  case tutorial(Tutorial.ID)

  var text: String {
    switch self {
    case .newThread: "nouveau"
    case .reply(let thread): "fil-\(thread.value)"
    case .edit(let post): "message-\(post.value)"
    case .newTutorial: "tutoriel"
    case .tutorial(let id): "tutoriel-\(id.value)"
    }
  }

  init?(_ text: String) {
    if text == "nouveau" {
      self = .newThread
    } else if text.hasPrefix("fil-"), let id = Thread.ID(segment: String(text.dropFirst(4))) {
      self = .reply(id)
    } else if text.hasPrefix("message-"), let id = Post.ID(segment: String(text.dropFirst(8))) {
      self = .edit(id)
    } else if text == "tutoriel" {
      self = .newTutorial
    } else if text.hasPrefix("tutoriel-"), let id = Tutorial.ID(segment: String(text.dropFirst(9)))
    {
      self = .tutorial(id)
    } else {
      return nil
    }
  }
}

/// Every statement about drafts.
enum DraftStore {
  /// Of one member. Beyond that no new one is taken, and none that is kept makes way.
  static let most = 100
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
      """
      SELECT draft.place, draft.fields, draft.updated, coalesce(thread.title, tutorial.title)
        FROM draft
        LEFT JOIN tutorial_author
          ON draft.place LIKE 'tutoriel-%' AND tutorial_author.member = draft.member
         AND tutorial_author.tutorial = CAST(substr(draft.place, 10) AS INTEGER)
         AND tutorial_author.agreed IS NOT NULL
        LEFT JOIN tutorial
          ON tutorial.id = tutorial_author.tutorial AND tutorial.removed IS NULL
         AND tutorial.space IN (SELECT space FROM readable_space WHERE reader = ?1)
        LEFT JOIN post
          ON draft.place LIKE 'message-%' AND post.id = CAST(substr(draft.place, 9) AS INTEGER)
        LEFT JOIN thread
          ON thread.id = CASE WHEN draft.place LIKE 'fil-%'
                              THEN CAST(substr(draft.place, 5) AS INTEGER) ELSE post.thread END
         AND thread.removed IS NULL
         AND thread.space IN (SELECT space FROM readable_space WHERE reader = ?1)
       WHERE draft.member = ?1 ORDER BY draft.updated DESC
      """, member
    ) { row in
      let place = DraftPlace(try row.next())
      let fields = Parameters(query: try row.next())
      return StoredDraft(
        place: place ?? .newThread, fields: fields, updated: try row.next(),
        threadTitle: try row.next())
    }
  }

  /// Whether a form with these fields can be kept.
  static func takes(_ fields: Parameters) -> Bool {
    fields.pairs.reduce(0) { $0 + $1.value.utf8.count } <= longest
  }

  /// Keeps the fields of a form; what is too long is not kept.
  ///
  /// - Parameter isGivenBack: whether the text is nowhere else: then no limit is asked.
  /// - Returns: false when the member has too many drafts for a new one.
  @discardableResult
  static func keep(
    _ fields: Parameters, at place: DraftPlace, of member: Member.ID, now: Instant,
    isGivenBack: Bool = false, _ db: Writer
  ) throws -> Bool {
    guard isGivenBack || takes(fields) else { return true }
    let most = isGivenBack ? Int.max : most
    return try db.run(
      """
      INSERT INTO draft (member, place, fields, updated)
      SELECT ?1, ?2, ?3, ?4
       WHERE (SELECT count(*) FROM draft WHERE member = ?1) < ?5
          OR EXISTS (SELECT 1 FROM draft WHERE member = ?1 AND place = ?2)
      ON CONFLICT (member, place) DO UPDATE
        SET fields = excluded.fields, updated = excluded.updated
      """, member, place.text, FormText.text(fields), now, most) > 0
  }

  static func forget(_ place: DraftPlace, of member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM draft WHERE member = ? AND place = ?", member, place.text)
  }
}
