import JSONText

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

// What an assertion points at.
extension Inspection {
  /// The class, and who issues it. The profile is always asked for at its own address: whoever wrote
  /// the badge could have written another one into it.
  func issuer(of assertion: ReadAssertion) throws(Stop) -> (badge: JSON, profile: JSON) {
    try during(.issuer) { () throws(VerificationReason) in
      let badge = try described(assertion.badge, "BadgeClass")
      for name in ["name", "description"] { _ = try badge.text(name) }
      guard let issuer = badge["issuer"]?.reference else { throw .memberMissing("issuer") }
      return (badge, try profile(issuer))
    }
  }

  func profile(_ id: String) throws(VerificationReason) -> JSON {
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

  static func award(
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
}
