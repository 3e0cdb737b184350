import JSONText
import LinkedData

extension Inspection {
  /// The step about whether the issuer has taken a credential back.
  func checkStatus(of credential: SecuredCredential) {
    do throws(VerificationReason) {
      let isNamed = try checkEntries(of: credential)
      pass(.status, isNamed ? nil : .statusNotNamed)
    } catch {
      note(.status, error)
    }
  }

  /// - Returns: whether there was anything to look up.
  func checkEntries(of credential: SecuredCredential) throws(VerificationReason) -> Bool {
    let entries = credential.document["credentialStatus"].list
    guard entries.count <= 4 else { throw .memberWrong("credentialStatus") }
    for entry in entries {
      if entry.hasType("BitstringStatusListEntry") || entry.hasType("StatusList2021Entry") {
        try checkBit(entry, credential)
      } else if entry.hasType("1EdTechRevocationList") {
        try checkRevocations(entry, credential)
      } else {
        throw .statusUnknown(short(entry["type"].strings.first ?? ""))
      }
    }
    return !entries.isEmpty
  }

  /// W3C Bitstring Status List 1.0 §3.2.
  private func checkBit(
    _ entry: JSON, _ credential: SecuredCredential
  ) throws(VerificationReason) {
    let purpose = try entry.text("statusPurpose")
    // Others say something about a credential that does not make it less valid.
    guard purpose == "revocation" || purpose == "suspension" else { return }
    if let size = entry["statusSize"], size.integer != 1 { throw .memberWrong("statusSize") }
    let address = try entry.text("statusListCredential")
    guard let digits = entry["statusListIndex"], let index = Self.index(digits) else {
      throw .memberWrong("statusListIndex")
    }
    let list = try statusList(at: address, purpose, of: credential.issuer)
    guard index < list.count else { throw .listWrong("statusListIndex") }
    if list[index] { throw purpose == "suspension" ? .suspended : .revoked(nil) }
  }

  /// A text of digits; some write a number.
  private static func index(_ value: JSON) -> Int? {
    let index = value.string.flatMap { Int($0) } ?? value.integer
    return index.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// A list that its issuer has signed, and that is the same issuer's as the credential's.
  private func statusList(
    at address: String, _ purpose: String, of issuer: String
  ) throws(VerificationReason) -> StatusList {
    let secured = try secured(try fetches.bytes(address, .secure))
    guard areSame(secured.issuer, issuer) else { throw .listWrong("issuer") }
    try authenticateQuietly(secured)
    let now = options.now.seconds
    if let end = secured.validUntil, end.seconds + Verification.clockSkew < now {
      throw .listWrong("validUntil")
    }
    guard secured.validFrom.seconds - Verification.clockSkew <= now else {
      throw .listWrong("validFrom")
    }
    guard areSame(secured.id, address) else { throw .listWrong("id") }
    let subjects = secured.document["credentialSubject"].list
    guard subjects.count == 1,
      subjects[0].hasType("BitstringStatusList") || subjects[0].hasType("StatusList2021")
    else { throw .listWrong("type") }
    guard subjects[0]["statusPurpose"].strings.contains(purpose) else {
      throw .listWrong("statusPurpose")
    }
    guard let encoded = subjects[0]["encodedList"]?.string,
      let list = StatusList(encoded: encoded), list.count >= StatusList.fewestBits
    else { throw .listWrong("encodedList") }
    return list
  }

  /// 1EdTech Revocation List 1.0; some write the name of its member in the plural.
  private func checkRevocations(
    _ entry: JSON, _ credential: SecuredCredential
  ) throws(VerificationReason) {
    let address = try entry.text("id")
    let list = try fetches.document(address, .secure)
    guard let issuer = list["issuer"]?.reference, areSame(issuer, credential.issuer) else {
      throw .listWrong("issuer")
    }
    guard let revoked = list["revokedCredential"] ?? list["revokedCredentials"] else {
      throw .listWrong("revokedCredential")
    }
    for entry in revoked.array ?? [revoked] {
      guard let id = entry.reference, areSame(id, credential.id), entry["revoked"]?.bool != false
      else { continue }
      throw .revoked(Self.words(entry["revocationReason"]).map(short))
    }
  }

  /// A credential that another one points at: a list, or an endorsement.
  func secured(_ bytes: [UInt8]) throws(VerificationReason) -> SecuredCredential {
    switch try FoundBadge(bytes) {
    case .document(let document, _): return try SecuredCredential(document, contexts)
    case .token(let token, _):
      let payload: JSON
      do { payload = try JSON(reading: token.payload) } catch { throw .json(error) }
      return try SecuredCredential(token, payload)
    case .address: throw .inputUnknown
    }
  }

  /// Checks the signature of a credential that another one points at.
  func authenticateQuietly(_ credential: SecuredCredential) throws(VerificationReason) {
    for key in keys.vouched(credential.issuer) where (try? credential.verify(with: key)) != nil {
      return
    }
    try credential.verify(with: try keys.key(of: credential))
  }
}
