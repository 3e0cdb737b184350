import HTTP
import LinkedData
import Testing

@testable import Credentials
@testable import Preau

@Suite struct `A badge from elsewhere` {
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  @Test(
    arguments: [
      (png, .png), (Array(" \n<svg/>".utf8), .svg), (Array("\u{FEFF}{\"a\":1}".utf8), .json),
      (Array("eyJhbGciOiJSUzI1NiJ9.e30.AA".utf8), .jws), (Array("bonjour".utf8), nil), ([], nil),
    ] as [([UInt8], ImportedBadge.Form?)])
  func `is known by its first bytes`(bytes: [UInt8], form: ImportedBadge.Form?) {
    #expect(ImportedBadge.Form(of: bytes) == form)
  }

  @Test(arguments: [
    ("Mon badge.PNG", "mon-badge.png"), ("dossier/../../é\"vil;.svg", "e-vil.png"),
    ("https://ecole.example/badges/12", "12.png"), ("", "sans-titre.png"),
    ("C:\\Badges\\Entraide.v2.png", "entraide-v2.png"),
  ])
  func `has a file name that harms no computer`(given: String, name: String) {
    #expect(ImportedBadge.Form.png.fileName(from: given) == name)
  }

  private static func report(
    _ state: VerificationReport.State, _ steps: [VerificationStep]
  ) -> VerificationReport {
    VerificationReport(
      state: state, form: .ob3JWT, steps: steps, award: nil, endorsements: [],
      isIssuerKnown: false, text: "")
  }

  private static let signed = VerificationStep(kind: .signature, outcome: .passed)
  private static let unread = VerificationStep(
    kind: .status, outcome: .unknown(.listWrong("encodedList")))
  private static let toAnother = VerificationStep(
    kind: .recipient, outcome: .failed(.recipientDiffers))
  private static let toNobody = VerificationStep(
    kind: .recipient, outcome: .unknown(.recipientNotNamed))

  @Test func `is kept whoever it is for, and says so`() {
    let now = Instant(seconds: 1_795_000_000)
    for (report, state, recipient) in [
      (Self.report(.wrongRecipient, [Self.signed, Self.toAnother]), .valid, .other),
      (Self.report(.wrongRecipient, [Self.unread, Self.toAnother]), .couldNotCheck, .other),
      (Self.report(.couldNotCheck, [Self.signed, Self.toNobody]), .valid, .unsaid),
      (Self.report(.couldNotCheck, [Self.unread]), .couldNotCheck, .unasked),
      (Self.report(.revoked, [Self.signed, Self.toAnother]), .revoked, .other),
    ] as [(VerificationReport, VerificationReport.State, ImportedBadge.Recipient)] {
      let finding = ImportedBadge.Finding(report, at: now)
      #expect(finding.state == state && finding.recipient == recipient)
    }
  }

  @Test func `that cannot be read any more keeps what was known of it, and expires by itself`() {
    let now = Instant(seconds: 1_795_000_000)
    var facts = ImportedBadge.Facts()
    facts.name = "Entraide"
    facts.expires = now + 60
    var finding = ImportedBadge.Finding(
      Self.report(.couldNotCheck, [Self.unread]), at: now, before: facts)
    #expect(finding.facts == facts)
    finding.state = .valid
    #expect(finding.state(at: now) == .valid && finding.state(at: now + 60) == .expired)
  }

  private func read(_ text: String) throws(ImportProblem) -> NewImportedBadge {
    guard let root = try? Assets.folder(), let contexts = try? BadgeContexts.load(root: root) else {
      throw .unreadable
    }
    let reading = ImportReading(options: .init(now: Timestamp(.now)), contexts: contexts) { _ in
      throw BadgeAsking.Failure.noSuchHost
    }
    return try reading.read(ImportItem(name: "a", content: .bytes(Array(text.utf8))), at: .now)
  }

