import JSONText

extension Inspection {
  /// More than these are named, not looked at.
  static let mostEndorsements = 4

  /// One step for each endorsement. A bad one says nothing about the award: it is only not shown as
  /// one that was verified.
  func checkEndorsements(of credential: SecuredCredential, _ subject: JSON) {
    let places = [credential.document, subject["achievement"], credential.document["issuer"]]
    let found = places.compactMap { $0 }.flatMap { place -> [(String, [UInt8])] in
      let endorsed = place["id"]?.string ?? ""
      let tokens = place["endorsementJwt"].strings.map { (endorsed, Array($0.utf8)) }
      let documents = place["endorsement"].list.map { (endorsed, $0.utf8) }
      return tokens + documents
    }
    for (endorsed, bytes) in found.prefix(Self.mostEndorsements) {
      add(endorsement(bytes, of: endorsed))
    }
    leaveOut(found.count - Self.mostEndorsements)
  }

  func leaveOut(_ count: Int) {
    if count > 0 { pass(.endorsement, .endorsementsLeftOut(count)) }
  }

  func add(_ endorsement: ReadEndorsement) {
    endorsements.append(endorsement)
    pass(.endorsement, endorsement.state == .valid ? nil : .endorsement(endorsement.state))
  }

  private func endorsement(_ bytes: [UInt8], of endorsed: String) -> ReadEndorsement {
    var read = ReadEndorsement(state: .valid, issuerID: "", issuerName: nil, comment: nil)
    do throws(VerificationReason) {
      let credential = try secured(bytes)
      let document = credential.document
      read.issuerID = credential.issuer
      read.issuerName = Self.words(document["issuer"]?["name"])
      let subjects = document["credentialSubject"].list
      read.comment = subjects.first.flatMap { Self.words($0["endorsementComment"]) }
      guard document.hasType("EndorsementCredential") else {
        throw .notBadge(short(document["type"].strings.last ?? ""))
      }
      guard subjects.count == 1, let id = subjects[0]["id"]?.string, areSame(id, endorsed) else {
        throw .memberWrong("credentialSubject")
      }
      try authenticateQuietly(credential)
      try checkWindow(credential.validFrom, credential.validUntil)
      _ = try checkEntries(of: credential)
    } catch {
      read.state = error.state
    }
    return read
  }

  func checkWindow(_ start: Timestamp?, _ end: Timestamp?) throws(VerificationReason) {
    let now = options.now.seconds
    if let end, end.seconds + Verification.clockSkew < now { throw .expired(end) }
    if let start, start.seconds - Verification.clockSkew > now { throw .notBefore(start) }
  }
}
