// Which tutorials may answer a question, by the words that both have.
// (1) A word tells the more, the fewer tutorials have it.
// (2) One word in common is no answer, unless the question has no other.
// (3) What is shared must weigh a fair part of what the question is about: a suggestion that is often
//     wrong is soon no longer read.
// It is an index of its own, in memory: tutorials are counted in thousands where posts are counted in
// hundreds of thousands, and the search's index would look at all posts with the word first.

import Glibc

/// What a question is about.
struct AskedWords: Sendable {
  let title: String
  var body = ""
  /// Slugs of its tags and concepts.
  var tags: [String] = []
}

/// Published tutorials by their words. A value; whoever shares it guards it.
struct AnswerIndex: Sendable {
  /// A tutorial as it is indexed.
  struct Source: Sendable {
    let tutorial: Tutorial.ID
    let title: String
    let summary: String
    /// Slugs of its tags and concepts.
    let tags: [String]
  }

  /// What a word is worth where it stands.
  static let inTitle = 1.0
  static let inTag = 0.8
  static let inSummary = 0.5
  static let inBody = 0.3
  /// Of what the question's title and tags weigh, this share must be met at least.
  static let leastShare = 0.3
  /// Of a long text, so much is read.
  static let longestText = 4_096

  private var tutorials: [Tutorial.ID] = []
  /// The tutorials that have a word, by their place, and what it is worth there.
  private var places: [String: [(place: Int, worth: Double)]] = [:]

  init(_ sources: some Sequence<Source>, _ stemmer: FrenchStemmer) {
    for source in sources {
      var words = Self.worth(source.title, Self.inTitle, stemmer)
      words.merge(Self.worth(source.summary, Self.inSummary, stemmer), uniquingKeysWith: max)
      words.merge(Self.worth(of: source.tags, Self.inTag, stemmer), uniquingKeysWith: max)
      for (word, worth) in words { places[word, default: []].append((tutorials.count, worth)) }
      tutorials.append(source.tutorial)
    }
  }

  /// Tutorials that may answer, the nearest first.
  func find(_ asked: AskedWords, most: Int, _ stemmer: FrenchStemmer) -> [Tutorial.ID] {
    var words = Self.worth(asked.title, Self.inTitle, stemmer)
    words.merge(Self.worth(of: asked.tags, Self.inTag, stemmer), uniquingKeysWith: max)
    let needed = words.reduce(0) { $0 + $1.value * weight($1.key) }
    let shared = min(2, words.count)
    words.merge(Self.worth(asked.body, Self.inBody, stemmer), uniquingKeysWith: max)
    var scores: [Int: (score: Double, shared: Int)] = [:]
    for (word, worth) in words {
      let weight = weight(word)
      for found in places[word] ?? [] {
        scores[found.place, default: (0, 0)].score += worth * weight * found.worth
        scores[found.place, default: (0, 0)].shared += 1
      }
    }
    return scores.filter { _, found in
      found.shared >= shared && found.score >= needed * Self.leastShare
    }.sorted { one, other in
      (one.value.score, one.key) > (other.value.score, other.key)
    }.prefix(most).map { tutorials[$0.key] }
  }

  /// A word that no tutorial has weighs as much as one that a single one has.
  private func weight(_ word: String) -> Double {
    log2(1 + Double(tutorials.count) / Double(max(1, places[word]?.count ?? 0)))
  }

  private static func worth(
    of tags: [String], _ worth: Double, _ stemmer: FrenchStemmer
  ) -> [String: Double] {
    let words = tags.map { String($0.map { $0 == "-" ? " " : $0 }) }.joined(separator: " ")
    return self.worth(words, worth, stemmer)
  }

  /// The telling words of a text, without their endings.
  private static func worth(
    _ text: String, _ worth: Double, _ stemmer: FrenchStemmer
  ) -> [String: Double] {
    let start = String(decoding: text.utf8.prefix(longestText), as: UTF8.self)
    var words: [String: Double] = [:]
    for word in SearchWord.all(in: start) where !word.isFunctionWord {
      for form in word.parts.isEmpty ? [word.form] : word.parts
      where form.utf8.count >= 3 && !FunctionWords.contain(form) {
        words[stemmer.token(for: form) ?? form] = worth
      }
    }
    return words
  }
}
