import JSONText
import Testing

@testable import Credentials

/// An award in one of its forms, as text and in pictures.
struct Form: CustomTestStringConvertible, Sendable {
  let form: BadgeForm
  var testDescription: String { form.rawValue }

  static let all = BadgeForm.allCases.map { Form(form: $0) }

  var version: BakedVersion { form == .ob2Hosted || form == .ob2Signed ? .ob2 : .ob3 }

  func text(_ school: School) throws -> String {
    switch form {
    case .ob2Hosted: school.hosted.json.text
    case .ob2Signed: school.signed
    case .ob3JWT: school.token(school.credential.json)
    case .ob3Proof: try school.proved(school.credential.json).text
    }
  }
}

@Suite struct `Verifying a badge` {
  @Test(arguments: Form.all)
  func `finds a right one right, alone and in pictures`(form: Form) throws {
    let school = School()
    let text = try form.text(school)
    var inputs = [Array(text.utf8), Array("\n \(text)\n".utf8)]
    for picture in [Pictures.png, Array(Pictures.svg.utf8)] {
      inputs.append(
        try Baking.bake(text, form.version, address: school.hosted.id, into: picture))
    }
    for input in inputs {
      let report = school.verify(input) { $0.recipients = [" Eleve@Lycee.example"] }
      #expect(report.state == .valid && report.form == form.form, "\(report.steps)")
      #expect(report.award?.name == "Entraide" && report.award?.expires == nil)
      #expect(report.award?.issuerName == school.issuer.name && !report.isIssuerKnown)
      #expect(report.award?.evidence.count == 2 && report.award?.narrative != nil)
      #expect(report.award?.issuedOn == school.issuedOn)
      #expect(report.award?.criteria?.narrative != nil && report.award?.image?.caption != nil)
    }
  }

  @Test(arguments: Form.all)
  func `says when it is over, not yet begun, or for somebody else`(form: Form) throws {
    var school = School()
    school.expires = Timestamp(seconds: school.now.seconds + 600)
    let text = try form.text(school)
    #expect(school.verify(text).state == .valid)
    let later = Timestamp(seconds: school.now.seconds + 3_600)
    let report = school.verify(text) { $0.now = later }
    #expect(report.state == .expired && report.award?.expires == school.expires)
    let earlier = Timestamp(seconds: school.issuedOn.seconds - 3_600)
    if form.version == .ob2 {
      #expect(school.verify(text) { $0.now = earlier }.state == .notYetValid)
    } else {
      // The list is not valid yet, either: what is known for sure is said.
      #expect(school.verify(text) { $0.now = earlier }.state == .notYetValid)
    }
    #expect(school.verify(text) { $0.recipients = ["x@lycee.example"] }.state == .wrongRecipient)
    let two = ["x@lycee.example", school.address]
    #expect(school.verify(text) { $0.recipients = two }.state == .valid)
  }

  @Test(arguments: Form.all)
  func `says when it was taken back, and why`(form: Form) throws {
    let school = School()
    var web = school.web
    let list = OB2.RevocationList(
      id: school.home + "/ob2/revocations/1", issuer: school.profile.id,
      revoked: [.init(id: school.signedAssertion.id, reason: "Erreur de saisie")])
    web[list.id] = list.json
    web[school.hosted.id] = OB2.Assertion.revoked(
      id: school.hosted.id, reason: "Erreur de saisie")
    web.statuses[school.hosted.id] = 410
    web.texts[school.home + "/ob3/status/1"] = school.token(school.statusList([94_567]).json)
    let report = school.verify(try form.text(school), web)
    #expect(report.state == .revoked, "\(report.steps)")
    #expect(report.reason == .revoked(form.version == .ob2 ? "Erreur de saisie" : nil))
    #expect(report.award?.name == "Entraide")
  }

