/// Who sends or receives: an address, and a name for people.
public struct Mailbox: Sendable, Equatable {
  /// As it stands in the envelope.
  public let address: String
  /// Empty: none.
  public let name: String

  /// - Returns: nil for an address that the protocol cannot carry without an extension (RFC 6531):
  ///   other than ASCII, or with a character that has a meaning of its own in a header.
  public init?(_ address: String, name: String = "") {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, address.utf8.count <= 254,
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"<>()[]\\,;:\"".utf8.contains($0) })
    else { return nil }
    self.address = address
    self.name = name
  }

  /// Reads `a@b` or `Some Name <a@b>`.
  public init?(written text: String) {
    guard let start = text.firstIndex(of: "<") else {
      self.init(text)
      return
    }
    guard text.last == ">" else { return nil }
    let name = text[..<start].drop { $0 == " " }
    let end = name.lastIndex { $0 != " " }.map { name.index(after: $0) } ?? name.startIndex
    self.init(
      String(text[text.index(after: start)...].dropLast()), name: String(name[..<end]))
  }

  /// As it stands in a header.
  var header: String {
    name.isEmpty ? address : HeaderText.phrase(name) + " <\(address)>"
  }

  /// What follows the @.
  public var domain: Substring { address.split(separator: "@").last ?? "" }
}
