import HTML
import SQLite
import Sanitizer

/// Every statement that changes the index, or reads what is to be put into it.
enum SearchIndexStore {
  typealias Document = SearchIndex.Document

  static func id(of kind: SearchIndex.Kind, _ reference: Int64, _ db: Reader) throws -> Int64? {
    try db.value(
      "SELECT id FROM search_document WHERE kind = ? AND reference = ?", kind, reference)
  }

  /// - Parameter old: the number that it had, which it keeps; its words have been forgotten.
  static func insert(
    _ document: Document, _ words: SearchVocabulary, as old: Int64?, _ db: Writer
  ) throws {
    let id = try place(document, words, as: old, db)
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
      "INSERT OR IGNORE INTO search_word (word) SELECT value FROM json_each(?)", words.wordsJSON)
  }

  private static func place(
    _ document: Document, _ words: SearchVocabulary, as old: Int64?, _ db: Writer
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
      document.author, document.created, words.titleWords, words.bodyWords, as: Int64.self)
    guard let id else { preconditionFailure("INSERT … RETURNING gave no row.") }
    return id
  }

  /// Takes a document's words out of the index. FTS5 wants the text that was put in.
  static func forget(_ id: Int64, _ db: Writer) throws {
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

  static func delete(_ id: Int64, _ db: Writer) throws {
    try db.run("DELETE FROM search_document WHERE id = ?", id)
  }

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

  /// The parts in which FTS5 keeps the index of posts: a search asks each of them for each word.
  static func partCount(_ db: Reader) throws -> Int {
    try db.value("SELECT count(DISTINCT segid) FROM search_post_idx") ?? 0
  }

  /// Begins to make one part of all (sqlite.org/fts5.html §6.7). That of titles is small.
  static func beginJoining(_ db: Writer) throws {
    try db.run("INSERT INTO search_title (search_title) VALUES ('optimize')")
    try db.run("INSERT INTO search_post (search_post, rank) VALUES ('merge', -1)")
  }

  /// Goes on for about so many pages of the index.
  ///
  /// - Returns: whether there was anything to do: FTS5 says so by the number of its changes.
  static func goOnJoining(pages: Int, _ db: Writer) throws -> Bool {
    let before = try db.value("SELECT total_changes()", as: Int.self) ?? 0
    try db.run("INSERT INTO search_post (search_post, rank) VALUES ('merge', ?)", pages)
    let after = try db.value("SELECT total_changes()", as: Int.self) ?? 0
    return after - before >= 2
  }

  /// What a post is to be found under, `nil` when there is no such post.
  static func document(
    of post: Int64, title: String, text: String, _ db: Reader
  ) throws -> Document? {
    try db.row(
      """
      SELECT thread, number, author, created, CASE WHEN number = 1 THEN (
               SELECT group_concat(value, char(10)) FROM question_answer
                WHERE question_answer.thread = post.thread) END
        FROM post WHERE id = ?
      """, post
    ) { row in
      var found = Document(
        kind: .post, reference: post, whole: try row.next(), number: try row.next(),
        author: try row.next(), created: try row.next(), title: title, body: text)
      if let answers = try row.next(String?.self) { found.body += "\n" + answers }
      return found
    }
  }

  /// The documents of a thread as they are, under another title.
  static func documents(of thread: Int64, title: String, _ db: Reader) throws -> [Document] {
    try db.rows(
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
  }

  /// The posts that are stored after the post `last`, in the order of their numbers.
  static func stored(after last: Int64, limit: Int, _ db: Reader) throws -> [Document] {
    try db.rows(
      """
      SELECT post.id, post.thread, post.number, post.author, post.created, thread.title, post.html,
             CASE WHEN post.number = 1 THEN (
               SELECT group_concat(value, char(10)) FROM question_answer
                WHERE question_answer.thread = post.thread) END
        FROM post JOIN thread ON thread.id = post.thread
       WHERE post.id > ? AND post.removed IS NULL
       ORDER BY post.id
       LIMIT ?
      """, last, limit
    ) { row in
      var found = Document(
        kind: .post, reference: try row.next(), whole: try row.next(), number: try row.next(),
        author: try row.next(), created: try row.next(), title: try row.next(),
        body: try row.next(SanitizedHTML.self).plainText)
      if let answers = try row.next(String?.self) { found.body += "\n" + answers }
      return found
    }
  }

  /// Cards of files and links after the number `last`, in the order of their numbers: a tutorial's card
  /// is found as the tutorial.
  static func cards(after last: Int64, limit: Int, _ db: Reader) throws -> [Document] {
    try db.rows(
      """
      SELECT id, ifnull(added_by, 0), created, title, description || char(10) || adaptation
        FROM resource WHERE id > ? AND tutorial IS NULL ORDER BY id LIMIT ?
      """, last, limit
    ) { row in
      let id = try row.next(Int64.self)
      return Document(
        kind: .resource, reference: id, whole: id, number: 1, author: try row.next(),
        created: try row.next(), title: try row.next(), body: try row.next())
    }
  }

  /// The published tutorials from the number `first` on, in the order of their numbers.
  static func tutorials(from first: Int64, limit: Int, _ db: Reader) throws -> [Document] {
    try db.rows(
      """
      SELECT tutorial.id, (SELECT member FROM tutorial_author
                            WHERE tutorial_author.tutorial = tutorial.id AND agreed IS NOT NULL
                            ORDER BY position LIMIT 1),
             tutorial.published_at, version.title, version.summary, version.html
        FROM tutorial
        JOIN tutorial_version AS version
          ON version.tutorial = tutorial.id AND version.number = tutorial.published
       WHERE tutorial.id >= ? AND tutorial.removed IS NULL
       ORDER BY tutorial.id LIMIT ?
      """, first, limit
    ) { row in
      let id = try row.next(Int64.self)
      let author = try row.next(Int64?.self) ?? 0
      let published = try row.next(Int64.self)
      let title = try row.next(String.self)
      let summary = try row.next(String.self)
      let text = try row.next(SanitizedHTML.self).plainText
      return Document(
        kind: .tutorial, reference: id, whole: id, number: 1, author: author, created: published,
        title: title, body: summary.isEmpty ? text : summary + "\n" + text)
    }
  }
}
