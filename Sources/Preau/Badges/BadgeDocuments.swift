import Credentials
import JSONText
import LinkedData

/// Everything of which the documents of one award are made.
struct BadgeSheet: Sendable {
  let award: BadgeAward
  let badge: BadgeClass
  /// As it was when the award was made.
  let version: BadgeVersion
  /// What the learner shows of how it was earned.
  let evidence: [BadgeEvidence]
  let alignments: [Alignment]
  var endorsed = Endorsements()
  /// In place of the drawing; a PNG.
  var picture: [UInt8]?

  var documents: BadgeDocuments { BadgeDocuments(base: award.base, issuer: badge.issuer) }
}

/// The documents of an issuer's badges under one base.
struct BadgeDocuments: Sendable {
  let base: BadgeBase
  let issuer: BadgeIssuer

  var addresses: BadgeAddresses { BadgeAddresses(base: base) }

  // MARK: Open Badges 2.0

  func profile(_ key: BadgeKeys.ID) -> OB2.Profile {
    var profile = OB2.Profile(
      id: addresses.profile(key), name: issuer.name, url: base.url + "/", email: issuer.email)
    profile.description = issuer.description.isEmpty ? nil : issuer.description
    profile.publicKey = addresses.key(key)
    profile.revocationList = addresses.revocations(key)
    return profile
  }

  func key(_ keys: PublicBadgeKeys) -> OB2.CryptographicKey {
    OB2.CryptographicKey(
      id: addresses.key(keys.id), owner: addresses.profile(keys.id), key: keys.rsa)
  }

  func badgeClass(
    _ part: BadgeClassPart, _ version: BadgeVersion, _ alignments: [Alignment]
  ) -> OB2.BadgeClass {
    let name = BadgeTestWords.name(version.name, isTest: part.isTest)
    var badge = OB2.BadgeClass(
      id: addresses.badgeClass(part), name: name,
      description: BadgeTestWords.words(version.description, isTest: part.isTest),
      image: BadgeImage(address: addresses.picture(part, .png), caption: name),
      criteria: Criteria(narrative: version.criteria, address: criteria(part, version)),
      issuer: addresses.profile(part.key))
    badge.tags = version.tags
    badge.alignments = alignments
    badge.version = String(version.number)
    badge.language = "fr"
    if version.number > 1 {
      let before = BadgeClassPart(
        part.id, version: version.number - 1, key: part.key, isTest: part.isTest)
      badge.related = [addresses.badgeClass(before)]
    }
    return badge
  }

  /// The page on which anybody reads what had to be done.
  private func criteria(_ part: BadgeClassPart, _ version: BadgeVersion) -> String {
    base.url + BadgeClass.address(part.id, version.slug).text
  }

  // MARK: Open Badges 3.0

  var issuerProfile: OB3.Profile {
    var profile = OB3.Profile(id: addresses.issuer(issuer.id), name: issuer.name)
    profile.url = base.url + "/"
    profile.email = issuer.email
    profile.description = issuer.description.isEmpty ? nil : issuer.description
    return profile
  }

  func controller(_ keys: [PublicBadgeKeys]) -> OB3.ControllerDocument {
    OB3.ControllerDocument(
      profile: issuerProfile, proofKeys: keys.map(\.ed25519),
      tokenKeys: keys.map { .init(address: addresses.tokenKey($0.id), key: $0.rsa) })
  }

  func achievement(
    _ part: BadgeClassPart, _ version: BadgeVersion, _ alignments: [Alignment]
  ) -> OB3.Achievement {
    let name = BadgeTestWords.name(version.name, isTest: part.isTest)
    var achievement = OB3.Achievement(
      id: addresses.achievement(part), name: name,
      description: BadgeTestWords.words(version.description, isTest: part.isTest),
      criteria: Criteria(narrative: version.criteria, address: criteria(part, version)))
    achievement.image = BadgeImage(address: addresses.picture(part, .png), caption: name)
    achievement.tags = version.tags
    achievement.alignments = alignments
    achievement.version = String(version.number)
    achievement.language = "fr"
    return achievement
  }
}

