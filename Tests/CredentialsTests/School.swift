import Foundation
import JSONText
import LinkedData

import enum TestSupport.Places

@testable import Credentials

/// An issuer of badges with everything that it publishes, in memory.
struct School {
  static let rsa = RSASigningKey.generate()
  static let ed25519 = Ed25519SigningKey.generate()
  /// Of somebody else.
  static let otherRSA = RSASigningKey.generate()
  static let otherEd25519 = Ed25519SigningKey.generate()

  static let contexts: ContextLibrary = {
    do {
      return try ContextLibrary(contextDocuments())
    } catch {
      preconditionFailure("The contexts cannot be read: \(error)")
    }
  }()

  /// The contexts that come with Préau, and one that the W3C's examples name.
  static func contextDocuments() throws -> [String: JSON] {
    let folder = Places.packageRoot + "/Seeds/openbadges"
    var documents: [String: JSON] = [
      "https://www.w3.org/ns/credentials/examples/v2": [
        "@context": ["@vocab": "https://www.w3.org/ns/credentials/examples#"]
      ]
    ]
    for (address, file) in try read(folder + "/contexts.json").object?.members ?? [] {
      documents[address] = try read("\(folder)/contexts/\(file.string ?? "")")
    }
    return documents
  }

  static func read(_ path: String) throws -> JSON {
    try JSON(reading: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  let home: String
  let issuedOn: Timestamp
  var expires: Timestamp?
  let now: Timestamp
  let salt = "d2lzc2VuIG1hY2h0"
  let address = "eleve@lycee.example"

  init(home: String = "https://badges.example", now: Timestamp = School.noon) {
    self.home = home
    self.now = now
    issuedOn = Timestamp(seconds: now.seconds - 86_400)
  }

  static let noon = Timestamp(seconds: 1_795_262_400)

  // MARK: - Open Badges 2.0

  var profile: OB2.Profile {
    var profile = OB2.Profile(
      id: home + "/ob2/issuers/1", name: "Lycée des métiers « Préau »", url: home + "/",
      email: "badges@lycee.example")
    profile.description = "Un lycée."
    profile.publicKey = home + "/ob2/keys/1"
    profile.revocationList = home + "/ob2/revocations/1"
    profile.image = BadgeImage(address: home + "/logo.png", caption: "Un préau")
    return profile
  }

  var badgeClass: OB2.BadgeClass {
    var badge = OB2.BadgeClass(
      id: home + "/ob2/classes/1", name: "Entraide", description: "Aide ses pairs.",
      image: BadgeImage(address: home + "/entraide.png", caption: "Deux mains"),
      criteria: Criteria(narrative: "A répondu à **trois** questions."), issuer: profile.id)
    badge.tags = ["entraide", "savoir-être"]
    badge.language = "fr"
    badge.alignments = [
      Alignment(name: "Coopérer", address: home + "/competences/1", code: "1.2")
    ]
    badge.endorsements = [endorsement.id]
    return badge
  }

  var endorsement: OB2.Endorsement {
    OB2.Endorsement(
      id: home + "/ob2/endorsements/1", subject: home + "/ob2/classes/1",
      comment: "Utile à l'atelier.", issuer: profile.id, issuedOn: issuedOn)
  }

  var recipient: SaltedIdentity { SaltedIdentity(address, .email, salt: salt) }

  var hosted: OB2.Assertion {
    var assertion = OB2.Assertion(
      id: home + "/ob2/assertions/x7Yq", recipient: recipient, badge: badgeClass.id,
      proof: .hosted, issuedOn: issuedOn)
    assertion.expires = expires
    assertion.narrative = "Trois réponses acceptées."
    assertion.evidence = [
      Evidence(address: home + "/fils/12", name: "Un fil", narrative: "La troisième réponse."),
      Evidence(narrative: "Vu en atelier."),
    ]
    return assertion
  }

  var signedAssertion: OB2.Assertion {
    var assertion = hosted
    assertion.id = "urn:uuid:2c0a8f4e-7d53-4f0f-9d6d-0d1f3e2b4a10"
    assertion.proof = .signed(creator: home + "/ob2/keys/1")
    return assertion
  }

  var signed: String { signedAssertion.signed(with: Self.rsa) }

  // MARK: - Open Badges 3.0

  var issuer: OB3.Profile {
    var issuer = OB3.Profile(id: home + "/ob3/issuers/1", name: "Lycée des métiers « Préau »")
    issuer.url = home + "/"
    issuer.email = "badges@lycee.example"
    issuer.image = BadgeImage(address: home + "/logo.png", caption: "Un préau")
    return issuer
  }

  var tokenKey: OB3.ControllerDocument.TokenKey {
    .init(address: home + "/ob3/keys/1", key: Self.rsa.publicKey)
  }

  var controller: OB3.ControllerDocument {
    OB3.ControllerDocument(
      profile: issuer, proofKeys: [Self.ed25519.publicKey], tokenKeys: [tokenKey])
  }

  var achievement: OB3.Achievement {
    var achievement = OB3.Achievement(
      id: home + "/ob3/achievements/1", name: "Entraide", description: "Aide ses pairs.",
      criteria: Criteria(narrative: "A répondu à **trois** questions."))
    achievement.image = BadgeImage(address: home + "/entraide.png", caption: "Deux mains")
    achievement.tags = ["entraide"]
    achievement.language = "fr"
    achievement.version = "2"
    achievement.alignments = badgeClass.alignments
    return achievement
  }

  var credential: OB3.AchievementCredential {
    var credential = OB3.AchievementCredential(
      id: "urn:uuid:7d0f1f6a-93f0-4b0f-8f3c-7d5a0a2e9b11",
      subject: "urn:uuid:0bd5a0d4-4b3e-4a46-9d7f-30a1f7a2c001", recipient: recipient,
      issuer: issuer, achievement: achievement, validFrom: issuedOn)
    credential.validUntil = expires
    credential.narrative = "Trois réponses acceptées\u{00A0}: « merci » \t\u{1F600}."
    credential.evidence = hosted.evidence
    credential.status = OB3.Status(list: home + "/ob3/status/1", index: 94_567)
    return credential
  }

  var endorsementCredential: OB3.EndorsementCredential {
    OB3.EndorsementCredential(
      id: "urn:uuid:9a1d5d55-0f5c-4f9f-8d5e-1de2b7d60c22", name: "Recommandation",
      subject: achievement.id, comment: "Utile à l'atelier.", issuer: issuer, validFrom: issuedOn)
  }

  func token(_ credential: JSON) -> String {
    VCJWT.sign(credential, keyID: tokenKey.address, with: Self.rsa)
  }

  func proved(_ credential: JSON) throws -> JSON {
    try DataIntegrity(contexts: Self.contexts).sign(
      credential, with: Self.ed25519, method: controller.method(for: Self.ed25519.publicKey),
      at: issuedOn)
  }

  func statusList(_ revoked: [Int] = []) -> OB3.StatusListCredential {
    var list = StatusList()
    for index in revoked { list[index] = true }
    var credential = OB3.StatusListCredential(
      id: home + "/ob3/status/1", issuer: issuer.id, list: list, validFrom: issuedOn)
    credential.validUntil = Timestamp(seconds: now.seconds + 86_400)
    return credential
  }

  // MARK: - What it publishes

  /// Everything at its address.
  var web: Web {
    var web = Web()
    for picture in ["/logo.png", "/entraide.png"] { web.texts[home + picture] = "PNG" }
    web[profile.id] = profile.json
    web[badgeClass.id] = badgeClass.json
    web[home + "/ob2/keys/1"] =
      OB2.CryptographicKey(
        id: home + "/ob2/keys/1", owner: profile.id, key: Self.rsa.publicKey
      ).json
    web[home + "/ob2/revocations/1"] =
      OB2.RevocationList(id: home + "/ob2/revocations/1", issuer: profile.id, revoked: []).json
    web[hosted.id] = hosted.json
    web[endorsement.id] = endorsement.json
    web[issuer.id] = controller.json
    web[tokenKey.address] = PublicKey.rsa(tokenKey.key).jwk(id: tokenKey.address)
    web[home + "/.well-known/jwks.json"] = OB3.keySet([(issuer.id, tokenKey)])
    web.texts[home + "/ob3/status/1"] = token(statusList().json)
    return web
  }

  var options: Verification.Options { Verification.Options(now: now) }

  func verify(
    _ input: String, _ web: Web? = nil, _ change: (inout Verification.Options) -> Void = { _ in }
  ) -> VerificationReport {
    verify(Array(input.utf8), web, change)
  }

  func verify(
    _ input: [UInt8], _ web: Web? = nil, _ change: (inout Verification.Options) -> Void = { _ in }
  ) -> VerificationReport {
    var options = options
    change(&options)
    let web = web ?? self.web
    return Verification(options, contexts: Self.contexts).verify(input) { try web.answer($0) }
  }
}

/// Addresses and what they answer.
struct Web {
  var texts: [String: String] = [:]
  var statuses: [String: Int] = [:]
  /// Where it is not the usual one.
  var types: [String: String] = [:]

  subscript(address: String) -> JSON? {
    get { texts[address].flatMap { try? JSON(reading: $0) } }
    set { texts[address] = newValue?.text }
  }

  struct NotThere: Error {}

  func answer(_ address: String) throws -> Verification.Fetched {
    guard let text = texts[address] else { throw NotThere() }
    return Verification.Fetched(
      bytes: Array(text.utf8), status: statuses[address] ?? 200,
      mediaType: types[address] ?? "application/ld+json")
  }
}

extension VerificationReport {
  /// Why the last step that did not pass did not.
  var reason: VerificationReason? {
    for step in steps.reversed() {
      switch step.outcome {
      case .failed(let reason), .unknown(let reason): return reason
      default: continue
      }
    }
    return nil
  }
}
