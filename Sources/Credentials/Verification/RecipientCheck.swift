import COpenSSL
import JSONText

/// How a badge says for whom it is.
struct RecipientClaim {
  let identity: String
  let isHashed: Bool
  let salt: String

  /// OB 2.0: one object.
  static func all(in recipient: JSON?) -> [RecipientClaim] {
    recipient.list.compactMap { claim in
      guard let identity = claim["identity"]?.string else { return nil }
      return RecipientClaim(
        identity: identity, isHashed: isHashed(claim, identity),
        salt: claim["salt"]?.string ?? "")
    }
  }

  /// OB 3.0: any number of objects, and the subject's id.
  static func all(inSubject subject: JSON) -> [RecipientClaim] {
    let claims = subject["identifier"].list.prefix(32).compactMap { claim -> RecipientClaim? in
      guard let identity = claim["identityHash"]?.string else { return nil }
      return RecipientClaim(
        identity: identity, isHashed: isHashed(claim, identity),
        salt: claim["salt"]?.string ?? "")
    }
    let id = subject["id"]?.string.flatMap { id -> RecipientClaim? in
      if id.hasPrefix("urn:uuid:") { return nil }
      let address = id.hasPrefix("mailto:") ? String(id.dropFirst("mailto:".count)) : id
      return RecipientClaim(identity: address, isHashed: false, salt: "")
    }
    return claims + [id].compactMap { $0 }
  }

  /// Older badges say it as a text, or not at all.
  private static func isHashed(_ claim: JSON, _ identity: String) -> Bool {
    claim["hashed"]?.bool
      ?? (identity.hasPrefix("sha256$") || identity.hasPrefix("md5$"))
  }

  /// Whether it is for the person with this address, as it was typed or as it is usually written.
  func matches(_ recipient: String) -> Bool {
    let spellings = [recipient, SaltedIdentity.normal(recipient)]
    if !isHashed {
      let own = SaltedIdentity.normal(identity)
      return spellings.contains { areSame($0, identity) || areSame($0, own) }
    }
    let claimed = identity.lowercased()
    return spellings.contains { spelling in
      let hash =
        claimed.hasPrefix("md5$")
        ? Self.md5(spelling, salt) : SaltedIdentity.sha256(spelling, salt)
      return hash.map { areSame($0, claimed) } ?? false
    }
  }

  /// Only read: badges of the first years have it.
  private static func md5(_ identity: String, _ salt: String) -> String? {
    let bytes = Array(identity.utf8) + Array(salt.utf8)
    var digest = [UInt8](repeating: 0, count: 16)
    guard EVP_Digest(bytes, bytes.count, &digest, nil, EVP_md5(), nil) == 1 else { return nil }
    return "md5$" + Hexadecimal.encode(digest)
  }
}

extension Inspection {
  /// The step about who was asked about; none when nobody was.
  func checkRecipient(_ claims: [RecipientClaim]) {
    if options.recipients.isEmpty { return }
    if claims.isEmpty {
      note(.recipient, .recipientNotNamed)
    } else if claims.contains(where: { options.recipients.contains(where: $0.matches) }) {
      pass(.recipient)
    } else {
      note(.recipient, .recipientDiffers)
    }
  }
}
