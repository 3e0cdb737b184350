/// Lines of a text that are to become others, with a few lines around them by which they are known
/// again, and read, wherever they stand.
struct TextHunk: Equatable, Sendable {
  /// The line of the old text from which on it changes, from 0.
  let line: Int
  let before: [String]
  let removed: [String]
  let added: [String]
  let after: [String]

  static let linesAround = 2

  /// The passage as it was, with what stands around it.
  var old: [String] { before + removed + after }
  /// The passage as it is wanted.
  var new: [String] { before + added + after }

  /// What makes `new` of `old`.
  static func hunks(from old: String, to new: String) -> [TextHunk] {
    let (one, other) = (old.lines, new.lines)
    return SequenceDifference.edits(from: one, to: other).map { edit in
      let (start, end) = (edit.old.lowerBound, edit.old.upperBound)
      return TextHunk(
        line: start, before: Array(one[max(0, start - linesAround)..<start]),
        removed: Array(one[edit.old]), added: Array(other[edit.new]),
        after: Array(one[end..<min(one.count, end + linesAround)]))
    }
  }

  /// The text with all of them done, each at its line; nil when it is not the text they were made for.
  static func apply(_ hunks: [TextHunk], to text: String) -> String? {
    let lines = text.lines
    var made: [String] = []
    var place = 0
    for hunk in hunks {
      let end = hunk.line + hunk.removed.count
      guard hunk.line >= place, end <= lines.count,
        lines[hunk.line..<end].elementsEqual(hunk.removed)
      else { return nil }
      made += lines[place..<hunk.line] + hunk.added
      place = end
    }
    return (made + lines[place...]).joined(separator: "\n")
  }

  /// The text with all of them done, each where its passage stands by now, with the lines around it,
  /// once and unchanged; nil when one does not.
  static func move(_ hunks: [TextHunk], to text: String) -> String? {
    var lines = text.lines
    for hunk in hunks {
      guard let start = hunk.place(in: lines) else { return nil }
      let first = start + hunk.before.count
      lines.replaceSubrange(first..<(first + hunk.removed.count), with: hunk.added)
    }
    return lines.joined(separator: "\n")
  }

  /// Where the passage begins with what stands before it. Blank lines alone are no passage.
  private func place(in lines: [String]) -> Int? {
    let wanted = old
    guard wanted.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { return nil }
    var found: Int?
    var start = 0
    while start + wanted.count <= lines.count {
      if lines[start] == wanted[0], lines[start..<(start + wanted.count)].elementsEqual(wanted) {
        if found != nil { return nil }
        found = start
      }
      start += 1
    }
    return found
  }
}

/// A change that was made to one version, asked of a later one.
enum Rebase: Equatable {
  /// Nothing stands in the way: the later text with the change.
  case clean(String)
  /// It says so already.
  case done
  /// The passage has changed too: somebody has to look.
  case conflict

  /// - Parameters:
  ///   - base: the text that the hunks were made for.
  ///   - text: as it is by now.
  init(_ hunks: [TextHunk], from base: String, onto text: String) {
    guard let wanted = TextHunk.apply(hunks, to: base) else {
      self = .conflict
      return
    }
    guard let made = TextMerge.merge(text, wanted, over: base) ?? TextHunk.move(hunks, to: text)
    else {
      self = .conflict
      return
    }
    self = made == text ? .done : .clean(made)
  }
}
