import SQLite

/// Looks at searches that members keep, and tells what is new.
enum SavedSearchLook {
  private static let mostAtOnce = 20

  /// Looks at some of those whose moment has come.
  ///
  /// - Returns: whether there may be more.
  static func some(_ database: Database, _ shelf: FindingShelf, at now: Instant) throws -> Bool {
    let due = try database.read { try SavedSearchStore.due(at: now, limit: mostAtOnce, $0) }
    if due.isEmpty { return false }
    let end = SavedSearch.end(ofLookAt: now)
    let found = try due.map { search in
      // Each in a snapshot of its own: a long one holds up nothing.
      try database.read { (search, try news(of: search, until: end, shelf, $0)) }
    }
    let next = SavedSearch.nextLook(after: now, offset: CalendarTime.offset(at: now))
    try database.write { db in
      for (search, news) in found {
        let isDue = try SavedSearchStore.note(
          search, until: end, news: news, next: next, at: now, db)
        guard isDue, let news else { continue }
        let say = Strings.of(search.language ?? .french).savedSearches
        try Notifications.tell(
          .told(
            .savedSearch, to: [search.member],
            about: .page(SavedSearch.address(search.id).text),
            words: say.newsOf(search.name, news.count)), at: now, db)
      }
    }
    return due.count == mostAtOnce
  }

  /// How much is new to the search's member, counted since what was told and not read.
  private static func news(
    of search: SavedSearchStore.Due, until end: Instant, _ shelf: FindingShelf, _ db: Reader
  ) throws -> (count: Int, since: Instant)? {
    if end <= search.looked { return nil }
    let plan = try FindingPlan(search.query, reader: search.member.value, db)
    func count(from start: Instant) throws -> Int {
      let written = try plan.written(from: start, until: end, db)
      if written.isEmpty { return 0 }
      return try shelf.ask(db) { index in
        plan.find(in: index).bits.count(with: index.bits(of: written))
      }
    }
    let new = try count(from: search.looked)
    if new == 0 { return nil }
    guard let since = search.unreadSince, since < search.looked else {
      return (new, search.looked)
    }
    return (try count(from: since), since)
  }
}
