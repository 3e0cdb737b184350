import Foundation
import TestSupport
import Testing

/// A badge from the command line to the page that verifies it.
@Suite struct `Badges on the command line` {
  private let community: Community
  private let learner: Person
  private let badgeClass: String

  init() throws {
    community = try Community()
    learner = try community.newcomer("lea")
    let admin = try community.person("admin")
    let form = try admin.web.get("/badges/nouveau").page.form(to: "/badges/nouveau")
    let made = try admin.web.submit(
      form,
      changing: [
        "nom": "Coup de main", "description": "Aide les autres.",
        "criteres": "Avoir aidé **trois** personnes.",
      ], follow: true)
    try admin.press("Ouvrir", on: made)
    badgeClass = String(made.address.split(separator: "/").last?.split(separator: "-").first ?? "")
  }

  private func badge(_ words: String..., status: Int32 = 0) throws -> PreauCommand.Result {
    let name = words[0]
    let data = ["--data", community.server.data.path]
    let result = try PreauCommand.run(["badge", name] + data + words.dropFirst())
    #expect(result.status == status, "\(words): \(result.stdout) \(result.stderr)")
    return result
  }

  private func issue() throws -> String {
    let issued = try badge(
      "issue", "--class", badgeClass, "--member", "lea", "--narrative", "Elle a aidé Tom.")
    return issued.stdout.trimmingCharacters(in: .newlines)
  }

  private func accept(_ id: String) throws {
    let page = try learner.web.get("/mes-badges/\(id)").page
    var form = try page.form(to: "/mes-badges/\(id)/reponse")
    try form.set("en-ligne", to: "oui")
    _ = try learner.web.submit(form, pressing: "accepter", follow: true)
  }

  private func line() throws -> JSON {
    try JSON(parsing: badge("list", "--json").stdout)
  }

  private func verify(_ bytes: [UInt8], _ recipient: String = "") throws -> String? {
    let visitor = community.server.visitor()
    var form = try visitor.get("/badges/verifier").page.form(to: "/badges/verifier")
    try form.attach(Form.File(name: "badge", type: "image/png", bytes: bytes), to: "fichier")
    let reply = try visitor.submit(form, changing: ["destinataire": recipient])
    #expect(reply.page.problems == [])
    return reply.page.first(".verdict")?["data-state"]
  }

  private func exports(_ id: String) throws -> [(name: String, path: String)] {
    try ["ob2", "ob2-signed", "ob3-jwt", "ob3-json"].flatMap { format in
      try [nil, "png", "svg"].map { picture in
        let path = community.server.data.path + "/\(format).\(picture ?? "txt")"
        let words = ["--award", id, "--format", format, "-o", path]
        let result = try PreauCommand.run(
          ["badge", "export", "--data", community.server.data.path] + words
            + (picture.map { ["--bake", $0] } ?? []))
        #expect(result.status == 0, "\(format): \(result.stderr)")
        return ("\(format) \(picture ?? "")", path)
      }
    }
  }

  @Test func `one is issued, accepted, exported in all forms, verified, altered and revoked`()
    throws
  {
    let id = try issue()
    #expect(try line()["state"] == "offered" && line()["ob2"] == .null)
    try accept(id)
    let line = try line()
    #expect(line["state"] == "valid" && line["member"] == "lea")
    guard case .string(let recipient)? = line["recipient"],
      case .string(let address)? = line["ob2"]
    else {
      Issue.record("\(line)")
      return
    }
    let files = try exports(id)
    for (name, path) in files {
      let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
      #expect(try verify(bytes, recipient) == "valid", "\(name)")
      var changed = bytes
      // In the signature, the text or the checksum of the picture.
      let place = bytes.count - 24
      changed[place] = changed[place] == 0x41 ? 0x42 : 0x41
      let isDrawn = name.hasSuffix("svg")
      #expect(try isDrawn || verify(changed) == "invalid", "\(name)")
    }
    let text = try [UInt8](Data(contentsOf: URL(fileURLWithPath: files[0].path)))
    #expect(try verify(text, "autre@ecole.example") == "wrongRecipient")
    for (name, path) in [files[0], files[3], files[6], files[9], ("address", address)] {
      let result = try PreauCommand.run(
        ["badge", "verify", "--data", community.server.data.path, path, "--json"])
      #expect(result.status == 0, "\(name): \(result.stdout) \(result.stderr)")
      #expect(try JSON(parsing: result.stdout)["state"] == "valid", "\(name)")
    }
    let shown = try community.server.visitor().get("/badges/verifier?adresse=" + address)
    #expect(shown.page.first(".verdict")?["data-state"] == "valid")
    #expect(shown.page.text.contains("La signature est juste"))
    _ = try badge("revoke", "--award", id, "--reason", "Donné par erreur")
    for (name, path) in files {
      let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
      #expect(try verify(bytes) == "revoked", "\(name)")
    }
    let refused = try badge("verify", address, status: 1)
    #expect(refused.stdout.contains("Donné par erreur"))
    let after = try community.server.visitor().get("/badges/verifier?adresse=" + address)
    #expect(after.page.first(".verdict")?["data-state"] == "revoked")
  }

