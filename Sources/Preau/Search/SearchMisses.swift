import Synchronization

/// Words that a member looked for and that nothing holds.
struct SearchMiss: Hashable, Sendable {
  let words: String
  let typed: String
  /// Tells members apart for these words, and is not to be traced back to them.
  let who: [UInt8]

  private static let mostWords = 6
  private static let longest = 80

  /// - Returns: nil for what asks for more than words, such as an author's name.
  init?(typed: String, by member: Member.ID, key: [UInt8]) {
    let query = SearchQuery(parsing: typed)
    guard !query.hasFilters, query.excluded.isEmpty, typed.count <= Self.longest,
      (1...Self.mostWords).contains(query.terms.count)
    else { return nil }
    self.typed = typed.oneLine.lowercased()
    words = query.terms.flatMap(\.words).map(\.form).joined(separator: " ")
    let hashed = Crypto.hash(Array("search \(member.value) \(words)".utf8), key: key)
    who = Array(hashed.prefix(12))
  }
}

/// Searches without result, gathered in memory like the marks of reading.
final class SearchMisses: Sendable {
  /// Between two writings; what is beyond is forgotten.
  private static let most = 500
  private let waiting = Mutex<Set<SearchMiss>>([])

  func note(_ miss: SearchMiss) {
    waiting.withLock { misses in
      if misses.count < Self.most { misses.insert(miss) }
    }
  }

  /// Hands over what waits, and forgets it.
  func take() -> Set<SearchMiss> {
    waiting.withLock { misses in
      defer { misses.removeAll(keepingCapacity: true) }
      return misses
    }
  }
}
