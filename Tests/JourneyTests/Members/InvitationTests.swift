import TestSupport
import Testing

@Suite struct `An invitation` {
  private let community: Community
  private let link: String
  private let code: String

  init() throws {
    community = try Community([.open])
    let boss = try community.person("admin")
    let form = try boss.web.get("/invitations").page.form(to: "/invitations")
    let made = try boss.web.submit(
      form, changing: ["role": "professional", "utilisations": "1"])
    let secrets = made.page.all(".secret code").map(\.text)
    link = try #require(secrets.first)
    code = try #require(secrets.last)
  }

  private func signUp(_ form: Form, _ web: HTTPClient) throws -> Int {
    try web.submit(
      form,
      changing: [
        "nom": "Paul", "identifiant": "paul", "mot_de_passe": Community.password,
      ]
    ).status
  }

  @Test func `is not used up by a mail scanner that follows its link`() throws {
    let before = try DatabaseDump(of: community.server.data)
    let scanner = community.server.visitor()
    for _ in 0..<10 {
      #expect(try scanner.get(link).status == 200)
      #expect(try scanner.head(link).status == 200)
      #expect(try scanner.get("/invitation/" + code).status == 200)
    }
    let after = try DatabaseDump(of: community.server.data)
    #expect(after.differences(from: before) == [])
    let paul = community.server.visitor()
    #expect(try signUp(paul.get(link).page.form(with: "identifiant"), paul) == 303)
    #expect(try scanner.get(link).status == 410)
    #expect(try scanner.get("/invitation/" + code).status == 410)
  }

  @Test func `is opened by a code that is typed without care`() throws {
    let paul = community.server.visitor()
    let typed = " " + code.lowercased().split(separator: "-").joined(separator: " ")
    let form = try paul.get("/invitation").page.form(with: "code")
    let page = try paul.submit(form, changing: ["code": typed], follow: true).page
    #expect(page.text.contains("Professionnel"))
    #expect(try signUp(page.form(with: "identifiant"), paul) == 303)
  }

  @Test func `is not guessed at leisure`() throws {
    let community = try Community(
      [.open], environment: ["PREAU_LOG_IN_FAILURES_PER_ADDRESS": "3"])
    let web = community.server.visitor()
    let form = try web.get("/invitation").page.form(with: "code")
    let statuses = try (0..<5).map { _ in
      try web.submit(form, changing: ["code": "7KQ4-W2MD-X9TB"]).status
    }
    #expect(statuses == [422, 422, 422, 429, 429])
  }
}