  @Test(arguments: Form.all)
  func `finds it changed when any one byte is another`(form: Form) throws {
    let school = School()
    let text = Array(try form.text(school).utf8)
    for place in stride(from: 3, to: text.count, by: 67) {
      var changed = text
      changed[place] = changed[place] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
      let report = school.verify(changed)
      #expect(
        report.state == .invalid || report.state == .couldNotCheck,
        "\(place): \(String(decoding: changed[max(0, place - 30)...place], as: UTF8.self))")
    }
  }

  @Test(arguments: Form.all)
  func `says what it could not find out`(form: Form) throws {
    let school = School()
    var web = school.web
    web.texts = [:]
    #expect(school.verify(try form.text(school), web).state == .couldNotCheck)
    web = school.web
    web.texts = web.texts.mapValues { _ in "<html>" }
    #expect(school.verify(try form.text(school), web).state == .couldNotCheck)
    web = school.web
    for address in web.texts.keys { web.statuses[address] = 503 }
    #expect(school.verify(try form.text(school), web).state == .couldNotCheck)
    let report = school.verify(try form.text(school)) { $0.mostFetches = 0 }
    #expect(report.state == .couldNotCheck && report.reason == .tooManyFetches(most: 0))
  }

  @Test(arguments: Form.all)
  func `asks for no key of an issuer for whom the caller vouches`(form: Form) throws {
    let school = School()
    var web = school.web
    for key in ["/ob2/keys/1", "/ob3/keys/1", "/ob3/issuers/1"] { web[school.home + key] = nil }
    let keys: [PublicKey] = [.rsa(School.rsa.publicKey), .ed25519(School.ed25519.publicKey)]
    let report = school.verify(try form.text(school), web) {
      $0.knownIssuers = [school.profile.id, school.issuer.id].map { .init(id: $0, keys: keys) }
    }
    #expect(report.state == .valid && report.isIssuerKnown, "\(report.steps)")
  }

  @Test func `says when a key has only its address to speak for it`() throws {
    let school = School()
    let token = school.token(school.credential.json)
    let doubt = VerificationStep(
      kind: .key,
      outcome: .noted(.keyNotListed(key: school.tokenKey.address, issuer: school.issuer.id)))
    var web = school.web
    #expect(!school.verify(token, web).steps.contains(doubt))
    web[school.issuer.id] = nil
    #expect(!school.verify(token, web).steps.contains(doubt))
    web[school.home + "/.well-known/jwks.json"] = OB3.keySet([
      ("https://x.example", school.tokenKey)
    ])
    let report = school.verify(token, web)
    #expect(report.state == .valid && report.steps.contains(doubt))
  }

  @Test func `says when nobody could vouch for who answered`() throws {
    let school = School(home: "http://badges.example")
    for text in [school.hosted.json.text, school.signed] {
      let report = school.verify(text)
      #expect(report.state == .valid)
      #expect(
        report.steps.contains { step in
          if case .noted(.insecure(let address)) = step.outcome {
            return address.hasPrefix("http://badges.example/")
          }
          return false
        })
    }
  }

  @Test func `follows an address to what it answers`() throws {
    let school = School()
    #expect(school.verify(school.hosted.id).state == .valid)
    var web = school.web
    web.texts["https://share.example/b"] = try Form(form: .ob3Proof).text(school)
    #expect(school.verify("https://share.example/b", web).form == .ob3Proof)
    web.texts["https://share.example/b"] = "https://share.example/c"
    #expect(school.verify("https://share.example/b", web).reason == .inputUnknown)
    web[school.hosted.id] = OB2.Assertion.revoked(id: school.hosted.id, reason: nil)
    web.statuses[school.hosted.id] = 410
    #expect(school.verify(school.hosted.id, web).state == .revoked)
  }

  @Test func `reads badges of VC 1.1`() throws {
    let school = School()
    let older: JSON = [
      "@context": [
        "https://www.w3.org/2018/credentials/v1",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
      ],
      "id": "urn:uuid:7d0f1f6a-93f0-4b0f-8f3c-7d5a0a2e9b13",
      "type": ["VerifiableCredential", "OpenBadgeCredential"],
      "issuer": school.issuer.json.with("image", nil),
      "issuanceDate": .string(school.issuedOn.text),
      "credentialSubject": [
        "id": "mailto:Eleve@lycee.example", "type": ["AchievementSubject"],
        "achievement": school.achievement.json.with("inLanguage", nil).with("version", nil)
          .with("image", nil),
      ],
    ]
    let claims: JSON = [
      "iss": .string(school.issuer.id), "sub": "mailto:Eleve@lycee.example",
      "nbf": .number(String(school.issuedOn.seconds)),
      "exp": .number(String(school.now.seconds + 60)), "vc": older.with("issuanceDate", nil),
    ]
    let token = CompactJWS.sign(claims.utf8, keyID: school.tokenKey.address, with: School.rsa)
    let report = school.verify(token) { $0.recipients = [school.address] }
    #expect(report.state == .valid && report.form == .ob3JWT, "\(report.steps)")
    #expect(report.award?.expires?.seconds == school.now.seconds + 60)
    let proof = older.with(
      "@context",
      .array((older["@context"]?.array ?? []) + ["https://w3id.org/security/data-integrity/v1"]))
    let proved = school.verify(try school.proved(proof).text)
    #expect(proved.state == .valid, "\(proved.steps)")
    let later = proof.with("expirationDate", .string(school.issuedOn.text))
    #expect(school.verify(try school.proved(later).text).state == .expired)
  }

  @Test func `finds the keys of did:key, and of did:web at its address`() throws {
    let school = School()
    let text = Multikey.text(School.ed25519.publicKey)
    let integrity = DataIntegrity(contexts: School.contexts)
    func credential(_ issuer: String) throws -> JSON {
      var credential = school.credential
      credential.issuer = OB3.Profile(id: issuer, name: "X")
      credential.status = nil
      return try integrity.sign(
        credential.json, with: School.ed25519, method: "\(issuer)#\(text)", at: school.issuedOn)
    }
    #expect(school.verify(try credential("did:key:\(text)").text).state == .valid)
    let other = "did:key:" + Multikey.text(School.otherEd25519.publicKey)
    #expect(school.verify(try credential(other).text).state == .invalid)
    let did = "did:web:badges.example%3A8443:ecole"
    var controller = school.controller
    controller.profile.id = did
    var web = Web()
    web["https://badges.example:8443/ecole/did.json"] = controller.json
    #expect(school.verify(try credential(did).text, web).state == .valid)
    #expect(school.verify(try credential("did:example:1").text, web).state == .couldNotCheck)
  }

  @Test func `reads 1EdTech's revocation list in both spellings`() throws {
    let school = School()
    let address = school.home + "/ob3/revocations/1"
    let status: JSON = ["id": .string(address), "type": "1EdTechRevocationList"]
    let token = school.token(school.credential.json.with("credentialStatus", status))
    for member in ["revokedCredential", "revokedCredentials"] {
      var web = school.web
      let entry: JSON = [
        "id": .string(school.credential.id), "revoked": true, "revocationReason": "Erreur",
      ]
      let list: JSON = ["id": .string(address), "issuer": .string(school.issuer.id)]
      web[address] = list.with(member, [entry])
      let report = school.verify(token, web)
      #expect(report.state == .revoked && report.reason == .revoked("Erreur"))
      web[address] = list.with(member, [])
      #expect(school.verify(token, web).state == .valid)
      web[address] = list.with("issuer", "https://x.example")
      #expect(school.verify(token, web).state == .couldNotCheck)
    }
  }

  @Test func `believes no list but the issuer's own, in its time, for its purpose`() throws {
    let school = School()
    let address = school.home + "/ob3/status/1"
    let token = school.token(school.credential.json)
    let list = school.statusList().json
    let subject = list["credentialSubject"] ?? .null
    let cases: [(String, JSON)] = [
      ("issuer", list.with("issuer", "https://x.example/1")),
      ("validUntil", list.with("validUntil", .string(school.issuedOn.text))),
      ("id", list.with("id", "https://badges.example/other")),
      ("statusPurpose", list.with("credentialSubject", subject.with("statusPurpose", "message"))),
      ("encodedList", list.with("credentialSubject", subject.with("encodedList", "uH4sI"))),
      ("type", list.with("credentialSubject", subject.with("type", "Other"))),
    ]
    for (member, list) in cases {
      var web = school.web
      web.texts[address] = school.token(list)
      let report = school.verify(token, web)
      #expect(report.state == .couldNotCheck && report.reason == .listWrong(member))
    }
    var web = school.web
    web.texts[address] = VCJWT.sign(list, keyID: school.tokenKey.address, with: School.otherRSA)
    #expect(school.verify(token, web).state != .valid)
    web[address] = list
    #expect(school.verify(token, web).state != .valid)
    web[address] = try school.proved(list)
    #expect(school.verify(token, web).state == .valid)
  }

  @Test func `shows who vouches for it, if that is right`() throws {
    let school = School()
    var credential = school.credential
    credential.achievement.endorsements = [school.token(school.endorsementCredential.json)]
    let report = school.verify(try school.proved(credential.json).text)
    #expect(report.state == .valid, "\(report.steps)")
    #expect(report.endorsements.map(\.comment) == ["Utile à l'atelier."])
    #expect(report.endorsements.map(\.state) == [.valid])
    #expect(school.verify(school.signed).endorsements.map(\.state) == [.valid])
    // Written into the badge as JSON, with a proof of its own.
    let embedded = credential.json.with(
      "credentialSubject",
      credential.json["credentialSubject"]?.with(
        "achievement",
        school.achievement.json.with(
          "endorsement", [try school.proved(school.endorsementCredential.json)])))
    for text in [try school.proved(embedded).text, school.token(embedded)] {
      let report = school.verify(text)
      #expect(report.state == .valid, "\(report.steps)")
      #expect(report.endorsements.map(\.state) == [.valid])
    }
    var other = school.endorsementCredential
    other.subject = "https://badges.example/another"
    credential.achievement.endorsements = [
      school.token(other.json), "e30.e30.AA",
      VCJWT.sign(
        school.endorsementCredential.json, keyID: school.tokenKey.address, with: School.otherRSA),
    ]
    let refused = school.verify(school.token(credential.json))
    #expect(refused.state == .valid)
    #expect(refused.endorsements.map(\.state) == [.invalid, .invalid, .invalid])
  }

  @Test func `takes keys at http from this machine only, and if it may`() throws {
    let school = School(home: "http://127.0.0.1:8080")
    for form in [Form(form: .ob3JWT), Form(form: .ob3Proof)] {
      let text = try form.text(school)
      #expect(school.verify(text) { $0.allowsLoopback = true }.state == .valid)
      let report = school.verify(text)
      #expect(report.state == .invalid)
      #expect(
        [.address(school.tokenKey.address, .notSecure), .address(school.issuer.id, .notSecure)]
          .contains(report.reason))
    }
    let elsewhere = School(home: "http://127.0.0.1.x.example")
    let text = try Form(form: .ob3JWT).text(elsewhere)
    #expect(elsewhere.verify(text) { $0.allowsLoopback = true }.state == .invalid)
  }
}
