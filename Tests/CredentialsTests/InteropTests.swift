import Foundation
import JSONText
import Testing

import class TestSupport.ChildProcess
import enum TestSupport.Places

@testable import Credentials

/// What verifiers that nobody here wrote make of our badges: openbadgeslib, the validator of Open
/// Badges 2.0, and the published schemas.
@Suite struct `Beside other verifiers` {
  private struct Case {
    var name: String
    var judge: String
    var content: Content
    var recipient: String?
    var isTaken: Bool

    enum Content {
      case text(String)
      case picture([UInt8])
    }
  }

  /// They compare dates with the clock of the machine.
  private let school = School(now: Timestamp(seconds: Int64(Date().timeIntervalSince1970)))

  @Test func `badges in every form are right, and changed ones are not`() throws {
    let cases = try right() + changed() + late()
    let verdicts = try judge(cases, school.web)
    #expect(verdicts.count == cases.count)
    for (item, verdict) in zip(cases, verdicts) {
      #expect(verdict["name"]?.string == item.name)
      #expect(
        verdict["taken"]?.bool == item.isTaken,
        "\(item.name), \(item.judge): \(verdict["why"]?.string ?? "")")
    }
  }

  @Test func `badges that were taken back are not right`() throws {
    var web = school.web
    let list = OB2.RevocationList(
      id: school.home + "/ob2/revocations/1", issuer: school.profile.id,
      revoked: [.init(id: school.signedAssertion.id, reason: "Erreur")])
    web[list.id] = list.json
    web[school.hosted.id] = OB2.Assertion.revoked(id: school.hosted.id, reason: "Erreur")
    web.texts[school.home + "/ob3/status/1"] = school.token(school.statusList([94_567]).json)
    let cases = try right().filter { item in
      if case .picture = item.content { return false }
      return !item.judge.hasPrefix("schema") && item.judge != "endorsement"
    }
    let verdicts = try judge(cases, web)
    #expect(verdicts.count == cases.count)
    for (item, verdict) in zip(cases, verdicts) {
      #expect(verdict["taken"]?.bool == false, "\(item.name), \(item.judge)")
    }
  }

  @Test func `badges that others have made are right`() throws {
    let seed = School.ed25519.seed
    // RFC 8410 §7.
    let pkcs8: [UInt8] = [
      0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04,
      0x20,
    ]
    let made = try run([
      "contexts": [:],
      "make": [
        "issuer": .string(school.issuer.id), "badge": .string(school.badgeClass.id),
        "creator": .string(school.home + "/ob2/keys/1"), "recipient": .string(school.address),
        "method": .string(school.controller.method(for: School.ed25519.publicKey)),
        "rsa": .string(PEM.text("RSA PRIVATE KEY", School.rsa.privateKey)),
        "ed25519": .string(PEM.text("PRIVATE KEY", pkcs8 + seed)),
        "pictures": [
          "png": .string(Base64.encode(Pictures.png)),
          "svg": .string(Base64.encode(Array(Pictures.svg.utf8))),
        ],
      ],
    ])
    #expect(made.count == 9)
    for badge in made {
      let bytes = try #require(Base64.decode((badge["badge"]?.string ?? "").utf8))
      let report = school.verify(bytes) {
        $0.recipients = [school.address]
        $0.now = Timestamp(seconds: school.now.seconds + 60)
      }
      #expect(report.state == .valid, "\(badge["form"]?.string ?? "") \(report.steps)")
      #expect(report.form?.rawValue == badge["form"]?.string)
      #expect(report.award?.name == "Entraide")
    }
  }

  private func right() throws -> [Case] {
    var credential = school.credential
    credential.achievement.endorsements = [school.token(school.endorsementCredential.json)]
    let endorsement = school.endorsementCredential.json
    var cases = [
      Case(
        name: "endorsement", judge: "endorsement", content: .text(school.token(endorsement)),
        isTaken: true),
      Case(
        name: "endorsement", judge: "schema_endorsement",
        content: .text(try school.proved(endorsement).text), isTaken: true),
      Case(
        name: "controller", judge: "schema_profile", content: .text(school.controller.json.text),
        isTaken: true),
    ]
    let forms: [(BadgeForm, String, [String])] = [
      (.ob2Hosted, school.hosted.json.text, ["official", "lib2_hosted"]),
      (.ob2Signed, school.signed, ["official", "lib2"]),
      (.ob3JWT, school.token(credential.json), ["lib3", "schema_achievement"]),
      (.ob3Proof, try school.proved(credential.json).text, ["lib3_proof", "schema_achievement"]),
    ]
    for (form, text, judges) in forms {
      let version = Form(form: form).version
      let recipient = version == .ob2 ? school.address : nil
      for judge in judges {
        var item = Case(
          name: form.rawValue, judge: judge, content: .text(text), recipient: recipient,
          isTaken: true)
        cases.append(item)
        if judge.hasPrefix("schema") { continue }
        // These give the address of a hosted badge in an SVG where they want its text.
        let takesSVG = judge != "lib2_hosted"
        for picture in takesSVG ? [Pictures.png, Array(Pictures.svg.utf8)] : [Pictures.png] {
          item.content = .picture(
            try Baking.bake(text, version, address: school.hosted.id, into: picture))
          cases.append(item)
        }
        if recipient != nil {
          item.recipient = "x@lycee.example"
          item.content = .text(text)
          item.isTaken = false
          cases.append(item)
        }
      }
    }
    return cases
  }

  /// One letter of each is another.
  private func changed() throws -> [Case] {
    let forms: [(BadgeForm, String, [String])] = [
      (.ob2Signed, school.signed, ["official", "lib2"]),
      (.ob3JWT, school.token(school.credential.json), ["lib3"]),
    ]
    var cases = forms.flatMap { form, text, judges in
      judges.map { judge in
        var bytes = Array(text.utf8)
        let place = bytes.count - 20
        bytes[place] = bytes[place] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
        return Case(
          name: "changed \(form.rawValue)", judge: judge,
          content: .text(String(decoding: bytes, as: UTF8.self)), isTaken: false)
      }
    }
    let proof = try school.proved(school.credential.json).text
    cases.append(
      Case(
        name: "changed proof", judge: "lib3_proof",
        content: .text(proof.replacing("Aide ses pairs.", with: "Aide ses paires.")),
        isTaken: false))
    var hosted = school.hosted
    hosted.issuedOn = Timestamp(seconds: school.issuedOn.seconds - 1)
    cases.append(
      Case(
        name: "changed hosted", judge: "lib2_hosted", content: .text(hosted.json.text),
        isTaken: false))
    return cases
  }

  /// What was valid until a minute ago, and a bit.
  private func late() throws -> [Case] {
    var school = school
    school.expires = Timestamp(seconds: school.now.seconds - 3_600)
    return [
      ("official", school.signed), ("lib2", school.signed),
      ("lib3", school.token(school.credential.json)),
      ("lib3_proof", try school.proved(school.credential.json).text),
    ].map { judge, text in
      Case(name: "late", judge: judge, content: .text(text), isTaken: false)
    }
  }

  private func judge(_ cases: [Case], _ web: Web) throws -> [JSON] {
    let schemas = Places.packageRoot + "/Tests/CredentialsTests/Schemas"
    let given: JSON = [
      "web": .object(JSONObject(web.texts.map { ($0, .string($1)) })),
      "contexts": .object(JSONObject(try School.contextDocuments().map { ($0, $1) })),
      "schemas": .string(schemas),
      "keys": [
        "rsa": .string(PublicKey.rsa(School.rsa.publicKey).pem),
        "ed25519": .string(PublicKey.ed25519(School.ed25519.publicKey).pem),
      ],
      "cases": .array(
        cases.map { item in
          let content: (String, JSON) =
            switch item.content {
            case .text(let text): ("text", .string(text))
            case .picture(let bytes): ("picture", .string(Base64.encode(bytes)))
            }
          return .members([
            ("name", .string(item.name)), ("judge", .string(item.judge)), content,
            ("recipient", item.recipient.map { .string($0) }),
          ])
        }),
    ]
    return try run(given)
  }

  private func run(_ given: JSON) throws -> [JSON] {
    let root = Places.packageRoot
    let process = try ChildProcess(
      root + "/.build/python/bin/python", [root + "/Tests/CredentialsTests/Verifiers/judge.py"],
      stdin: given.utf8)
    #expect(try process.waitForEnd(within: 60) == .exited(0), "\(process.text(of: .errors))")
    return try process.text(of: .output).split(separator: "\n").map {
      try JSON(reading: String($0))
    }
  }
}
