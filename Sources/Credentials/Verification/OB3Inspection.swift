import JSONText

extension Inspection {
  /// OB 3.0, in either way of securing it.
  func inspect(_ credential: SecuredCredential) throws(Stop) {
    let document = credential.document
    let subject = try during(.form) { () throws(VerificationReason) in
      try Self.subject(of: document)
    }
    award = Self.award(credential, subject)
    pass(.form)
    try authenticate(credential)
    passIssuer(credential.issuer)
    checkDates(from: credential.validFrom, until: credential.validUntil)
    checkStatus(of: credential)
    checkRecipient(RecipientClaim.all(inSubject: subject))
    checkEndorsements(of: credential, subject)
  }

  /// Who earned what; the one of the shapes that badges have.
  private static func subject(of document: JSON) throws(VerificationReason) -> JSON {
    guard document.hasType("OpenBadgeCredential") || document.hasType("AchievementCredential")
    else {
      let other = document["type"].strings.first { $0 != "VerifiableCredential" }
      throw .notBadge(short(other ?? "VerifiableCredential"))
    }
    guard let subject = document["credentialSubject"] else {
      throw .memberMissing("credentialSubject")
    }
    let subjects = subject.array ?? [subject]
    guard subjects.count == 1, subjects[0].object != nil else {
      throw .memberWrong("credentialSubject")
    }
    guard let achievement = subjects[0]["achievement"] else {
      throw .memberMissing("achievement")
    }
    guard achievement.object != nil else { throw .memberWrong("achievement") }
    _ = try achievement.text("name")
    return subjects[0]
  }

  /// The steps about the key and the signature.
  private func authenticate(_ credential: SecuredCredential) throws(Stop) {
    for key in keys.vouched(credential.issuer) where (try? credential.verify(with: key)) != nil {
      pass(.key, .keyVouched)
      pass(.signature)
      return
    }
    let key = try during(.key) { () throws(VerificationReason) in try keys.key(of: credential) }
    pass(.key, keys.doubt(about: key, of: credential))
    try during(.signature) { () throws(VerificationReason) in
      try credential.verify(with: key)
      if case .proof(let proof, _) = credential.proof, let end = proof.expires, end < options.now {
        throw .proof(.proofExpired)
      }
    }
    pass(.signature)
  }

  private static func award(_ credential: SecuredCredential, _ subject: JSON) -> ReadAward {
    let document = credential.document
    let issuer = document["issuer"]
    let achievement = subject["achievement"]
    return ReadAward(
      id: credential.id,
      name: words(achievement?["name"]) ?? words(document["name"]) ?? "",
      description: words(achievement?["description"]),
      criteria: criteria(achievement?["criteria"]),
      image: image(achievement?["image"]) ?? image(document["image"]),
      issuerID: credential.issuer, issuerName: words(issuer?["name"]),
      issuerAddress: issuer?["url"]?.string, achievement: achievement?["id"]?.string,
      issuedOn: document["awardedDate"]?.string.flatMap { Timestamp($0) } ?? credential.validFrom,
      expires: credential.validUntil, narrative: words(subject["narrative"]),
      evidence: evidence(document["evidence"]), tags: achievement?["tag"].strings ?? [],
      alignments: alignments(achievement?["alignment"]))
  }
}
