/// What spaces say.
struct SpaceStrings: Sendable {
  static let french = SpaceStrings()
  static let english = SpaceStrings()
}
