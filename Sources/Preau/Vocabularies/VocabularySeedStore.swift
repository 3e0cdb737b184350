import SQLite

/// Which of the vocabularies that come with Préau a site has had.
enum VocabularySeedStore {
  static func loaded(_ db: Reader) throws -> [String] {
    try db.rows("SELECT name FROM vocabulary_seed") { try $0.next(String.self) }
  }

  static func note(_ name: String, at now: Instant, _ db: Writer) throws {
    try db.run("INSERT INTO vocabulary_seed (name, loaded) VALUES (?, ?)", name, now)
  }
}
