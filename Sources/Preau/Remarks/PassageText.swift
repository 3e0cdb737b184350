// How a passage is found again:
// (1) Letters and figures decide, without case and accents; blanks, marks and dashes do not count, so
//     that typed words find typeset ones.
// (2) Where the words stand several times, what stands around them decides.
// (3) Words that have changed are found while a fifth of their letters, and no more, differ.
// (4) The time is bounded: as long as the text for (1) and (2), times the letters that may differ,
//     in the mean, for (3).

/// The text of one version as it is read, in which passages are searched.
struct PassageText {
  private let scalars: [Unicode.Scalar]
  /// What counts of it, and which scalar each stands for.
  private let letters: [UInt32]
  private let places: [Int]
  /// From which scalar on each section goes.
  private let sections: [(start: Int, section: TutorialSection)]

  init(_ body: TutorialBody) {
    var scalars: [Unicode.Scalar] = []
    var sections: [(start: Int, section: TutorialSection)] = []
    for part in body.parts {
      let words = part.words
      if !words.isEmpty, !scalars.isEmpty { scalars.append("\n") }
      if case .heading(let section, _) = part { sections.append((scalars.count, section)) }
      scalars += words.unicodeScalars
    }
    self.sections = sections
    self.scalars = scalars
    (letters, places) = Self.folded(scalars)
  }

  private static func folded(_ scalars: [Unicode.Scalar]) -> (letters: [UInt32], places: [Int]) {
    var letters: [UInt32] = []
    var places: [Int] = []
    for (index, scalar) in scalars.enumerated() {
      let folding = Folding.of(scalar)
      guard folding.kind == .letter || folding.kind == .sign else { continue }
      letters.append(folding.bytes)
      places.append(index)
    }
    return (letters, places)
  }

  private static func letters(_ text: String) -> [UInt32] {
    folded(Array(text.unicodeScalars)).letters
  }

  // MARK: What stands where

  static let lettersAround = 40

  /// The words of a stretch, with what stands around them.
  func quote(_ range: Range<Int>) -> PassageQuote {
    let before = max(0, range.lowerBound - Self.lettersAround)
    let after = min(scalars.count, range.upperBound + Self.lettersAround)
    return PassageQuote(
      exact: text(range), prefix: text(before..<range.lowerBound),
      suffix: text(range.upperBound..<after))
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  func section(at place: Int) -> TutorialSection? {
    sections.last { $0.start <= place }?.section
  }

  // MARK: Searching

  /// Where the words stand, each as they are written but for (1).
  func find(_ quote: PassageQuote) -> Range<Int>? {
    let wanted = Self.letters(quote.exact)
    guard !wanted.isEmpty else { return nil }
    let around = (Self.letters(quote.prefix), Self.letters(quote.suffix))
    var best: (score: Int, start: Int)?
    for start in occurrences(of: wanted) {
      let score = context(around, start..<(start + wanted.count))
      if score > best?.score ?? -1 { best = (score, start) }
    }
    return best.map { stretch($0.start..<($0.start + wanted.count)) }
  }

  private func stretch(_ found: Range<Int>) -> Range<Int> {
    places[found.lowerBound]..<(places[found.upperBound - 1] + 1)
  }

  /// Knuth, Morris and Pratt: each letter of the text is looked at once or twice.
  private func occurrences(of wanted: [UInt32]) -> [Int] {
    var borders = [0]
    var length = 0
    for index in wanted.indices.dropFirst() {
      while length > 0, wanted[index] != wanted[length] { length = borders[length - 1] }
      if wanted[index] == wanted[length] { length += 1 }
      borders.append(length)
    }
    var found: [Int] = []
    length = 0
    for (index, letter) in letters.enumerated() {
      while length > 0, letter != wanted[length] { length = borders[length - 1] }
      if letter == wanted[length] { length += 1 }
      if length == wanted.count {
        found.append(index + 1 - length)
        length = borders[length - 1]
      }
    }
    return found
  }

  /// How many letters around a stretch are those that were around it.
  private func context(
    _ around: (before: [UInt32], after: [UInt32]), _ found: Range<Int>
  ) -> Int {
    let before = zip(around.before.reversed(), letters[..<found.lowerBound].reversed())
    let after = zip(around.after, letters[found.upperBound...])
    return before.prefix { $0 == $1 }.count + after.prefix { $0 == $1 }.count
  }

  // MARK: Searching what has changed

  /// Of longer passages, the beginning is searched.
  private static let longestSearched = 200

  /// Where words stand that differ from those by a fifth at most; the nearest, and of those the one
  /// with the same words around it.
  func findNearly(_ quote: PassageQuote) -> Range<Int>? {
    let wanted = Array(Self.letters(quote.exact).prefix(Self.longestSearched))
    let most = wanted.count / 5
    guard most > 0 else { return nil }
    let around = (Self.letters(quote.prefix), Self.letters(quote.suffix))
    var best: (cost: Int, score: Int, found: Range<Int>)?
    nearly(wanted, most) { cost, found in
      guard cost <= best?.cost ?? most else { return }
      let score = context(around, found)
      if let known = best, known.cost == cost, known.score >= score { return }
      best = (cost, score, found)
    }
    return best.map { stretch($0.found) }
  }

  /// Sellers' alignment, cut off where no row can come below `most` any more (Ukkonen 1985).
  private func nearly(_ wanted: [UInt32], _ most: Int, _ take: (Int, Range<Int>) -> Void) {
    var costs = Array(0...wanted.count)
    var starts = [Int](repeating: 0, count: wanted.count + 1)
    var last = most
    for (index, letter) in letters.enumerated() {
      var before = (cost: 0, start: index)
      starts[0] = index + 1
      if last < wanted.count {
        last += 1
        costs[last] = most + 1
      }
      for row in 1...last {
        let above = (cost: costs[row], start: starts[row])
        var cost = before.cost + (wanted[row - 1] == letter ? 0 : 1)
        var start = before.start
        if above.cost + 1 < cost { (cost, start) = (above.cost + 1, above.start) }
        if costs[row - 1] + 1 < cost { (cost, start) = (costs[row - 1] + 1, starts[row - 1]) }
        costs[row] = min(cost, most + 1)
        starts[row] = start
        before = above
      }
      while costs[last] > most { last -= 1 }
      if last == wanted.count, starts[last] <= index {
        take(costs[last], starts[last]..<(index + 1))
      }
    }
  }
}

extension TutorialBody.Part {
  /// What one reads of it.
  fileprivate var words: String {
    switch self {
    case .text(let html), .heading(_, let html), .remark(_, _, let html): html.plainText
    case .picture(let picture): picture.caption
    case .film(let film): film.words
    case .passage: ""
    }
  }
}
