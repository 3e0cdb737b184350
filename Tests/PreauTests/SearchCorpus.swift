import SQLite

import class Foundation.FileManager
import struct Foundation.URL
import struct Foundation.UUID

@testable import Preau

/// A small community in a database of its own, whose order of results is known.
final class SearchCorpus: Sendable {
  static let now: Int64 = 1_750_000_000
  static let day: Int64 = 86_400

  let database: Database
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "search-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var options = Database.Options()
    options.connectionSetUp = Store.setUp
    database = try Database(
      path: folder.appending(path: "community.sqlite").path(),
      migrations: Store.migrations, options: options)
    try database.write { db in try Self.addPeopleAndSpaces(db) }
  }

  /// A filled corpus for tests that only read.
  static func shared() throws -> SearchCorpus { try filledOnce.get() }

  private static let filledOnce = Result { try filled() }

  /// A corpus with all the threads of `SearchCorpus.threads`, for one test alone.
  static func filled() throws -> SearchCorpus {
    let corpus = try SearchCorpus()
    try corpus.database.write { db in
      for thread in threads { try add(thread, db) }
    }
    return corpus
  }

  deinit {
    database.close()
    try? FileManager.default.removeItem(at: folder)
  }

  // MARK: Asking

  func find(
    _ query: String, reader: Int64 = 1, page: Int = 1, before: Int64? = nil,
    isTyping: Bool = false
  ) throws -> SearchResults {
    try database.read { db in
      try SearchStore.find(
        SearchQuery(parsing: query, isTyping: isTyping), reader: reader, now: Self.now,
        page: page, before: before, db)
    }
  }

  /// Numbers of the threads that are found, best first.
  func threads(_ query: String, reader: Int64 = 1) throws -> [Int64] {
    try find(query, reader: reader).results.map(\.thread)
  }

  // MARK: Writing

  struct NewThread {
    let id: Int64
    var space: Int64 = 1
    let title: String
    var author: Int64 = 1
    var tags: [Int64] = []
    var isSolved = false
    var isClosed = false
    /// Days before `now`.
    var age: Int64 = 30
    let posts: [String]
    /// Authors of the posts after the first.
    var replyAuthor: Int64 = 2
  }

  static func add(_ thread: NewThread, _ db: Writer) throws {
    let created = now - thread.age * day
    try db.run(
      """
      INSERT INTO thread (id, space, author, kind, title, slug, state, created, last_activity,
                          post_count, last_number)
      VALUES (?, ?, ?, 'question', ?, 'fil', ?, ?, ?, ?, ?)
      """, thread.id, thread.space, thread.author, thread.title,
      thread.isClosed ? "closed" : "open", created, created, thread.posts.count,
      thread.posts.count)
    for tag in thread.tags {
      try db.run("INSERT INTO thread_tag (thread, tag) VALUES (?, ?)", thread.id, tag)
    }
    for (index, text) in thread.posts.enumerated() {
      let post = thread.id * 1000 + Int64(index + 1)
      try db.run(
        """
        INSERT INTO post (id, thread, number, author, source, html, policy, created)
        VALUES (?, ?, ?, ?, ?, x'', 1, ?)
        """, post, thread.id, index + 1, index == 0 ? thread.author : thread.replyAuthor, text,
        created)
      try SearchIndex.index(post: post, title: thread.title, text: text, db)
    }
    if thread.isSolved {
      try db.run("UPDATE thread SET accepted = ? WHERE id = ?", thread.id * 1000 + 2, thread.id)
    }
  }

  private static func addPeopleAndSpaces(_ db: Writer) throws {
    for (id, login, name, role, isPublic) in [
      (1, "claire", "Claire Évrard", "teacher", false),
      (2, "karim", "Karim Benali", "professional", false),
      (3, "lea", "Léa Fontaine", "learner", false),
      (4, "noe", "Noé Girard", "learner", true),
      (5, "parti", "Ancien Membre", "teacher", false),
    ] as [(Int64, String, String, String, Bool)] {
      try db.run(
        """
        INSERT INTO member (id, login, name, role, public_name, joined, deleted)
        VALUES (?, ?, ?, ?, ?, 0, ?)
        """, id, login, name, role, isPublic, id == 5 ? 1 as Int64? : nil)
    }
    for (id, slug, name, visibility) in [
      (1, "accueil", "Accueil", "public"), (2, "inclusion", "École inclusive", "public"),
      (3, "referents", "Référents numériques", "members"),
      (4, "equipe", "Équipe de direction", "private"),
    ] as [(Int64, String, String, String)] {
      try db.run(
        "INSERT INTO space (id, slug, name, visibility, created) VALUES (?, ?, ?, ?, 0)",
        id, slug, name, visibility)
    }
    try db.run(
      "INSERT INTO space_member (space, member, role, joined) VALUES (4, 1, 'member', 0)")
    for (id, slug, label) in [
      (1, "moodle", "Moodle"), (2, "accessibilite", "Accessibilité"), (3, "materiel", "Matériel"),
    ] as [(Int64, String, String)] {
      try db.run("INSERT INTO tag (id, slug, label) VALUES (?, ?, ?)", id, slug, label)
    }
  }
}
