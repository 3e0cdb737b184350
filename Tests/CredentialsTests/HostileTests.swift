import JSONText
import Testing

@testable import Credentials

/// What somebody would send who wants a badge that nobody gave, or harm.
@Suite struct `A hostile badge` {
  private let school = School()

  /// How long a refusal may take. What is not optimised is five times slower, and shares the machine
  /// with other tests.
  #if DEBUG
    private static let deadline = Duration.seconds(5)
  #else
    private static let deadline = Duration.seconds(1)
  #endif

  /// Refused, and soon.
  private func refuse(
    _ input: [UInt8], _ web: Web? = nil, _ expected: VerificationReason? = nil,
    at place: SourceLocation = #_sourceLocation
  ) {
    let started = ContinuousClock.now
    let report = school.verify(input, web)
    #expect(ContinuousClock.now - started < Self.deadline, sourceLocation: place)
    #expect(
      report.state == .invalid || report.state == .couldNotCheck, "\(report.steps)",
      sourceLocation: place)
    #expect(report.reason != nil, sourceLocation: place)
    if let expected { #expect(report.reason == expected, sourceLocation: place) }
  }

  private func refuse(
    _ text: String, _ web: Web? = nil, _ expected: VerificationReason? = nil,
    at place: SourceLocation = #_sourceLocation
  ) {
    refuse(Array(text.utf8), web, expected, at: place)
  }

  @Test func `says nothing at all`() {
    refuse("", nil, .inputUnknown)
    refuse(" \n", nil, .inputUnknown)
    refuse("bonjour", nil, .inputUnknown)
    refuse([0xFF, 0xFE, 0x00], nil, .inputUnknown)
    refuse("{}", nil, .notBadge(""))
    refuse("[]", nil, .inputUnknown)
    refuse("javascript:alert(1)", nil, .inputUnknown)
    refuse("file:///etc/passwd", nil, .inputUnknown)
    refuse("https://user@x.example/", nil, .inputUnknown)
  }

  @Test func `is too much`() {
    refuse(
      [UInt8](repeating: 0x20, count: Verification.mostInput + 1), nil,
      .tooLong(most: Verification.mostInput))
    refuse("{\"a\":\"" + String(repeating: "a", count: 2 << 20) + "\"}")
    refuse(String(repeating: "{\"a\":", count: 100_000))
    refuse(String(repeating: "[", count: 900_000))
    refuse("{\"a\":[" + String(repeating: "1,", count: 200_000) + "1]}")
    refuse("{\"type\":\"Assertion\",\"type\":\"Assertion\"}")
  }

  @Test func `is a picture that is too much`() {
    let packed = Pictures.deflated([UInt8](repeating: 0x7B, count: 16 << 20))
    let bomb = Pictures.chunk("iTXt", Array("openbadges".utf8) + [0, 1, 0, 0, 0] + packed)
    refuse(Pictures.png(with: bomb), nil, .picture(.textTooLong))
    let many = [UInt8]([UInt8](Pictures.chunk("tEXt", Array("a\0".utf8))))
    var row: [UInt8] = []
    for _ in 0..<20_000 { row += many }
    refuse(Pictures.png(with: row), nil, .picture(.nothingBaked))
    let deep =
      "<svg xmlns=\"http://www.w3.org/2000/svg\">" + String(repeating: "<g>", count: 50_000)
    refuse(deep, nil, .picture(.damaged))
    refuse("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", nil, .picture(.active))
  }

  @Test func `is a tangle of nodes without names`() throws {
    let nodes = (0..<40).map { JSON.string("_:n\($0)") }
    let knots = nodes.map { node -> JSON in
      ["id": node, "type": ["Evidence"], "narrative": "x"]
    }
    let tangle = try school.proved(school.credential.json).with("evidence", .array(knots))
    refuse(tangle.text)
    let alike = (0..<3_000).map { _ in JSON(dictionaryLiteral: ("type", ["Evidence"])) }
    refuse(try school.proved(school.credential.json).with("evidence", .array(alike)).text)
  }

