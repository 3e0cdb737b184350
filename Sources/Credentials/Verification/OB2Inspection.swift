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
  func original(at id: String) throws(VerificationReason) -> JSON {
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
  func checkScope(_ id: String, _ profile: JSON) throws(VerificationReason) {
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
}
