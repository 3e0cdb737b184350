/// What the site says of tutorials beside a question.
struct AnsweringStrings: Sendable {
  /// Whether one of them was validated.
  let title: @Sendable (Bool) -> String

  static let french = AnsweringStrings(
    title: { $0 ? "Un tutoriel validé y répond peut-être" : "Un tutoriel y répond peut-être" })

  static let english = AnsweringStrings(
    title: { $0 ? "A validated tutorial may answer this" : "A tutorial may answer this" })
}
