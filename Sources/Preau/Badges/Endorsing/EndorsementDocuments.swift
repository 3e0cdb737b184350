import Credentials
import JSONText
import SQLite

/// What an endorsement speaks of. Each has an address of its own, for a document endorses one thing.
enum EndorsedPart: Sendable, Hashable {
  /// A version of a badge.
  case badge(BadgeClassPart)
  /// An award, at its address; as it is signed.
  case hosted, signed

  var text: String {
    switch self {
    case .badge(let part): part.text
    case .hosted: "attribution"
    case .signed: "signee"
    }
  }

  init?(text: String) {
    switch text {
    case "attribution": self = .hosted
    case "signee": self = .signed
    default:
      guard let part = BadgeClassPart(segment: text) else { return nil }
      self = .badge(part)
    }
  }
}

/// `SECRET.3-1-1` and its like.
struct EndorsementName: PathValue {
  let secret: String
  let part: EndorsedPart

  init?(segment: String) {
    let halves = segment.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard halves.count == 2, let part = EndorsedPart(text: halves[1]) else { return nil }
    secret = halves[0]
    self.part = part
  }
}

extension BadgeAddresses {
  func endorsement(_ secret: String, _ part: EndorsedPart) -> String {
    at("recommandations/\(secret).\(part.text)")
  }
}

extension BadgeEndorsement {
  /// OB 2.0, hosted.
  ///
  /// - Parameter subject: the id of what is vouched for.
  func document(_ part: EndorsedPart, of subject: String, _ base: BadgeBase) -> OB2.Endorsement? {
    guard let key, let given else { return nil }
    let addresses = BadgeAddresses(base: base)
    return OB2.Endorsement(
      id: addresses.endorsement(secret, part), subject: subject, comment: comment,
      issuer: addresses.profile(key), issuedOn: Timestamp(given))
  }

  /// OB 3.0, signed as a JWT.
  func token(of subject: String, _ base: BadgeBase, with rsa: RSASigningKey) -> String? {
    guard let key, let place, let given else { return nil }
    let documents = BadgeDocuments(base: base, issuer: signer)
    var credential = OB3.EndorsementCredential(
      id: uuid, name: "Recommandation", subject: subject, comment: comment,
      issuer: documents.issuerProfile, validFrom: Timestamp(given))
    credential.status = OB3.Status(list: documents.addresses.statusList(key), index: place)
    return VCJWT.sign(
      credential.json, keyID: documents.addresses.tokenKey(key), with: rsa)
  }
}

/// Who vouches for an award and for its badge.
struct Endorsements: Sendable {
  /// Of the award, shown or not.
  var award: [BadgeEndorsement] = []
  var badge: [BadgeEndorsement] = []
  /// With what they are signed: opened by whoever has the key of the site.
  var sealed: [BadgeKeys.ID: [UInt8]] = [:]

  var shown: [BadgeEndorsement] { award.filter(\.isShown) }
  /// What anybody sees beside the award.
  var visible: [BadgeEndorsement] { shown + badge }

  static func load(_ award: BadgeAward, _ db: Reader) throws -> Endorsements {
    var found = Endorsements(
      award: try EndorsementStore.given(award.id, db),
      badge: try EndorsementStore.given(award.classID, version: award.version, db))
    for key in Set(found.visible.compactMap(\.key)) {
      found.sealed[key] = try EndorsementStore.sealedKey(key, db)
    }
    return found
  }

  /// - Parameter keys: of anybody: they open what is sealed.
  func tokens(
    _ list: [BadgeEndorsement], of subject: String, _ base: BadgeBase, _ keys: BadgeKeys
  ) -> [String] {
    list.compactMap { one in
      let owner = BadgeKeys.owner(one.signer.id)
      return one.key.flatMap { sealed[$0] }.flatMap { keys.seal.open($0, for: owner) }
        .flatMap { RSASigningKey(privateKey: $0) }.flatMap {
          one.token(of: subject, base, with: $0)
        }
    }
  }
}