  @Test func `is no badge when it is something else`() {
    for text in ["bonjour", "{\"type\":\"Person\"}", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"]
    {
      #expect(throws: ImportProblem.self) { try read(text) }
    }
    let script = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"
    #expect(throws: ImportProblem.notBadge(.picture(.active))) { try read(script) }
  }

  @Test func `is kept when its issuer does not answer, under the name that it claims`() throws {
    let new = try read(
      """
      {"@context":"https://w3id.org/openbadges/v2","type":"Assertion",\
      "id":"https://ecole.example/1","recipient":{},"issuedOn":"2026-01-01T00:00:00Z",\
      "verification":{"type":"hosted"},"badge":{"name":"Entraide"}}
      """)
    #expect(new.finding.state == .couldNotCheck && new.finding.facts.name == "Entraide")
  }

  @Test(arguments: [
    ("<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"1\"/></svg>", true),
    ("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>", false),
    ("<svg xmlns=\"http://www.w3.org/2000/svg\"><a href=\"javascript:x()\"/></svg>", false),
    ("<svg xmlns=\"http://www.w3.org/2000/svg\"><foreignObject/></svg>", false),
    ("<html/>", false), ("{}", false),
  ])
  func `is shown as an SVG only when that does nothing`(text: String, isStill: Bool) {
    #expect(ImportedPicture.isStillSVG(Array(text.utf8)) == isStill)
  }

  @Test func `comes by addresses, one a line, or as one text`() throws {
    let two = try ImportDraft.items(in: " https://a.example/1\nHTTP://b.example/2 \n")
    #expect(two.map(\.name) == ["https://a.example/1", "HTTP://b.example/2"])
    #expect(try ImportDraft.items(in: "{\"id\": \"https://a.example\"}").count == 1)
    #expect(try ImportDraft.items(in: " \n").isEmpty)
    let many = String(repeating: "https://a.example/1\n", count: 11)
    #expect(throws: ImportDraft.Problem.tooManyAddresses) { try ImportDraft.items(in: many) }
    #expect(throws: ImportDraft.Problem.nothing) { try ImportDraft().items() }
  }
}

@Suite struct `A ZIP of badges` {
  private static func zip(_ entries: [(String, [UInt8])]) throws -> [UInt8] {
    var archive = try ZIPFile(at: .now, in: "/tmp")
    for (name, content) in entries { try archive.add(name, content) }
    let file = try archive.finished()
    return try #require(file.withBytes(0..<file.size) { Array($0) })
  }

  @Test func `gives back each file, without what computers add`() throws {
    let bytes = try Self.zip([
      ("a/badge.json", Array("{}".utf8)), ("__MACOSX/a", [1]), ("a/.DS_Store", [1]), ("a/", []),
      ("b.png", [1, 2, 3]),
    ])
    let entries = try ZIPContent.entries(of: bytes)
    #expect(entries.map(\.name) == ["a/badge.json", "b.png"])
    #expect(try entries[1].content.get() == [1, 2, 3])
    #expect(ImportDraft.inOrder(entries).map(\.name) == ["b.png", "a/badge.json"])
  }

  @Test func `is not unfolded beyond its limits`() throws {
    let long = [UInt8](repeating: 0, count: ImportLimits.badge + 1)
    let one = try ZIPContent.entries(of: Self.zip([("a.png", long), ("b", [1])]))
    #expect(throws: ImportProblem.tooLong) { try one[0].content.get() }
    #expect(try one[1].content.get() == [1])
    let half = [UInt8](repeating: 0, count: ImportLimits.badge)
    let bomb = try Self.zip((0..<40).map { ("\($0).png", half) })
    #expect(bomb.count < 200_000)
    #expect(throws: ImportProblem.archiveDangerous) { try ZIPContent.entries(of: bomb) }
    let many = try Self.zip((0..<201).map { ("\($0)", [1]) })
    #expect(throws: ImportProblem.archiveTooManyEntries) { try ZIPContent.entries(of: many) }
    #expect(throws: ImportProblem.archiveDamaged) {
      try ZIPContent.entries(of: Array(many.prefix(500)))
    }
  }
}