  @Test func `is signed by somebody else`() throws {
    let other = VCJWT.sign(
      school.credential.json, keyID: school.tokenKey.address, with: School.otherRSA)
    refuse(other, nil, .token(.signatureWrong))
    refuse(school.signedAssertion.signed(with: School.otherRSA), nil, .token(.signatureWrong))
    let method = school.controller.method(for: School.otherEd25519.publicKey)
    let proved = try DataIntegrity(contexts: School.contexts).sign(
      school.credential.json, with: School.otherEd25519, method: method, at: school.issuedOn)
    // The method bears the key and the issuer's name: the issuer does not know it.
    refuse(
      proved.text, nil, .keyNotOfIssuer(key: method, issuer: school.issuer.id))
  }

  @Test func `names a key that somebody left at the issuer's origin`() throws {
    var web = school.web
    let left = school.home + "/fichiers/KEY"
    web[left] = PublicKey.rsa(School.otherRSA.publicKey).jwk(id: left)
    let token = VCJWT.sign(school.credential.json, keyID: left, with: School.otherRSA)
    let wrong = VerificationReason.keyNotOfIssuer(key: left, issuer: school.issuer.id)
    refuse(token, web, wrong)
    // Each of the two lists is enough.
    let set = school.home + "/.well-known/jwks.json"
    let kept = web[set]
    web[set] = nil
    refuse(token, web, wrong)
    web[set] = kept
    web[school.issuer.id] = nil
    refuse(token, web, wrong)
    // Where there is none, a file is still no key.
    web[set] = nil
    web.types[left] = "text/plain; charset=utf-8"
    refuse(token, web, .fetch(left, .notDocument))
    web.types[left] = "application/jwk+json"
    #expect(school.verify(token, web).state == .valid)
  }

  @Test func `is a picture that would be compared for long`() {
    let start = "<svg xmlns=\"http://www.w3.org/2000/svg\""
    let many = (0..<80_000).map { " a\($0)=\"\"" }.joined()
    refuse(start + many + "/>", nil, .picture(.damaged))
    let row = String(repeating: "<g/>", count: 400_000)
    refuse(start + ">" + row + "</svg>", nil, .picture(.tooLong))
  }

  @Test func `names a key that is somewhere else`() throws {
    var web = school.web
    let evil = "https://evil.example/k"
    web[evil] = PublicKey.rsa(School.otherRSA.publicKey).jwk(id: evil)
    let token = VCJWT.sign(school.credential.json, keyID: evil, with: School.otherRSA)
    refuse(token, web, .keyNotOfIssuer(key: evil, issuer: school.issuer.id))
    // Nor does it help to be named like the issuer's home.
    let near = "https://badges.example.evil.example/k"
    web[near] = PublicKey.rsa(School.otherRSA.publicKey).jwk(id: near)
    refuse(VCJWT.sign(school.credential.json, keyID: near, with: School.otherRSA), web)
    let insecure = "http://badges.example/ob3/keys/1"
    web[insecure] = web[school.tokenKey.address]
    refuse(VCJWT.sign(school.credential.json, keyID: insecure, with: School.rsa), web)
    var assertion = school.signedAssertion
    assertion.proof = .signed(creator: evil)
    web[evil] =
      OB2.CryptographicKey(
        id: evil, owner: school.profile.id, key: School.otherRSA.publicKey
      ).json
    refuse(
      assertion.signed(with: School.otherRSA), web,
      .keyNotOfIssuer(key: evil, issuer: school.profile.id))
  }

  @Test func `asks no address that it may not name`() throws {
    let names = [
      "http://169.254.169.254/latest", "file:///etc/passwd", "https://a@b.example/", "urn:uuid:1",
      "https://x.example\u{202E}/", "ftp://x.example/", "//x.example", "https://[::1", "https://",
    ]
    for name in names {
      let token = VCJWT.sign(school.credential.json, keyID: name, with: School.otherRSA)
      let report = Verification(school.options, contexts: School.contexts).verify(
        Array(token.utf8)
      ) { address in
        #expect(address.hasPrefix("https://badges.example/"), "\(address)")
        return try school.web.answer(address)
      }
      #expect(report.state == .invalid, "\(name)")
    }
    var asked = 0
    var credential = school.credential
    credential.achievement.endorsements = (0..<50).map { number in
      VCJWT.sign(
        school.endorsementCredential.json.with("issuer", .string("https://x\(number).example/i")),
        keyID: "https://x\(number).example/k", with: School.rsa)
    }
    let text = Array(school.token(credential.json).utf8)
    _ = Verification(school.options, contexts: School.contexts).verify(text) { address in
      asked += 1
      return try school.web.answer(address)
    }
    #expect(asked <= 12)
  }

