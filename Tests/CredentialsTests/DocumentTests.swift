import JSONText
import LinkedData
import Testing

@testable import Credentials

@Suite struct `A document` {
  private var bare: [JSON] {
    let school = School()
    var assertion = OB2.Assertion(
      id: school.hosted.id, recipient: school.recipient, badge: school.badgeClass.id,
      proof: .hosted, issuedOn: school.issuedOn)
    assertion.evidence = []
    let credential = OB3.AchievementCredential(
      id: "urn:uuid:1", subject: "urn:uuid:2", recipient: school.recipient,
      issuer: OB3.Profile(id: "https://x.example/1", name: "X"),
      achievement: OB3.Achievement(
        id: "urn:uuid:3", name: "N", description: "D", criteria: Criteria(narrative: "C")),
      validFrom: school.issuedOn)
    return [
      assertion.json, credential.json, school.profile.json, school.badgeClass.json,
      school.endorsement.json, school.endorsementCredential.json, school.controller.json,
      school.statusList().json, OB2.Assertion.revoked(id: "urn:uuid:1", reason: nil),
    ]
  }

  @Test func `has no null, no empty list and no empty object`() {
    func check(_ value: JSON) {
      switch value {
      case .null: Issue.record("null")
      case .array(let values):
        #expect(!values.isEmpty)
        for value in values { check(value) }
      case .object(let object):
        #expect(!object.isEmpty)
        for member in object.members { check(member.value) }
      default: return
      }
    }
    for document in bare { check(document) }
  }

  @Test func `uses no name that its contexts do not define`() throws {
    let school = School()
    let bare =
      bare + [
        school.credential.json, school.hosted.json, school.signedAssertion.json,
        try school.proved(school.credential.json),
        OB2.CryptographicKey(
          id: "https://x.example/k", owner: "https://x.example", key: School.rsa.publicKey
        ).json,
        OB2.RevocationList(id: "https://x.example/r", issuer: "https://x.example", revoked: [])
          .json,
      ]
    for document in bare {
      #expect(throws: Never.self, "\(document.text)") {
        try LinkedDocument(document.with("@language", nil), with: School.contexts)
      }
    }
  }

  @Test func `names the recipient by a salted hash`() {
    // The example of OB 2.0's and OB 3.0's data models.
    #expect(
      SaltedIdentity("a@example.com", .email, salt: "Kosher").hash
        == "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399")
    let typed = SaltedIdentity("  A@Example.com\n", .email, salt: "s")
    #expect(typed == SaltedIdentity("a@example.com", .email, salt: "s"))
    let identifier = SaltedIdentity("aB", .identifier, salt: "s")
    #expect(identifier.hash != SaltedIdentity("ab", .identifier, salt: "s").hash)
    #expect(SaltedIdentity.randomSalt() != SaltedIdentity.randomSalt())
  }

  @Test func `of a revocation list always has two entries that name nobody`() throws {
    let list = OB2.RevocationList(
      id: "https://x.example/r", issuer: "https://x.example", revoked: [])
    #expect(list.json["revokedAssertions"]?.array?.count == 2)
    var one = list
    one.revoked = [.init(id: "urn:uuid:1", reason: "Erreur")]
    #expect(one.json["revokedAssertions"]?.array?.count == 3)
    #expect(one.json == one.json)
  }

  @Test func `of a revoked assertion says nothing else`() {
    let names = OB2.Assertion.revoked(id: "https://x.example/a", reason: "Erreur").object?.members
    #expect(
      names?.map(\.name) == ["@context", "type", "id", "revoked", "revocationReason"])
  }

  @Test func `as a JWT says the same in claims and members`() throws {
    var school = School()
    school.expires = Timestamp(seconds: school.now.seconds + 60)
    let payload = VCJWT.payload(of: school.credential.json)
    #expect(payload["iss"]?.string == school.issuer.id)
    #expect(payload["jti"] == payload["id"])
    #expect(payload["sub"] == payload["credentialSubject"]?["id"])
    #expect(payload["nbf"]?.integer == Int(school.issuedOn.seconds))
    #expect(payload["exp"]?.integer == Int(school.now.seconds + 60))
    let header = try CompactJWS(reading: school.token(school.credential.json).utf8).header
    #expect(header == ["alg": "RS256", "kid": "https://badges.example/ob3/keys/1"])
  }

  @Test func `has ids of the form that RFC 9562 gives them`() {
    let id = CredentialID.random()
    #expect(
      id.wholeMatch(
        of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    #expect(id != CredentialID.random())
  }
}

@Suite struct `A status list` {
  @Test func `keeps each bit where the specification has it`() throws {
    var list = StatusList()
    #expect(list.count == 131_072)
    list[0] = true
    list[131_071] = true
    list[94_567] = true
    let read = try #require(StatusList(encoded: list.encoded))
    #expect(read == list)
    #expect((0..<read.count).filter { read[$0] } == [0, 94_567, 131_071])
    #expect(list.encoded.hasPrefix("uH4sI"))
    list[0] = false
    #expect(!list[0] && !list[-1] && !list[131_072])
    #expect(StatusList(count: 131_073).count == 131_080)
  }

  @Test func `is read from W3C's example`() throws {
    let text = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"
    let list = try #require(StatusList(encoded: text))
    #expect(list == StatusList())
    #expect(StatusList(encoded: String(text.dropFirst())) == list)
  }

  @Test func `is refused when it is cut or would fill the memory`() throws {
    let text = StatusList().encoded
    #expect(StatusList(encoded: String(text.dropLast(8))) == nil)
    #expect(StatusList(encoded: "") == nil && StatusList(encoded: "u") == nil)
    let bomb = try #require(Gzip.compress([UInt8](repeating: 0, count: 16 << 20)))
    #expect(StatusList(encoded: "u" + Base64.encodeURL(bomb)) == nil)
  }
}
