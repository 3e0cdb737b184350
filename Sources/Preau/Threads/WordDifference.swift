/// What changed between two texts, word by word.
enum WordDifference {
  enum Change: Equatable { case kept, added, removed }

  struct Run: Equatable {
    let change: Change
    let text: String
  }

  /// Beyond this many pairs of words to compare, the changed middle is shown as a whole.
  private static let mostPairs = 4_000_000

  /// The runs that, without the removed ones, give `new`; without the added ones, `old`.
  ///
  /// Longest common subsequence of the words between the common start and end: at most
  /// ``mostPairs`` steps.
  static func runs(from old: String, to new: String) -> [Run] {
    let one = words(of: old)
    let other = words(of: new)
    var start = 0
    while start < one.count, start < other.count, one[start] == other[start] { start += 1 }
    var end = 0
    while end < one.count - start, end < other.count - start,
      one[one.count - 1 - end] == other[other.count - 1 - end]
    { end += 1 }
    let removed = Array(one[start..<(one.count - end)])
    let added = Array(other[start..<(other.count - end)])
    var runs: [Run] = []
    append(.kept, one[..<start], to: &runs)
    compare(removed, added, into: &runs)
    append(.kept, one[(one.count - end)...], to: &runs)
    return runs
  }

  private static func compare(
    _ old: [Substring], _ new: [Substring], into runs: inout [Run]
  ) {
    if old.count * new.count > mostPairs || old.isEmpty || new.isEmpty {
      append(.removed, old[...], to: &runs)
      append(.added, new[...], to: &runs)
      return
    }
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
    var i = 0
    var j = 0
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, old[i] == new[j] {
        append(.kept, old[i...i], to: &runs)
        i += 1
        j += 1
      } else if j == new.count
        || (i < old.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
      {
        append(.removed, old[i...i], to: &runs)
        i += 1
      } else {
        append(.added, new[j...j], to: &runs)
        j += 1
      }
    }
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
