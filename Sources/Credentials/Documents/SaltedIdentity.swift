import JSONText

/// Who earned a badge, so that only somebody who knows the answer can check it.
public struct SaltedIdentity: Sendable, Hashable {
  /// What was hashed.
  public enum Kind: Sendable, Hashable {
    /// An e-mail address, in lower case and without white space around it.
    case email
    /// A random identifier that the site gave to somebody without an address.
    case identifier
  }

  /// What was hashed.
  public let kind: Kind
  /// Text, appended to the identity before it is hashed.
  public let salt: String
  /// `sha256$` and 64 hexadecimal digits.
  public let hash: String

  /// The hash of `identity`; e-mail addresses are brought into one form first.
  ///
  /// - Parameter salt: another one for each award; see ``randomSalt()``.
  public init(_ identity: String, _ kind: Kind, salt: String) {
    self.kind = kind
    self.salt = salt
    let hashed = kind == .email ? Self.normal(identity) : identity
    hash = Self.sha256(hashed, salt)
  }

  /// 128 random bits, as text.
  public static func randomSalt() -> String { Base64.encodeURL(Sodium.randomBytes(16)) }

  /// `sha256$` and the hash of both in UTF-8 (OB 2.0, IdentityHash).
  static func sha256(_ identity: String, _ salt: String) -> String {
    "sha256$" + Hexadecimal.encode(Sodium.sha256(Array(identity.utf8) + Array(salt.utf8)))
  }

  static func normal(_ address: String) -> String {
    let blanks: Set<Character> = [" ", "\t", "\n", "\r\n", "\r"]
    var text = Substring(address)
    while let first = text.first, blanks.contains(first) { text.removeFirst() }
    while let last = text.last, blanks.contains(last) { text.removeLast() }
    return text.lowercased()
  }

  var ob2: JSON {
    .members([
      ("type", kind == .email ? "email" : "id"), ("hashed", true), ("salt", .string(salt)),
      ("identity", .string(hash)),
    ])
  }

  /// OB 3.0 takes no other member.
  var ob3: JSON {
    .members([
      ("type", "IdentityObject"), ("hashed", true), ("identityHash", .string(hash)),
      ("identityType", kind == .email ? "emailAddress" : "identifier"), ("salt", .string(salt)),
    ])
  }
}
