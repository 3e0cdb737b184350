import JSONText

extension Inspection {
  /// OB 2.0, hosted: what its address answers counts, and must be what was given.
  func inspectHosted(_ given: JSON) throws(Stop) {
    form = .ob2Hosted
    let id = try during(.form) { () throws(VerificationReason) in try given.text("id") }
    if let assertion = try? ReadAssertion(given), !assertion.isHosted {
      // What is said to be signed and has no signature.
      throw Stop(kind: .form, reason: .memberWrong("verification"))
    }
    let original: JSON
    do throws(VerificationReason) {
      original = try self.original(at: id)
    } catch {
      if case .revoked = error { readRevoked(given) }
      throw Stop(kind: .original, reason: error)
    }
    let assertion = try during(.form) { () throws(VerificationReason) in
      try ReadAssertion(original)
    }
    guard assertion.isHosted else {
      throw Stop(kind: .form, reason: .memberWrong("verification"))
    }
    pass(.form)
    if let member = Self.difference(given, original) {
      throw Stop(kind: .original, reason: .originalDiffers(member))
    }
    let (badge, profile) = try issuer(of: assertion)
    pass(.original, fetches.insecure.map { .insecure($0) })
    award = Self.award(assertion, badge, profile)
    try during(.issuer) { () throws(VerificationReason) in try checkScope(id, profile) }
    passIssuer(profile["id"]?.string ?? "")
    checkDates(from: assertion.issuedOn, until: assertion.expires)
    pass(.status)
    checkRecipient(RecipientClaim.all(in: assertion.recipient))
    checkEndorsements(of: assertion, badge)
  }

  /// What was taken back is shown, too, as far as it was given.
  private func readRevoked(_ given: JSON) {
    guard let assertion = try? ReadAssertion(given), let found = try? issuer(of: assertion) else {
      return
    }
    award = Self.award(assertion, found.badge, found.profile)
  }

  /// What the assertion's own address answers.
  private func original(at id: String) throws(VerificationReason) -> JSON {
    let answer = try fetches.answer(id, .plain)
    guard answer.status == 200 || answer.status == 410 else {
      throw .fetch(short(id), .status(answer.status))
    }
    let document = try? Fetches.document(answer.bytes, from: id)
    if answer.status == 410 || document?["revoked"]?.bool == true {
      throw .revoked(Self.words(document?["revocationReason"]).map(short))
    }
    let original = try Fetches.document(answer.bytes, from: id)
    guard let named = original["id"]?.string, areSame(named, id) else {
      throw .otherDocument(short(id))
    }
    return original
  }

  /// The first member of what was given that is not so at its address.
  private static func difference(_ given: JSON, _ original: JSON) -> String? {
    for (name, value) in given.object?.members ?? [] {
      // Endorsements may come later.
      if name == "endorsement" { continue }
      let other = original[name]
      let isSame =
        switch name {
        case "@context": other.list == value.array ?? [value]
        case "badge": other?.reference == value.reference
        case "issuedOn", "expires":
          value.string.flatMap { Timestamp($0) } == other?.string.flatMap { Timestamp($0) }
        default: other == value
        }
      if !isSame { return short(name) }
    }
    return original["expires"] != nil && given["expires"] == nil ? "expires" : nil
  }

  /// OB 2.0 §Hosted Verification: without a word of the issuer, badges share its origin.
  private func checkScope(_ id: String, _ profile: JSON) throws(VerificationReason) {
    guard let address = WebAddress(id), let issuer = WebAddress(profile["id"]?.string ?? "") else {
      throw .address(short(id), .malformed)
    }
    let starts = profile["verification"]?["startsWith"].strings ?? []
    let origins = profile["verification"]?["allowedOrigins"].strings ?? []
    let isInside =
      if !starts.isEmpty {
        starts.contains { WebAddress($0).map { address.isBelow($0) } ?? false }
      } else if !origins.isEmpty {
        origins.contains { $0.lowercased() == address.host }
      } else {
        address.origin == issuer.origin
      }
    guard isInside else { throw .outsideScope(short(id)) }
  }

