/// What threads say.
struct ThreadStrings: Sendable {
  static let french = ThreadStrings()
  static let english = ThreadStrings()
}
