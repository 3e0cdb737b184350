import SQLite

/// Keeps the index in step with what is written. Called by the features that own the texts, in the
/// transaction that changes them.
///
/// Who may read is never copied here: a search asks the thread and its space. So moving a thread,
/// removing it whole or changing a space's visibility needs no call.
enum SearchIndex {
  /// Something that can be found: for now a post, with its thread's title.
  struct Document: Sendable {
    let kind: Kind
    /// Its number in its own table.
    let reference: Int64
    /// What results are grouped by: the thread of a post.
    let whole: Int64
    /// Its place in the whole, from 1.
    let number: Int
    /// Number of the member who wrote it.
    let author: Int64
    /// Whole seconds since 1970, UTC.
    let created: Int64
    let title: String
    /// Plain text, without markup.
    var body: String
  }

  /// Stored under these names.
  enum Kind: String, ColumnValue {
    case post
  }

  /// Makes a document findable under its present words. Seven statements at most when it is new.
  static func put(_ given: Document, _ db: Writer) throws {
    var document = given
    document.body = SearchText.withoutCalls(given.body)
    let old = try id(of: document.kind, document.reference, db)
    if let old { try forget(old, db) }
    let count = SearchVocabulary(document)
    let id = try insert(document, count, as: old, db)
    try db.run(
      "INSERT INTO search_text (id, title, body) VALUES (?, ?, ?)",
      id, document.title, document.body)
    try db.run(
      "INSERT INTO search_post (rowid, title, body) VALUES (?, ?, ?)",
      id, document.title, document.body)
    if document.number == 1 {
      try db.run("INSERT INTO search_title (rowid, title) VALUES (?, ?)", id, document.title)
    }
    try db.run(
      "INSERT OR IGNORE INTO search_word (word) SELECT value FROM json_each(?)", count.wordsJSON)
  }

  /// A post was written, edited or restored.
  ///
  /// - Parameters:
  ///   - title: its thread's, now.
  ///   - text: the plain text of the post.
  static func index(post: Int64, title: String, text: String, _ db: Writer) throws {
    let found = try db.row(
      "SELECT thread, number, author, created FROM post WHERE id = ?", post
    ) { row in
      Document(
        kind: .post, reference: post, whole: try row.next(), number: try row.next(),
        author: try row.next(), created: try row.next(), title: title, body: text)
    }
    if let found { try put(found, db) }
  }

  /// A post was removed: it is not found any more. When it was not there, nothing happens.
  static func remove(post: Int64, _ db: Writer) throws {
    guard let id = try id(of: .post, post, db) else { return }
    try forget(id, db)
    try db.run("DELETE FROM search_document WHERE id = ?", id)
  }

  /// A thread has a new title: all its posts are found under it.
  static func retitle(thread: Int64, to title: String, _ db: Writer) throws {
    let documents = try db.rows(
      """
      SELECT document.reference, document.number, document.author, document.created,
             search_text.body
        FROM search_document AS document JOIN search_text ON search_text.id = document.id
       WHERE document.kind = 'post' AND document.whole = ?
      """, thread
    ) { row in
      Document(
        kind: .post, reference: try row.next(), whole: thread, number: try row.next(),
        author: try row.next(), created: try row.next(), title: title, body: try row.next())
    }
    for document in documents { try put(document, db) }
  }

  /// Empties the index, before everything is put into it again (after the way in which words are
  /// read has changed, or when `preau check` has found it damaged).
  static func empty(_ db: Writer) throws {
    try db.script(
      """
      INSERT INTO search_post (search_post) VALUES ('delete-all');
      INSERT INTO search_title (search_title) VALUES ('delete-all');
      DELETE FROM search_text;
      DELETE FROM search_document;
      DELETE FROM search_word;
      """)
  }

  private static func id(of kind: Kind, _ reference: Int64, _ db: Reader) throws -> Int64? {
    try db.value(
      "SELECT id FROM search_document WHERE kind = ? AND reference = ?", kind, reference)
  }

  /// Takes a document's words out of the index. FTS5 wants the text that was put in.
  private static func forget(_ id: Int64, _ db: Writer) throws {
    try db.run(
      """
      INSERT INTO search_post (search_post, rowid, title, body)
      SELECT 'delete', id, title, body FROM search_text WHERE id = ?
      """, id)
    try db.run(
      """
      INSERT INTO search_title (search_title, rowid, title)
      SELECT 'delete', search_text.id, search_text.title
        FROM search_text JOIN search_document ON search_document.id = search_text.id
       WHERE search_text.id = ? AND search_document.number = 1
      """, id)
    try db.run("DELETE FROM search_text WHERE id = ?", id)
  }

  /// - Parameter old: the number that it had, which it keeps.
  private static func insert(
    _ document: Document, _ count: SearchVocabulary, as old: Int64?, _ db: Writer
  ) throws -> Int64 {
    let id = try db.value(
      """
      INSERT INTO search_document
        (id, kind, reference, whole, number, author, created, title_words, body_words)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        whole = excluded.whole, number = excluded.number, author = excluded.author,
        created = excluded.created,
        title_words = excluded.title_words, body_words = excluded.body_words
      RETURNING id
      """, old, document.kind, document.reference, document.whole, document.number,
      document.author, document.created, count.titleWords, count.bodyWords, as: Int64.self)
    guard let id else { preconditionFailure("INSERT … RETURNING gave no row.") }
    return id
  }
}
