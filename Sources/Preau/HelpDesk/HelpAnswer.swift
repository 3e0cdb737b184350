import SQLite

/// An answer that serves again (*réponse type*), owned by a space.
struct HelpAnswer: Sendable {
  typealias ID = Number<HelpAnswer>
  let id: ID
  /// What helpers choose it by.
  let name: String
  /// Markdown, with variables: see ``HelpAnswerWords``.
  let body: String

  /// In characters.
  static let longestName = 80
  static let longestBody = 5_000
  /// Of one space: the list of a form stays one that a person can look through.
  static let most = 200
}

/// An answer as it was typed.
struct HelpAnswerDraft {
  var name = ""
  var body = ""
  var problem: Problem?

  enum Problem: Error {
    case nameMissing, bodyMissing, bodyTooLong, tooMany
  }

  /// - Throws: the first ``Problem``, in the order of the form.
  func checked() throws(Problem) -> (name: String, body: String) {
    let name = String(name.oneLine.prefix(HelpAnswer.longestName))
    if name.isEmpty { throw .nameMissing }
    let body = body.withUnixLines
    if body.allSatisfy(\.isWhitespace) { throw .bodyMissing }
    guard body.utf8.count <= 4 * HelpAnswer.longestBody, body.count <= HelpAnswer.longestBody
    else { throw .bodyTooLong }
    return (name, body)
  }
}

/// What the variables of an answer stand for in one thread.
struct HelpAnswerWords {
  /// The asker's first name; empty where readers of the thread may not know it.
  let firstName: String
  let space: String
  let title: String
  /// The address of the thread.
  let link: String

  static let names = ["prénom", "espace", "titre", "lien"]

  /// The text with each `{name}` replaced; what is no variable stays as it was written.
  func fill(_ text: String) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}"),
        let value = value(of: rest[rest.index(after: open)..<close])
      else {
        filled += "{"
        rest = rest.dropFirst()
        continue
      }
      // « Bonjour {prénom}, » without a name is « Bonjour, ».
      if value.isEmpty, filled.last == " " { filled.removeLast() }
      filled += value
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private func value(of name: Substring) -> String? {
    switch name.lowercased() {
    case "prénom": firstName
    case "espace": space
    case "titre": title
    case "lien": link
    default: nil
    }
  }
}
