/// The log-in name of a member who has left, in what anybody wrote: `@name`.
struct CalledName {
  private let login: String

  /// - Parameter login: folded, as it was stored.
  init(_ login: String) { self.login = login }

  /// What stands in its place. Posts are in French, whatever the language of the site's words.
  static let replacement = "«\u{00A0}compte supprimé\u{00A0}»"

  /// `source` without the name; nil when nobody is called by it there.
  func erased(from source: String) -> String? {
    var isFound = false
    let text = Mentions.replaced(in: source) { name in
      guard LogInName.fold(name) == login else { return nil }
      isFound = true
      return Self.replacement
    }
    return isFound ? text : nil
  }
}