extension BadgeSheet {
  var part: BadgeClassPart {
    BadgeClassPart(award.classID, version: award.version, key: award.key, isTest: award.isTest)
  }
  private var recipient: SaltedIdentity {
    SaltedIdentity(
      award.identity, award.identityKind == .email ? .email : .identifier, salt: award.salt)
  }
  private var shown: [Evidence] {
    evidence.filter(\.isShown).map { one in
      // What no reader of linked data takes for an address is the name of what was shown.
      let isAddress = one.address.isAbsoluteIRI
      let name = one.name.isEmpty && !isAddress ? one.address : one.name
      return Evidence(
        address: isAddress ? one.address : nil, name: name.isEmpty ? nil : name,
        narrative: one.words.isEmpty ? nil : one.words)
    }
  }
  private var narrative: String? {
    let words = BadgeTestWords.words(award.narrative, isTest: award.isTest)
    return words.isEmpty ? nil : words
  }
  private var issued: Timestamp { Timestamp(award.issued) }
  private var expires: Timestamp? { award.expires.map { Timestamp($0) } }

  /// OB 2.0, hosted at its address or to be signed.
  func assertion(signed: Bool) -> OB2.Assertion {
    let addresses = documents.addresses
    var assertion = OB2.Assertion(
      id: signed ? award.uuid : addresses.assertion(award.secret), recipient: recipient,
      badge: addresses.badgeClass(part),
      proof: signed ? .signed(creator: addresses.key(award.key)) : .hosted, issuedOn: issued)
    assertion.expires = expires
    assertion.narrative = narrative
    assertion.evidence = shown
    assertion.endorsements = endorsed.shown.map {
      addresses.endorsement($0.secret, signed ? .signed : .hosted)
    }
    return assertion
  }

  /// OB 3.0, not yet signed.
  var credential: OB3.AchievementCredential {
    let documents = documents
    var credential = OB3.AchievementCredential(
      id: award.uuid, subject: award.subject, recipient: recipient,
      issuer: documents.issuerProfile,
      achievement: documents.achievement(part, version, alignments), validFrom: issued)
    credential.validUntil = expires
    credential.narrative = narrative
    credential.evidence = shown
    credential.status = OB3.Status(
      list: documents.addresses.statusList(award.key), index: award.place)
    return credential
  }

  /// The same with the words of those who vouch for it, each signed by its own issuer.
  private func credential(opening keys: BadgeKeys) -> OB3.AchievementCredential {
    var credential = credential
    credential.endorsements = endorsed.tokens(endorsed.shown, of: award.uuid, award.base, keys)
    credential.achievement.endorsements = endorsed.tokens(
      endorsed.badge, of: credential.achievement.id, award.base, keys)
    return credential
  }

  /// The text of one form.
  ///
  /// - Throws: `LinkedDataError`, when the badge says something that no context defines: never.
  func text(_ form: BadgeFile, _ keys: BadgeKeys, _ contexts: ContextLibrary) throws -> String {
    switch form {
    case .ob2: return assertion(signed: false).json.text
    case .ob2Signed: return assertion(signed: true).signed(with: keys.rsa)
    case .ob3JWT:
      return VCJWT.sign(
        credential(opening: keys).json, keyID: documents.addresses.tokenKey(award.key),
        with: keys.rsa)
    case .ob3JSON:
      let method = documents.controller([]).method(for: keys.ed25519.publicKey)
      return try DataIntegrity(contexts: contexts).sign(
        credential(opening: keys).json, with: keys.ed25519, method: method, at: issued
      ).text
    }
  }

  /// The picture of the badge with one form of it inside.
  func baked(
    _ form: BadgeFile, into kind: BadgePicture, _ keys: BadgeKeys, _ contexts: ContextLibrary
  ) throws -> [UInt8] {
    let name = BadgeTestWords.name(version.name, isTest: award.isTest)
    let picture = version.picture(kind, named: name, sent: picture)
    let text = try text(form, keys, contexts)
    let isSecond = form == .ob2 || form == .ob2Signed
    return try Baking.bake(
      text, isSecond ? .ob2 : .ob3,
      address: form == .ob2 ? documents.addresses.assertion(award.secret) : nil, into: picture)
  }
}

extension BadgeVersion {
  /// The picture that was sent, else the drawing.
  func picture(_ kind: BadgePicture, named name: String, sent: [UInt8]?) -> [UInt8] {
    switch kind {
    case .png: sent ?? drawing.png
    case .svg:
      Array((sent.map { BadgeUpload.svg(of: $0, title: name) } ?? drawing.svg(title: name)).utf8)
    }
  }
}

extension Timestamp {
  init(_ instant: Instant) { self.init(seconds: instant.seconds) }
}
