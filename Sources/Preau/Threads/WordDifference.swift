/// What changed between two texts, word by word.
enum WordDifference {
  enum Change: Equatable { case kept, added, removed }

  struct Run: Equatable {
    let change: Change
    let text: String
  }

  /// The runs that, without the removed ones, give `new`; without the added ones, `old`.
  static func runs(from old: String, to new: String) -> [Run] {
    let one = words(of: old)
    let other = words(of: new)
    var runs: [Run] = []
    var place = 0
    for edit in joined(SequenceDifference.edits(from: one, to: other), one) {
      append(.kept, one[place..<edit.old.lowerBound], to: &runs)
      append(.removed, one[edit.old], to: &runs)
      append(.added, other[edit.new], to: &runs)
      place = edit.old.upperBound
    }
    append(.kept, one[place...], to: &runs)
    return runs
  }

  /// Words that change one after the other are read as one change: the blank between two of them is
  /// no reason to cut it.
  private static func joined(
    _ edits: [SequenceDifference.Edit], _ old: [Substring]
  ) -> [SequenceDifference.Edit] {
    var joined: [SequenceDifference.Edit] = []
    for edit in edits {
      guard let last = joined.last else {
        joined.append(edit)
        continue
      }
      let between = old[last.old.upperBound..<edit.old.lowerBound]
      if between.allSatisfy({ $0.allSatisfy { $0.isWhitespace && !$0.isNewline } }) {
        joined[joined.count - 1] = SequenceDifference.Edit(
          old: last.old.lowerBound..<edit.old.upperBound,
          new: last.new.lowerBound..<edit.new.upperBound)
      } else {
        joined.append(edit)
      }
    }
    return joined
  }

  private static func append(_ change: Change, _ words: ArraySlice<Substring>, to runs: inout [Run])
  {
    if words.isEmpty { return }
    runs.append(Run(change: change, text: words.joined()))
  }

  /// Words and the white space between them, each on its own, nothing lost.
  static func words(of text: String) -> [Substring] {
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
