import Foundation
import TestSupport
import Testing

/// What anybody is answered who has something verified.
@Suite struct `The page that verifies badges` {
  private let community: Community
  private let visitor: HTTPClient

  init() throws {
    community = try Community()
    visitor = community.server.visitor()
  }

  private func verify(_ text: String) throws -> Reply {
    let form = try visitor.get("/badges/verifier").page.form(to: "/badges/verifier")
    return try visitor.submit(form, changing: ["texte": text])
  }

  private func verify(_ bytes: [UInt8], named name: String) throws -> Reply {
    var form = try visitor.get("/badges/verifier").page.form(to: "/badges/verifier")
    try form.attach(
      Form.File(name: name, type: "application/octet-stream", bytes: bytes), to: "fichier")
    return try visitor.submit(form)
  }

  private static func state(_ reply: Reply) -> String? {
    reply.page.first(".verdict")?["data-state"]
  }

  /// What is given, what it is found to be, and a word of why.
  private static let hostile: [(name: String, text: String, state: String, words: String)] = [
    ("words", "bonjour", "invalid", "ni une image"),
    ("a script", "<script>alert(1)</script>", "invalid", "image"),
    ("a file", "file:///etc/passwd", "invalid", "ni une image"),
    ("this machine", "http://127.0.0.1:22/", "couldNotCheck", "internet public"),
    ("this machine by name", "http://localhost:22/", "couldNotCheck", "internet public"),
    ("a neighbour", "http://192.168.0.1/", "couldNotCheck", "internet public"),
    ("a cloud", "http://169.254.169.254/latest/meta-data", "couldNotCheck", "internet public"),
    ("deep", "{\"a\":" + String(repeating: "[", count: 100_000), "invalid", "imbriqué"),
    (
      "many values", "{\"a\":[" + String(repeating: "1,", count: 200_000) + "1]}", "invalid",
      "trop de valeurs"
    ),
    ("a name twice", "{\"id\":1,\"id\":2}", "invalid", "deux fois"),
    ("another thing", "{\"type\":\"Person\"}", "invalid", "Person"),
    (
      "no algorithm", "eyJhbGciOiJub25lIn0.eyJ0eXBlIjpbIlZlcmlmaWFibGVDcmVkZW50aWFsIl19.",
      "invalid", "refusée"
    ),
    (
      "a shared secret", "eyJhbGciOiJIUzI1NiJ9.eyJ0eXBlIjpbIlZlcmlmaWFibGVDcmVkZW50aWFsIl19.AAAA",
      "invalid", "refusée"
    ),
    (
      "a picture that acts", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>",
      "invalid", "programme"
    ),
    (
      "many laughs",
      "<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>"
        + "<svg xmlns=\"http://www.w3.org/2000/svg\">&b;</svg>",
      "invalid", "entités"
    ),
    (
      "an unknown context",
      """
      {"@context":["https://www.w3.org/ns/credentials/v2","http://127.0.0.1:22/context"],\
      "type":["VerifiableCredential","OpenBadgeCredential"],"id":"urn:uuid:1",\
      "issuer":"did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",\
      "validFrom":"2026-01-01T00:00:00Z","credentialSubject":{"achievement":{"name":"A"}},\
      "proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022",\
      "proofPurpose":"assertionMethod","verificationMethod":\
      "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",\
      "proofValue":"z3FXQjecWufY46yg5abdVZsXqLhxhueuSoZgNSARiKBk9czhSePTFehP8c3PGfb6a22gkfUKods5D2UAUL5n2Brbx"}}
      """, "invalid", "http://127.0.0.1:22/context"
    ),
  ]

  @Test func `refuses what is no badge in less than a second, in a sentence, and gives it back`()
    throws
  {
    for item in Self.hostile {
      let start = ContinuousClock.now
      let reply = try verify(item.text)
      #expect(ContinuousClock.now - start < .seconds(1), "\(item.name)")
      #expect(reply.status == 200 && reply.page.problems == [], "\(item.name)")
      #expect(Self.state(reply) == item.state, "\(item.name)")
      #expect(reply.page.first(".steps")?.text.contains(item.words) == true, "\(item.name)")
      #expect(try reply.page.form(to: "/badges/verifier")["texte"] == item.text, "\(item.name)")
    }
    #expect(!community.server.output.contains("169.254"))
    #expect(!community.server.errors.contains("169.254"))
  }

  @Test func `asks for something, and refuses what is too long`() throws {
    let nothing = try verify("")
    #expect(nothing.status == 422 && nothing.page.problems == [])
    #expect(nothing.page.title.hasPrefix("Erreur"))
    let long = try verify([UInt8](repeating: 0x20, count: (16 << 20) + 1), named: "badge.png")
    #expect(long.status == 422)
    #expect(long.page.text.contains("16\u{00A0}Mo"))
  }

  @Test func `an address in a link is only written into the form`() throws {
    let page = try visitor.get("/badges/verifier?adresse=http://127.0.0.1:22/").page
    #expect(page.h1 == "Vérifier un badge")
    #expect(try page.form(to: "/badges/verifier")["texte"] == "http://127.0.0.1:22/")
  }

  @Test func `one place cannot ask without end, and its text stays`() throws {
    let form = try visitor.get("/badges/verifier").page.form(to: "/badges/verifier")
    var last: Reply?
    for _ in 0...61 where last?.status != 429 {
      last = try visitor.submit(form, changing: ["texte": "bonjour"])
    }
    #expect(last?.status == 429)
    #expect(last?.header("Retry-After").flatMap { Int($0) } ?? 0 > 0)
    #expect(try last?.page.form(to: "/badges/verifier")["texte"] == "bonjour")
  }
}
