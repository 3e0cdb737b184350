/// Looking for someone of the site by name, whatever the accents and capitals.
struct MemberSearch: Sendable {
  /// What was typed.
  let text: String
  private let folded: String

  static let mostFound = 20

  /// - Returns: nil when there is nothing to look for.
  init?(_ typed: String) {
    text = String(typed.prefix(100)).oneLine
    if text.isEmpty { return nil }
    folded = Slug.make(from: text)
  }

  /// A pattern of SQL's LIKE that lets pass every name that ``matches(_:)``: a letter that may bear
  /// an accent stands for any character, since LIKE folds the case of ASCII letters only.
  var pattern: String {
    let letters = text.lowercased().unicodeScalars.map { scalar -> String in
      switch scalar {
      case "a", "c", "e", "i", "n", "o", "u", "y": "_"
      case "b"..."z", "0"..."9": String(scalar)
      default: "%"
      }
    }
    return "%" + letters.joined() + "%"
  }

  func matches(_ name: String) -> Bool { Slug.make(from: name).contains(folded) }
}
