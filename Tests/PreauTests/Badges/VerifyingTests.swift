import Credentials
import HTTP
import JSONText
import LinkedData
import Testing

@testable import Preau

@Suite struct `Verifying badges` {
  @Test(arguments: [
    ("https://ecole.example/ob/1/profils/1", "/ob/1/profils/1"),
    ("HTTPS://Ecole.Example/ob/1/X", "/ob/1/X"),
    ("https://ecole.example", nil), ("https://ecole.example.org/ob/1", nil),
    ("https://ecole.example@other.example/ob/1", nil), ("http://ecole.example/ob/1", nil),
    ("https://ecole.example:8443/ob/1", nil), ("https://other.example/ob/1", nil),
  ])
  func `only what lies below the site's own address is its own`(
    address: String, path: String?
  ) {
    #expect(BadgeAsking.path(of: address, below: "https://ecole.example") == path)
  }

  @Test(arguments: [
    ("http://localhost:8080/ob/1", true), ("http://127.0.0.1/x", true),
    ("https://[::1]:8443/x", true), ("http://localhost.example.org/", false),
    ("http://localhost@example.org/", false), ("http://example.org/?localhost", false),
    ("badge.png", false), ("http://192.168.1.1/", false),
  ])
  func `the command line asks this machine only where it is named`(
    address: String, isHere: Bool
  ) {
    #expect(BadgeVerifyCommand.isOfThisMachine(address) == isHere)
  }

  @Test func `private addresses are not asked`() {
    let asking = BadgeAsking(Configuration(dataFolder: "/nowhere"))
    for address in ["http://127.0.0.1:9/", "http://[::1]:9/", "http://10.0.0.1/"] {
      #expect(throws: BadgeAsking.Failure.notPublic) { try asking.ask(address) }
    }
  }

  @Test func `a file is taken rather than words, and something must be given`() throws {
    var draft = VerifyingDraft()
    #expect(throws: VerifyingDraft.Problem.nothing) { try draft.checked() }
    draft.text = " \n"
    #expect(throws: VerifyingDraft.Problem.nothing) { try draft.checked() }
    draft.text = "https://ecole.example/1"
    draft.recipient = "lea@ecole.example"
    #expect(try draft.checked().recipients == ["lea@ecole.example"])
    draft.recipient = String(repeating: "a", count: 321)
    #expect(throws: VerifyingDraft.Problem.recipientTooLong) { try draft.checked() }
  }

  /// A badge of an issuer that is its own key, and that nobody here knows.
  private func stranger(until end: String?) throws -> [UInt8] {
    let key = Ed25519SigningKey.generate()
    let issuer = "did:key:" + Multikey.text(key.publicKey)
    let end = end.map { "\"validUntil\":\"\($0)\"," } ?? ""
    let credential = try JSON(
      reading: Array(
        """
        {"@context":["https://www.w3.org/ns/credentials/v2",\
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"id":"urn:uuid:1",\
        "type":["VerifiableCredential","OpenBadgeCredential"],\
        "issuer":{"id":"\(issuer)","type":["Profile"],"name":"Ailleurs"},\(end)\
        "validFrom":"2026-01-01T00:00:00Z","credentialSubject":{"type":["AchievementSubject"],\
        "achievement":{"id":"urn:uuid:2","type":["Achievement"],"name":"A","description":"B",\
        "criteria":{"narrative":"C"}}}}
        """.utf8))
    return try DataIntegrity(contexts: contexts).sign(
      credential, with: key, method: issuer + "#" + Multikey.text(key.publicKey),
      at: Timestamp(.now)
    ).utf8
  }

  private let contexts: ContextLibrary

  init() throws {
    contexts = try BadgeContexts.load(root: try Assets.folder())
  }

  private func check(_ bytes: [UInt8]) -> VerificationReport {
    BadgeChecking.check(
      bytes, Verification.Options(now: Timestamp(.now)), contexts,
      BadgeAsking(Configuration(dataFolder: "/nowhere")))
  }

  @Test func `a right signature of a stranger is said to be just that`() throws {
    let report = check(try stranger(until: nil))
    #expect(report.state == .valid && !report.isIssuerKnown, "\(report.steps)")
    let say = VerifyingStrings.french
    #expect(say.verdict(on: report).title == "Signature valable, émetteur inconnu de ce site")
    let late = check(try stranger(until: "2026-02-01T00:00:00Z"))
    #expect(say.verdict(on: late).title == "Ce badge a expiré")
    #expect(late.steps.map(say.sentence).contains { $0.contains("1er\u{00A0}février 2026") })
  }

  @Test func `a badge with one letter changed is not valid`() throws {
    let text = String(decoding: try stranger(until: nil), as: UTF8.self)
    let changed = check(Array(text.replacing("Ailleurs", with: "Ici").utf8))
    #expect(changed.state == .invalid)
    #expect(
      changed.steps.map(VerifyingStrings.english.sentence).contains {
        $0.contains("signature is wrong")
      })
  }

  @Test func `a picture in a page is written in the alphabet of data addresses`() {
    #expect(ShownPicture.padded([0xFB, 0xFF]) == "+/8=")
    #expect(ShownPicture.padded(Array("badge!".utf8)) == "YmFkZ2Uh")
  }
}
