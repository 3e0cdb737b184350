import SQLite

/// Searches that two members of the demo keep.
enum DemoSearches {
  private static let searches = [
    ("yann", "Moodle et la visio", FindingQuery(words: "moodle visio")),
    ("yann", "Questions sans réponse", FindingQuery(words: "statut:sans-réponse")),
    ("lina", "Vidéos", FindingQuery(words: "vidéo")),
  ]

  /// Makes them, in the transaction that gives everybody a password.
  static func make(at now: Instant, _ db: Writer) throws {
    for (login, name, query) in searches {
      guard let member = try MemberStore.member(login: login, db) else { continue }
      _ = try SavedSearchStore.keep(query, as: name, of: member.id, at: now, db)
    }
  }
}
