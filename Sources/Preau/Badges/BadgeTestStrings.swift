/// What the documents of a test say, whatever the language of who reads them: nobody is to take one
/// for a badge.
enum BadgeTestWords {
  static let sentence =
    "Ceci est un essai\u{00A0}: ce badge n’atteste rien. This is a test: it certifies nothing."

  static func name(_ name: String, isTest: Bool) -> String {
    isTest ? "Essai / Test\u{00A0}: " + name : name
  }

  static func words(_ words: String, isTest: Bool) -> String {
    guard isTest else { return words }
    return words.isEmpty ? sentence : sentence + "\n\n" + words
  }
}