  @Test func `names contexts and lists that are elsewhere`() throws {
    let context = "https://evil.example/context"
    let document = try school.proved(school.credential.json)
    refuse(
      document.with("@context", .array(OB3.contexts.map { .string($0) } + [.string(context)])).text,
      nil, .proof(.graph(.unknownContext(context))))
    var credential = school.credential
    credential.status?.list = "http://169.254.169.254/latest"
    refuse(
      school.token(credential.json), nil, .address("http://169.254.169.254/latest", .notSecure))
  }

  @Test func `has a reason that programs can read`() {
    let reasons: [(VerificationReason, String)] = [
      (.inputUnknown, "inputUnknown"), (.expired(School.noon), "expired"),
      (.picture(.bakedTwice), "picture.bakedTwice"), (.revoked(nil), "revoked"),
      (.token(.algorithmRefused("none")), "token.algorithmRefused"),
      (.proof(.graph(.undefinedTerm("x"))), "proof.graph.undefinedTerm"),
      (.keyNotOfIssuer(key: "k", issuer: "i"), "keyNotOfIssuer"),
      (.fetch("https://x.example", .status(404)), "fetch"), (.notBadge("x"), "notBadge"),
    ]
    for (reason, code) in reasons { #expect(reason.code == code) }
  }

  @Test func `brings its own key`() throws {
    let jwk = PublicKey.rsa(School.otherRSA.publicKey).jwk()
    let payload = VCJWT.payload(of: school.credential.json)
    let header: JSON = ["alg": "RS256", "jwk": jwk]
    let signed = Base64.encodeURL(header.utf8) + "." + Base64.encodeURL(payload.utf8)
    let signature = School.otherRSA.sign(Array(signed.utf8))
    refuse(
      signed + "." + Base64.encodeURL(signature), nil,
      .keyNotOfIssuer(key: jwk["kid"]?.string ?? "", issuer: school.issuer.id))
    // The issuer's own is found in its set.
    let own: JSON = ["alg": "RS256", "jwk": PublicKey.rsa(School.rsa.publicKey).jwk()]
    let ownSigned = Base64.encodeURL(own.utf8) + "." + Base64.encodeURL(payload.utf8)
    let ownToken = ownSigned + "." + Base64.encodeURL(School.rsa.sign(Array(ownSigned.utf8)))
    #expect(school.verify(ownToken).state == .valid)
  }

  @Test func `says one thing in its claims and another in its members`() {
    let payload = VCJWT.payload(of: school.credential.json)
    let changes: [(String, JSON)] = [
      ("iss", "https://x.example"), ("jti", "urn:uuid:1"), ("sub", "urn:uuid:2"), ("nbf", 1),
      ("exp", 9_999_999_999), ("nbf", .number("-9223372036854775808")), ("exp", .number("1e999")),
    ]
    for (claim, value) in changes {
      let token = CompactJWS.sign(
        payload.with(claim, value).utf8, keyID: school.tokenKey.address, with: School.rsa)
      refuse(token, nil, .claimDiffers(claim))
    }
    let without = CompactJWS.sign(
      payload.with("iss", nil).utf8, keyID: school.tokenKey.address, with: School.rsa)
    refuse(without, nil, .memberMissing("iss"))
  }

  @Test func `hides what it was signed with in another spelling`() throws {
    var school = school
    school.expires = Timestamp(seconds: school.now.seconds - 600)
    let document = try school.proved(school.credential.json)
    #expect(school.verify(document.text).state == .expired)
    let end = document["validUntil"] ?? .null
    let bare = document.with("validUntil", nil)
    let spelled = bare.with(
      "https://www.w3.org/2018/credentials#validUntil",
      [
        "@value": end, "@type": "http://www.w3.org/2001/XMLSchema#dateTime",
      ])
    refuse(spelled.text, nil, .spelledOut("https://www.w3.org/2018/credentials#validUntil"))
    refuse(bare.with("cred:validUntil", end).text, nil, .spelledOut("cred:validUntil"))
    refuse(
      bare.with("@included", ["id": document["id"] ?? .null]).text, nil, .spelledOut("@included"))
    let twice: JSON = [
      "id": document["id"] ?? .null, "type": document["type"] ?? .null, "validUntil": end,
    ]
    refuse(bare.with("evidence", twice).text, nil, .describedTwice)
    refuse(bare.text, nil, .proof(.signatureWrong))
    refuse(document.with("validUntil", [end]).text, nil, .memberWrong("validUntil"))
    refuse(document.with("@context", [["@vocab": "urn:x"]]).text, nil, .contextWrong)
  }

  @Test func `is hosted where its issuer is not`() throws {
    var web = school.web
    var assertion = school.hosted
    assertion.id = "https://evil.example/a"
    web[assertion.id] = assertion.json
    refuse(assertion.json.text, web, .outsideScope(assertion.id))
    // A profile in the badge itself is not asked.
    let own = school.badgeClass.json.with(
      "issuer", school.profile.json.with("verification", ["startsWith": "https://evil.example"]))
    web[assertion.id] = assertion.json.with("badge", own)
    refuse(web[assertion.id]?.text ?? "", web, .outsideScope(assertion.id))
    // The issuer may say so.
    web[school.profile.id] = school.profile.json.with(
      "verification", ["startsWith": "https://evil.example/"])
    #expect(school.verify(assertion.json.text, web).state == .valid)
    web[school.profile.id] = school.profile.json.with(
      "verification", ["startsWith": "https://evil.example/b"])
    refuse(assertion.json.text, web, .outsideScope(assertion.id))
  }

  @Test func `says something else than its own address`() {
    let hosted = school.hosted.json
    refuse(hosted.with("narrative", "Autre chose.").text, nil, .originalDiffers("narrative"))
    refuse(hosted.with("@context", "urn:x").text, nil, .originalDiffers("@context"))
    #expect(school.verify(hosted.with("@context", [.string(OB2.context)]).text).state == .valid)
    refuse(
      hosted.with("recipient", SaltedIdentity("x@x.example", .email, salt: "x").ob2).text, nil,
      .originalDiffers("recipient"))
    refuse(
      hosted.with("verification", ["type": "SignedBadge"]).text, nil,
      .memberWrong("verification"))
    var web = school.web
    web[school.hosted.id] = hosted.with("id", "https://badges.example/other")
    refuse(hosted.text, web, .otherDocument(school.hosted.id))
  }

  @Test func `has keys that answer in each other's place`() {
    var web = school.web
    web[school.tokenKey.address] = PublicKey.rsa(School.rsa.publicKey).jwk(
      id: school.tokenKey.address, issuer: "https://badges.example/ob3/issuers/2")
    refuse(
      school.token(school.credential.json), web,
      .keyNotOfIssuer(key: school.tokenKey.address, issuer: school.issuer.id))
    web[school.tokenKey.address] = PublicKey.rsa(School.rsa.publicKey).jwk().with("d", "AQ")
    refuse(school.token(school.credential.json), web, .key(.privatePartPublished))
    web = school.web
    web[school.issuer.id] = school.controller.json.with(
      "id", "https://badges.example/ob3/issuers/2")
    if let text = try? school.proved(school.credential.json).text {
      refuse(text, web, .otherDocument(school.issuer.id))
    }
    web[school.issuer.id] = school.controller.json.with("assertionMethod", nil)
    if let text = try? school.proved(school.credential.json).text {
      refuse(text, web, .issuerWithoutKeys(school.issuer.id))
    }
  }
}
