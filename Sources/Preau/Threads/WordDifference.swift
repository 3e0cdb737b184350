/// What changed between two texts, word by word.
enum WordDifference {
  enum Change: Equatable { case kept, added, removed }

  struct Run: Equatable {
    let change: Change
    let text: String
  }

  /// Beyond this many pairs of words to compare, the changed middle is shown as a whole.
  private static let mostPairs = 250_000

  /// The runs that, without the removed ones, give `new`; without the added ones, `old`.
  ///
  /// Longest common subsequence of the words between the common start and end: at most
  /// ``mostPairs`` steps. Words are compared as numbers, each standing for one word.
  static func runs(from old: String, to new: String) -> [Run] {
    var numbers: [Substring: Int32] = [:]
    let one = Words(old, &numbers)
    let other = Words(new, &numbers)
    var start = 0
    while start < one.count, start < other.count, one.numbers[start] == other.numbers[start] {
      start += 1
    }
    var end = 0
    while end < one.count - start, end < other.count - start,
      one.numbers[one.count - 1 - end] == other.numbers[other.count - 1 - end]
    { end += 1 }
    var runs: [Run] = []
    append(.kept, one.texts[..<start], to: &runs)
    compare(
      one.part(start..<(one.count - end)), other.part(start..<(other.count - end)), into: &runs)
    append(.kept, one.texts[(one.count - end)...], to: &runs)
    return runs
  }

  /// Words with the numbers that stand for them.
  private struct Words {
    let texts: [Substring]
    let numbers: [Int32]
    var count: Int { texts.count }

    init(_ text: String, _ known: inout [Substring: Int32]) {
      texts = WordDifference.words(of: text)
      var numbers: [Int32] = []
      numbers.reserveCapacity(texts.count)
      for word in texts {
        let number = known[word] ?? Int32(known.count)
        known[word] = number
        numbers.append(number)
      }
      self.numbers = numbers
    }

    private init(texts: [Substring], numbers: [Int32]) {
      self.texts = texts
      self.numbers = numbers
    }

    func part(_ range: Range<Int>) -> Words {
      Words(texts: Array(texts[range]), numbers: Array(numbers[range]))
    }
  }

  private static func compare(_ old: Words, _ new: Words, into runs: inout [Run]) {
    if old.count * new.count > mostPairs || old.count == 0 || new.count == 0 {
      append(.removed, old.texts[...], to: &runs)
      append(.added, new.texts[...], to: &runs)
      return
    }
    let lengths = commonLengths(old.numbers, new.numbers)
    let width = new.count + 1
    var i = 0
    var j = 0
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, old.numbers[i] == new.numbers[j] {
        append(.kept, old.texts[i...i], to: &runs)
        i += 1
        j += 1
      } else if j == new.count
        || (i < old.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
      {
        append(.removed, old.texts[i...i], to: &runs)
        i += 1
      } else {
        append(.added, new.texts[j...j], to: &runs)
        j += 1
      }
    }
  }

  /// For each pair of places, how many words the rests of both have in common, in order.
  private static func commonLengths(_ old: [Int32], _ new: [Int32]) -> [Int32] {
    let width = new.count + 1
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        lengths[i * width + j] =
          old[i] == new[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    return lengths
  }

  private static func append(_ change: Change, _ words: ArraySlice<Substring>, to runs: inout [Run])
  {
    if words.isEmpty { return }
    let text = words.joined()
    if let last = runs.last, last.change == change {
      runs[runs.count - 1] = Run(change: change, text: last.text + text)
    } else {
      runs.append(Run(change: change, text: text))
    }
  }

  /// Words and the white space between them, each on its own, nothing lost.
  private static func words(of text: String) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    while start < text.endIndex {
      let isSpace = text[start].isWhitespace
      let end = text[start...].firstIndex { $0.isWhitespace != isSpace } ?? text.endIndex
      words.append(text[start..<end])
      start = end
    }
    return words
  }
}