  /// OB 2.0, signed.
  func inspectSigned(_ token: CompactJWS, _ payload: JSON) throws(Stop) {
    form = .ob2Signed
    let assertion = try during(.form) { () throws(VerificationReason) in
      try ReadAssertion(payload)
    }
    guard !assertion.isHosted else {
      // Its signature is not what it counts on.
      return try inspectHosted(payload)
    }
    pass(.form)
    let (badge, profile) = try issuer(of: assertion)
    let issuer = profile["id"]?.string ?? ""
    award = Self.award(assertion, badge, profile)
    passIssuer(issuer)
    try authenticate(token, assertion, profile)
    checkDates(from: assertion.issuedOn, until: assertion.expires)
    do throws(VerificationReason) {
      let isNamed = try checkRevocationList(assertion.id, profile)
      pass(.status, isNamed ? nil : .statusNotNamed)
    } catch {
      note(.status, error)
    }
    checkRecipient(RecipientClaim.all(in: assertion.recipient))
    checkEndorsements(of: assertion, badge)
  }

  private func authenticate(
    _ token: CompactJWS, _ assertion: ReadAssertion, _ profile: JSON
  ) throws(Stop) {
    for key in keys.vouched(profile["id"]?.string ?? "")
    where (try? token.verify(with: key)) != nil {
      pass(.key, .keyVouched)
      pass(.signature)
      return
    }
    let key = try during(.key) { () throws(VerificationReason) in
      try signingKey(assertion, profile)
    }
    pass(.key, fetches.insecure.map { .insecure($0) })
    try during(.signature) { () throws(VerificationReason) in
      do throws(CompactJWS.Problem) { try token.verify(with: key) } catch { throw .token(error) }
    }
    pass(.signature)
  }

  /// The key that the assertion names, if the issuer names it, too.
  private func signingKey(
    _ assertion: ReadAssertion, _ profile: JSON
  ) throws(VerificationReason) -> PublicKey {
    let issuer = try profile.text("id")
    let listed = profile["publicKey"].list
    guard !listed.isEmpty else { throw .issuerWithoutKeys(short(issuer)) }
    guard let id = assertion.creator ?? (listed.count == 1 ? listed[0].reference : nil) else {
      throw .keyNotNamed
    }
    guard let entry = listed.first(where: { areSame($0.reference ?? "", id) }) else {
      throw .keyNotOfIssuer(key: short(id), issuer: short(issuer))
    }
    let document = entry["publicKeyPem"] == nil ? try fetches.document(id, .plain) : entry
    guard areSame(document["id"]?.string ?? "", id) else { throw .otherDocument(short(id)) }
    guard let owner = document["owner"]?.reference, areSame(owner, issuer) else {
      throw .keyNotOfIssuer(key: short(id), issuer: short(issuer))
    }
    guard let key = PublicKey(pem: try document.text("publicKeyPem")) else {
      throw .key(.damaged)
    }
    return key
  }

  /// - Returns: whether there is a list.
  private func checkRevocationList(
    _ id: String, _ profile: JSON
  ) throws(VerificationReason) -> Bool {
    guard let address = profile["revocationList"]?.reference else { return false }
    let list = try fetches.document(address, .plain)
    guard list.hasType("RevocationList") else { throw .listWrong("type") }
    if let issuer = list["issuer"]?.reference, !areSame(issuer, profile["id"]?.string ?? "") {
      throw .listWrong("issuer")
    }
    for entry in list["revokedAssertions"].list {
      guard let revoked = entry.reference ?? entry["uid"]?.string, areSame(revoked, id) else {
        continue
      }
      throw .revoked(Self.words(entry["revocationReason"]).map(short))
    }
    return true
  }

  // MARK: - What an assertion points at

  /// The class, and who issues it. The profile is always asked for at its own address: whoever wrote
  /// the badge could have written another one into it.
  private func issuer(of assertion: ReadAssertion) throws(Stop) -> (badge: JSON, profile: JSON) {
    try during(.issuer) { () throws(VerificationReason) in
      let badge = try described(assertion.badge, "BadgeClass")
      for name in ["name", "description"] { _ = try badge.text(name) }
      guard let issuer = badge["issuer"]?.reference else { throw .memberMissing("issuer") }
      return (badge, try profile(issuer))
    }
  }

