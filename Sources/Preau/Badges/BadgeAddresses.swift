/// Where the documents of a badge are. Each holds the number of the base that it was given out
/// under, so that what it answers never depends on how it was asked for.
struct BadgeAddresses: Sendable {
  let base: BadgeBase

  func at(_ path: String) -> String { "\(base.url)/ob/\(base.id.value)/\(path)" }

  // Open Badges 2.0. A new pair of keys is a new profile: a verifier in use takes one key only.
  func profile(_ key: BadgeKeys.ID) -> String { at("profils/\(key.value)") }
  func key(_ key: BadgeKeys.ID) -> String { at("cles/\(key.value)") }
  func revocations(_ key: BadgeKeys.ID) -> String { at("revocations/\(key.value)") }
  func badgeClass(_ part: BadgeClassPart) -> String { at("modeles/\(part.text)") }
  func assertion(_ secret: String) -> String { at("attributions/\(secret)") }

  // Open Badges 3.0.
  func issuer(_ issuer: BadgeIssuer.ID) -> String { at("emetteurs/\(issuer.value)") }
  func tokenKey(_ key: BadgeKeys.ID) -> String { at("jwk/\(key.value)") }
  func statusList(_ key: BadgeKeys.ID) -> String { at("statuts/\(key.value)") }
  func achievement(_ part: BadgeClassPart) -> String { at("acquis/\(part.text)") }
  func credential(_ secret: String, _ form: BadgeFile) -> String {
    at("titres/\(secret).\(form.fileExtension)")
  }

  // Both.
  func picture(_ part: BadgeClassPart, _ kind: BadgePicture) -> String {
    at("images/\(part.text).\(kind.rawValue)")
  }
}

/// A version of a class of one pair of keys: OB 2.0 names the profile of a key in the class.
struct BadgeClassPart: Sendable, Hashable, PathValue {
  let id: BadgeClass.ID
  let version: Int
  let key: BadgeKeys.ID
  /// The same for tests, which says that they are.
  let isTest: Bool

  private static let test = "essai"

  var text: String { "\(id.value)-\(version)-\(key.value)" + (isTest ? "-" + Self.test : "") }

  init(_ id: BadgeClass.ID, version: Int, key: BadgeKeys.ID, isTest: Bool = false) {
    self.id = id
    self.version = version
    self.key = key
    self.isTest = isTest
  }

  init?(segment: String) {
    let parts = segment.split(separator: "-", omittingEmptySubsequences: false)
    let isTest = parts.count == 4 && parts[3] == Self.test
    guard parts.count == 3 || isTest, let id = BadgeClass.ID(segment: String(parts[0])),
      let version = Int(parts[1]), version > 0, let key = BadgeKeys.ID(segment: String(parts[2]))
    else { return nil }
    self.init(id, version: version, key: key, isTest: isTest)
    guard text == segment else { return nil }
  }
}

/// How the picture of a class is kept.
enum BadgePicture: String, Sendable, CaseIterable {
  case png, svg

  var type: String { self == .png ? "image/png" : "image/svg+xml" }
}

/// The forms in which an award is taken along. Named on the command line and in addresses.
enum BadgeFile: String, Sendable, CaseIterable {
  case ob2
  case ob2Signed = "ob2-signed"
  case ob3JWT = "ob3-jwt"
  case ob3JSON = "ob3-json"

  /// Of its file, without a dot.
  var fileExtension: String {
    switch self {
    case .ob2: "ob2.json"
    case .ob2Signed: "ob2.jws"
    case .ob3JWT: "jwt"
    case .ob3JSON: "json"
    }
  }

  /// Open Badges 3.0 §3.3 has a JWT as plain text.
  var type: String {
    switch self {
    case .ob2: "application/ld+json"
    case .ob3JSON: "application/vc+ld+json"
    case .ob2Signed, .ob3JWT: "text/plain; charset=utf-8"
    }
  }
}
