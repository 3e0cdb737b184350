/// The log-in name of a member who has left, in what anybody wrote: `@name`.
struct CalledName {
  private let login: String

  /// - Parameter login: folded, as it was stored.
  init(_ login: String) { self.login = login }

  /// What stands in its place. Posts are in French, whatever the language of the site's words.
  static let replacement = "«\u{00A0}compte supprimé\u{00A0}»"

  /// `source` without the name, in code as well; nil when it is not there.
  func erased(from source: String) -> String? {
    let text = Array(source)
    var kept = ""
    var isFound = false
    var index = 0
    while index < text.count {
      let isCall = text[index] == "@" && (index == 0 || !Self.isOfName(text[index - 1]))
      if isCall, let end = self.end(of: text, from: index + 1) {
        kept += Self.replacement
        index = end
        isFound = true
      } else {
        kept.append(text[index])
        index += 1
      }
    }
    return isFound ? kept : nil
  }

  /// Where the name ends that begins at `start`, if it is this one: a full stop or a hyphen may
  /// close the sentence.
  private func end(of text: [Character], from start: Int) -> Int? {
    var end = text[start...].firstIndex { !Self.isOfName($0) } ?? text.count
    while end > start {
      if LogInName.fold(String(text[start..<end])) == login { return end }
      guard text[end - 1] == "." || text[end - 1] == "-" else { return nil }
      end -= 1
    }
    return nil
  }

  private static func isOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "." || character == "-"
      || character == "_"
  }
}
