// Putting two changes of one text together keeps three promises:
// (1) What only one of them changed is as that one wants it; what both changed alike stands once.
// (2) Where both changed the same words, or words that stand close in one line, nothing is guessed:
//     there is no result.
// (3) The time is bounded, whatever the texts are: see ``SequenceDifference``.

/// Two changes of one text, put together: by lines, and inside lines that both changed, by words.
enum TextMerge {
  /// In one line, as many tokens (words and the blanks between them) have to stand unchanged between
  /// two changes, for « 200 g » must not become « 250 kg » by the will of two.
  private static let tokensBetween = 6

  /// - Returns: nil where both touch the same words.
  static func merge(_ one: String, _ other: String, over base: String) -> String? {
    if one == other || other == base { return one }
    if one == base { return other }
    return merge(one.lines, other.lines, over: base.lines)?.joined(separator: "\n")
  }

  private static func merge(
    _ one: [String], _ other: [String], over base: [String]
  ) -> [String]? {
    let ours = SequenceDifference.edits(from: base, to: one)[...]
    let theirs = SequenceDifference.edits(from: base, to: other)[...]
    var merged: [String] = []
    var place = 0
    var (i, j) = (0, 0)
    func take(_ edit: SequenceDifference.Edit, _ lines: [String]) {
      merged += base[place..<edit.old.lowerBound] + lines[edit.new]
      place = edit.old.upperBound
    }
    while i < ours.count || j < theirs.count {
      if i < ours.count, j < theirs.count, touch(ours[i].old, theirs[j].old) {
        let met = cluster(ours[i...], theirs[j...])
        let solved = solve(
          Array(base[met.hull]), applied(ours[i..<met.ours], one, base, met.hull),
          applied(theirs[j..<met.theirs], other, base, met.hull))
        guard let solved else { return nil }
        merged += base[place..<met.hull.lowerBound] + solved
        place = met.hull.upperBound
        (i, j) = (met.ours, met.theirs)
      } else if j == theirs.count || (i < ours.count && ours[i].old.comes(before: theirs[j].old)) {
        take(ours[i], one)
        i += 1
      } else {
        take(theirs[j], other)
        j += 1
      }
    }
    return merged + base[place...]
  }

  /// Whether two stretches have something in common, or are one place where something is put in.
  private static func touch(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one == other || one.lowerBound < other.upperBound && other.lowerBound < one.upperBound
  }

  /// The edits of both that touch each other, one after the other, from the first of each on.
  private static func cluster(
    _ ours: ArraySlice<SequenceDifference.Edit>, _ theirs: ArraySlice<SequenceDifference.Edit>
  ) -> (hull: Range<Int>, ours: Int, theirs: Int) {
    var (i, j) = (ours.startIndex + 1, theirs.startIndex + 1)
    var hull = ours[ours.startIndex].old.hull(with: theirs[theirs.startIndex].old)
    while true {
      if i < ours.endIndex, touch(ours[i].old, hull) {
        hull = hull.hull(with: ours[i].old)
        i += 1
      } else if j < theirs.endIndex, touch(theirs[j].old, hull) {
        hull = hull.hull(with: theirs[j].old)
        j += 1
      } else {
        return (hull, i, j)
      }
    }
  }

  /// What one of them makes of a stretch.
  private static func applied<Token>(
    _ edits: ArraySlice<SequenceDifference.Edit>, _ new: [Token], _ base: [Token],
    _ hull: Range<Int>
  ) -> [Token] {
    var made: [Token] = []
    var place = hull.lowerBound
    for edit in edits {
      made += base[place..<edit.old.lowerBound] + new[edit.new]
      place = edit.old.upperBound
    }
    return made + base[place..<hull.upperBound]
  }

  private static func solve(_ base: [String], _ one: [String], _ other: [String]) -> [String]? {
    if one == other || other == base { return one }
    if one == base { return other }
    return words(
      one.joined(separator: "\n"), other.joined(separator: "\n"),
      over: base.joined(separator: "\n")
    ).map { [$0] }
  }

  // MARK: Words

  private static func words(_ one: String, _ other: String, over base: String) -> String? {
    let (base, one, other) = (
      WordDifference.words(of: base), WordDifference.words(of: one), WordDifference.words(of: other)
    )
    let ours = SequenceDifference.edits(from: base, to: one)
    let theirs = SequenceDifference.edits(from: base, to: other)
    var edits = ours.map { (old: $0.old, new: one[$0.new]) }
    for edit in theirs {
      let new = other[edit.new]
      if edits.contains(where: { $0.old == edit.old && $0.new.elementsEqual(new) }) { continue }
      if ours.contains(where: { isClose($0.old, edit.old) }) { return nil }
      edits.append((edit.old, new))
    }
    var made = ""
    var place = 0
    for edit in edits.sorted(by: { $0.old.comes(before: $1.old) }) {
      made += base[place..<edit.old.lowerBound].joined() + edit.new.joined()
      place = edit.old.upperBound
    }
    return made + base[place...].joined()
  }

  private static func isClose(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one.lowerBound < other.upperBound + tokensBetween
      && other.lowerBound < one.upperBound + tokensBetween
  }
}

extension Range<Int> {
  /// What is put in at a place comes before what is changed from there on.
  fileprivate func comes(before other: Range<Int>) -> Bool {
    (lowerBound, upperBound) < (other.lowerBound, other.upperBound)
  }

  fileprivate func hull(with other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}

extension String {
  /// Its lines without their ends; joined by newlines they are the text again.
  var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