  private func profile(_ id: String) throws(VerificationReason) -> JSON {
    let profile = try described(.string(id), "Issuer", "Profile")
    _ = try profile.text("name")
    return profile
  }

  /// What is named by its address, or described in place.
  private func described(_ value: JSON, _ types: String...) throws(VerificationReason) -> JSON {
    guard let id = value.reference else { throw .memberWrong("id") }
    let isHere = (value.object?.count ?? 0) > 1
    let document = isHere ? value : try fetches.document(id, .plain)
    guard let named = document["id"]?.string, areSame(named, id) else {
      throw .otherDocument(short(id))
    }
    guard types.contains(where: { document.hasType($0) }) else {
      throw .notBadge(short(document["type"].strings.first ?? ""))
    }
    return document
  }

  private static func award(
    _ assertion: ReadAssertion, _ badge: JSON, _ profile: JSON
  ) -> ReadAward {
    ReadAward(
      id: assertion.id, name: words(badge["name"]) ?? "",
      description: words(badge["description"]), criteria: criteria(badge["criteria"]),
      image: image(badge["image"]), issuerID: profile["id"]?.string ?? "",
      issuerName: words(profile["name"]), issuerAddress: profile["url"]?.string,
      achievement: badge["id"]?.string, issuedOn: assertion.issuedOn, expires: assertion.expires,
      narrative: words(assertion.document["narrative"]),
      evidence: evidence(assertion.document["evidence"]), tags: badge["tags"].strings,
      alignments: alignments(badge["alignment"]))
  }

  // MARK: - Endorsements

  private func checkEndorsements(of assertion: ReadAssertion, _ badge: JSON) {
    let found = [assertion.document, badge].flatMap { place in
      place["endorsement"].list.map { (endorsed: place["id"]?.string ?? "", $0) }
    }
    for (endorsed, value) in found.prefix(Self.mostEndorsements) {
      add(endorsement(value, of: endorsed))
    }
    leaveOut(found.count - Self.mostEndorsements)
  }

  /// A hosted one; what is signed elsewhere is not named in a document.
  private func endorsement(_ value: JSON, of endorsed: String) -> ReadEndorsement {
    var read = ReadEndorsement(state: .valid, issuerID: "", issuerName: nil, comment: nil)
    do throws(VerificationReason) {
      guard let id = value.reference else { throw .memberWrong("endorsement") }
      let document = try original(at: id)
      guard document.hasType("Endorsement") else { throw .notBadge("") }
      read.comment = Self.words(document["claim"]?["endorsementComment"])
      read.issuerID = document["issuer"]?.reference ?? ""
      let profile = try profile(read.issuerID)
      read.issuerName = Self.words(profile["name"])
      guard let subject = document["claim"]?.reference, areSame(subject, endorsed) else {
        throw .memberWrong("claim")
      }
      try checkScope(id, profile)
      try checkWindow(try document.moment("issuedOn"), try document.moment("expires"))
    } catch {
      read.state = error.state
    }
    return read
  }
}

/// An assertion of OB 2.0, with what it must say.
struct ReadAssertion {
  let document: JSON
  let id: String
  let recipient: JSON
  let badge: JSON
  let isHosted: Bool
  let creator: String?
  let issuedOn: Timestamp
  let expires: Timestamp?

  init(_ document: JSON) throws(VerificationReason) {
    guard let context = document["@context"].list.first?.string, areSame(context, OB2.context)
    else { throw .contextWrong }
    self.document = document
    id = try document.text("id")
    for name in ["recipient", "badge", "verification", "issuedOn"] where document[name] == nil {
      throw .memberMissing(name)
    }
    recipient = document["recipient"] ?? .null
    badge = document["badge"] ?? .null
    guard recipient["identity"]?.string != nil else { throw .memberWrong("recipient") }
    guard let issued = try document.moment("issuedOn") else { throw .memberMissing("issuedOn") }
    issuedOn = issued
    expires = try document.moment("expires")
    let verification = document["verification"] ?? .null
    let types = verification["type"].strings
    let isHosted = types.contains("HostedBadge") || types.contains("hosted")
    guard isHosted || types.contains("SignedBadge") || types.contains("signed") else {
      throw .memberWrong("verification")
    }
    self.isHosted = isHosted
    creator = verification["creator"]?.reference
  }
}