  private static let judges = [
    "ob2": ["official", "lib2_hosted"], "ob2-signed": ["official", "lib2"],
    "ob3-jwt": ["lib3", "schema_achievement"], "ob3-json": ["lib3_proof", "schema_achievement"],
  ]

  /// What each verifier is asked about each file.
  private func cases(_ files: [(name: String, path: String)]) throws -> [BadgeJudges.Case] {
    try files.flatMap { name, path -> [BadgeJudges.Case] in
      let parts = name.split(separator: " ").map(String.init)
      let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
      return (Self.judges[parts[0]] ?? []).compactMap { judge -> BadgeJudges.Case? in
        // It reads the address of a hosted badge in an SVG where it wants its text.
        if judge == "lib2_hosted" && parts.last == "svg" { return nil }
        if judge.hasPrefix("schema") && parts.count > 1 { return nil }
        return BadgeJudges.Case(
          name: parts[0], judge: judge, bytes: bytes, recipient: nil, isPicture: parts.count > 1)
      }
    }
  }

  @Test func `verifiers that nobody here wrote take them, until they are changed or revoked`()
    throws
  {
    let id = try issue()
    try accept(id)
    let files = try exports(id)
    let texts = try files.filter { $0.name.hasSuffix(" ") }.map {
      try String(contentsOfFile: $0.path, encoding: .utf8)
    }
    let cases = try cases(files)
    #expect(cases.count == 19)
    let taken = try BadgeJudges(texts, of: community.server).verdicts(cases)
    for (item, verdict) in zip(cases, taken) {
      #expect(verdict.isTaken, "\(item.name) \(item.judge) \(item.isPicture): \(verdict.why)")
    }
    let changed = cases.filter {
      $0.name != "ob2" && !$0.isPicture && !$0.judge.hasPrefix("schema")
    }
    .map { item in
      var bytes = item.bytes
      let place = bytes.count - 24
      bytes[place] = bytes[place] == 0x41 ? 0x42 : 0x41
      return BadgeJudges.Case(name: item.name, judge: item.judge, bytes: bytes)
    }
    let refused = try BadgeJudges(texts, of: community.server).verdicts(changed)
    #expect(refused.count == 4 && refused.allSatisfy { !$0.isTaken })
    _ = try badge("revoke", "--award", id, "--reason", "Donné par erreur")
    let signed = cases.filter { !$0.isPicture && !$0.judge.hasPrefix("schema") }
    let revoked = try BadgeJudges(texts, of: community.server).verdicts(signed)
    for (item, verdict) in zip(signed, revoked) {
      #expect(!verdict.isTaken, "\(item.name) \(item.judge)")
    }
  }

  @Test func `what cannot be done is said in a line`() throws {
    for words in [
      ["issue", "--class", "99", "--member", "lea"],
      ["issue", "--class", badgeClass, "--member", "personne"],
      ["export", "--award", "99", "--format", "ob2", "-o", "-"],
      ["revoke", "--award", "99", "--reason", "x"], ["verify", "/nowhere"],
    ] {
      let result = try PreauCommand.run(
        ["badge", words[0], "--data", community.server.data.path] + words.dropFirst())
      #expect(result.status == 1 && result.stderr.hasPrefix("preau: "), "\(words)")
    }
    let id = try issue()
    #expect(try badge("issue", "--class", badgeClass, "--member", "lea", status: 1).stderr != "")
    #expect(
      try badge("export", "--award", id, "--format", "pdf", "-o", "-", status: 2).stderr != "")
  }
}
