// A correction must not tell what is written where its reader may not look:
// (1) A word counts as known, and can be proposed, only when the reader may read a post with it.
// (2) Words that he may not read push no other aside: only those that he may are counted.
// (3) A word is shown as that post writes it.

import SQLite

/// Proposes other spellings for words that nothing readable holds.
struct SearchSpelling {
  let scope: SearchScope
  let stemmer: FrenchStemmer

  static let mostWordsCorrected = 3
  /// Near words of readable posts among which one is chosen.
  static let mostCandidates = 12
  /// Readable posts that are counted: beyond, a word is simply common.
  static let mostCounted = 20

  /// The query with its unknown words corrected, `nil` when there is nothing better.
  func correct(_ query: SearchQuery, _ db: Reader) throws -> String? {
    var corrections = 0
    let pieces = try query.pieces.map { piece in
      guard piece.role == .wanted, piece.terms.count == 1,
        corrections < Self.mostWordsCorrected, let word = piece.terms[0].words.first,
        piece.terms[0].words.count == 1, let better = try correct(word, db)
      else { return piece.typed }
      corrections += 1
      return better
    }
    return corrections == 0 ? nil : pieces.joined(separator: " ")
  }

  private func correct(_ word: SearchWord, _ db: Reader) throws -> String? {
    guard word.form.count >= 3, !word.isFunctionWord, try readable(word.form, db) == nil
    else { return nil }
    // Words with the same first letter are tried alone first, since that is the letter that is
    // hardly ever wrong.
    let alike = try nearWords(to: word.form, beginning: [String(word.form.prefix(1))], db)
    var best = try best(of: alike, db)
    if best == nil {
      let others = try nearWords(
        to: word.form, beginning: Self.otherBeginnings(of: word.form), db)
      best = try self.best(of: others, db)
    }
    return try best.map { try spelling(of: $0.form, in: $0.found.document, db) }
  }

  /// Beginnings that sound like others.
  private static let likeSounds = [
    ("f", "ph"), ("ph", "f"), ("k", "qu"), ("c", "qu"), ("qu", "k"),
  ]

  /// How a word begins whose first letter was mistyped, left out, added, or put after the second, or
  /// that was written as it sounds.
  private static func otherBeginnings(of word: String) -> [String] {
    let second = String(word.dropFirst().prefix(1))
    let others = "abcdefghijklmnopqrstuvwxyz".filter { String($0) != second }
    let sounding = likeSounds.filter { word.hasPrefix($0.0) }.map(\.1)
    return [second] + sounding
      + others.flatMap { [String($0) + word.prefix(1), String($0) + second] }
  }

  /// The nearest word that the reader may see; of several, the most common.
  private func best(
    of near: [(String, Int)], _ db: Reader
  ) throws -> (form: String, found: Readable)? {
    var best: (form: String, distance: Int, found: Readable)?
    var candidates = 0
    for (form, distance) in near where candidates < Self.mostCandidates {
      if let best, best.distance < distance { break }
      guard let found = try readable(form, exactly: true, db) else { continue }
      candidates += 1
      if found.count > best?.found.count ?? 0 { best = (form, distance, found) }
    }
    return best.map { ($0.form, $0.found) }
  }

  /// Words at the least distance first. All are compared: a limit would count words that the reader
  /// may not read, and let them push aside those that he may.
  private func nearWords(
    to word: String, beginning: [String], _ db: Reader
  ) throws -> [(String, Int)] {
    let length = word.utf8.count
    var distance = EditDistance(from: word, limit: length <= 4 ? 1 : 2)
    var near: [(String, Int)] = []
    try SearchWordStore.eachWord(
      beginning: beginning, lengths: length - distance.limit...length + distance.limit, db
    ) { row in
      try row.nextBytes { bytes in
        guard let steps = distance.to(bytes), steps > 0 else { return }
        let form = String(decoding: bytes, as: UTF8.self)
        if !FunctionWords.contain(form) { near.append((form, steps)) }
      }
    }
    return near.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }

  private struct Readable {
    let count: Int
    let document: Int64
  }

  /// How many readable posts hold the word, and one of them; `nil` when there is none.
  private func readable(
    _ form: String, exactly: Bool = false, _ db: Reader
  ) throws -> Readable? {
    var ways = [SearchExpression.Phrase(form, term: 0, quality: 1)]
    if !exactly, let stem = stemmer.token(for: form) {
      ways.append(.init(stem, term: 0, quality: 1))
    }
    let found = try SearchWordStore.newest(
      .some([ways]), in: scope.spaces, limit: Self.mostCounted, db)
    return found.first.map { Readable(count: found.count, document: $0) }
  }

  /// As the document writes it, in lower case: accents are back.
  private func spelling(of form: String, in document: Int64, _ db: Reader) throws -> String {
    guard var text = try SearchWordStore.text(of: document, db) else { return form }
    var written: String?
    var reader = WordReader()
    text.withUTF8 { bytes in
      reader.read(bytes) { word in
        guard written == nil, word.folded.elementsEqual(form.utf8) else { return }
        written = String(decoding: bytes[word.source], as: UTF8.self).lowercased()
      }
    }
    return written ?? form
  }
}
