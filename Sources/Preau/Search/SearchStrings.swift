/// What the search say.
struct SearchStrings: Sendable {
  static let french = SearchStrings()
  static let english = SearchStrings()
}
