import Glibc

/// How well one document answers a query. Pure: the same counts give the same score.
///
/// BM25 (Robertson and Zaragoza 2009) for the body, with three changes that suit short texts and
/// small communities: the weight of a word is never zero or negative, even when every document
/// holds it; lengths are compared with a fixed one; a form that was not typed counts half.
struct SearchRanking {
  /// What the index knows of a document that was found.
  struct Document {
    let number: Int
    let created: Int64
    let titleWords: Int
    let bodyWords: Int
    let hits: SearchHits
  }

  /// The phrases that stand for each term, by their numbers in the expression.
  private let ways: [[Way]]
  /// One for each term; 1 where rarity does not matter.
  let termWeights: [Double]
  /// Whole seconds since 1970, UTC.
  let now: Int64
  /// Who holds more of the terms comes first, however rare they are.
  let prefersMoreTerms: Bool

  private struct Way {
    let phrase: Int
    let quality: Double
  }

  init(
    _ expression: SearchExpression, weights: [Double], now: Int64, prefersMoreTerms: Bool = false
  ) {
    var ways = weights.map { _ in [Way]() }
    for (number, phrase) in expression.phrases.enumerated() where phrase.quality > 0 {
      ways[phrase.term].append(Way(phrase: number, quality: phrase.quality))
    }
    self.ways = ways
    self.termWeights = weights
    self.now = now
    self.prefersMoreTerms = prefersMoreTerms
  }

  /// A word in the title says four times more than one in the text.
  static let titleWeight = 4.0
  /// How soon more of the same word says nothing new (BM25's k1), and how much a long text is held
  /// against it (b), for a usual length in words.
  static let saturation = 1.2
  static let lengthWeight = 0.4
  static let usualLength = 80.0
  /// What is written now gains this share, half of it after a year.
  static let freshness = 0.15
  static let halfLife = 365.0 * 86_400
  /// More than a term can bring by being rare.
  static let heldTerm = 1000.0
  /// Of equal posts the first of a thread comes.
  static let firstPostBonus = 0.05

  /// BM25's weight of a word that `holding` of `all` documents hold, always above zero.
  static func weight(holding: Int, of all: Int) -> Double {
    log1p((max(0, Double(all - holding)) + 0.5) / (Double(holding) + 0.5))
  }

  func score(_ document: Document) -> Double {
    var sum = document.number == 1 ? Self.firstPostBonus : 0
    var held = 0
    for term in termWeights.indices {
      let met = meet(term, in: document)
      sum += termWeights[term] * (met.title * titleFactor(document) + met.body)
      if met.title + met.body > 0 { held += 1 }
    }
    let preference = prefersMoreTerms ? Self.heldTerm * Double(held) : 0
    return preference + sum * (1 + freshness(of: document))
  }

  /// How well a term is met in the title (0 to 1) and in the body.
  private func meet(_ term: Int, in document: Document) -> (title: Double, body: Double) {
    var title = 0.0
    var quality = 0.0
    var count = 0
    for way in ways[term] {
      if document.hits.inTitle(way.phrase) > 0 { title = max(title, way.quality) }
      let inBody = document.hits.inBody(way.phrase)
      guard inBody > 0 else { continue }
      quality = max(quality, way.quality)
      count = max(count, inBody)
    }
    if count == 0 { return (title, 0) }
    return (title, quality * saturated(Double(count), length: Double(document.bodyWords)))
  }

  private func saturated(_ count: Double, length: Double) -> Double {
    let norm = 1 - Self.lengthWeight + Self.lengthWeight * length / Self.usualLength
    return count * (Self.saturation + 1) / (count + Self.saturation * norm)
  }

  /// Of titles that say the same, one of few other words is more to the point.
  private func titleFactor(_ document: Document) -> Double {
    let share = Double(termWeights.count) / Double(max(document.titleWords, 1))
    return Self.titleWeight * (0.9 + 0.1 * min(1, share))
  }

  private func freshness(of document: Document) -> Double {
    let age = max(0, Double(now - document.created))
    return Self.freshness * exp2(-age / Self.halfLife)
  }
}
