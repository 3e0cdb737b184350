import JSONText

extension Inspection {
  func checkEndorsements(of assertion: ReadAssertion, _ badge: JSON) {
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
