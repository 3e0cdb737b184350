/// An e-mail address that a member chose to give. Never needed, never shown.
struct EmailAddress: Sendable, Equatable {
  let text: String

  struct Malformed: Error, Equatable {}

  /// - Throws: ``Malformed`` for what cannot be an address; whether it reaches anyone is not asked.
  init(typed: String) throws(Malformed) {
    let folded = LogInName.fold(typed)
    let parts = folded.split(separator: "@", omittingEmptySubsequences: false)
    guard folded.utf8.count <= 254, parts.count == 2, (1...64).contains(parts[0].utf8.count),
      !parts[1].isEmpty, !parts[1].hasPrefix("."), !parts[1].hasSuffix("."),
      !parts[1].contains(".."),
      folded.unicodeScalars.allSatisfy({
        $0.value > 0x20 && $0.value != 0x7F && !"<>()[]\\,;:\"".unicodeScalars.contains($0)
      })
    else { throw Malformed() }
    text = folded
  }
}
