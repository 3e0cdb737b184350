import Foundation
import TestSupport
import Testing

/// One page of each template of the demo community, as each kind of person meets it.
@Suite(.browser) struct `Every page` {
  /// What makes two addresses one template: numbers, and the words that name a space or a tag.
  private static func template(_ address: String) -> String? {
    let parts = address.prefix { $0 != "?" }.split(separator: "/").map(String.init)
    if parts.first == "vocabulaires" { return Crawl.fewConcepts(address) }
    if parts.last == "atom" || parts.first == "statique" { return nil }
    let fixed: Set = ["nouveau", "semblables", "atom"]
    return parts.enumerated().map { index, part in
      let isName = index == 1 && ["espaces", "etiquettes", "fils", "membres"].contains(parts[0])
      return part.first?.isNumber == true || (isName && !fixed.contains(part)) ? "*" : part
    }.joined(separator: "/") + (address.contains("?") ? "?" : "")
  }

  /// The addresses to look at, one of each template.
  private static func addresses(_ person: HTTPClient) throws -> [String: String] {
    let start = [
      "/", "/ressources", "/collections",
      "/fils", "/espaces", "/etiquettes", "/vocabulaires", "/recherche?q=moodle", "/connexion",
    ]
    let crawl = try Crawl(person, from: start, limit: 120, kind: template)
    #expect(crawl.broken == [])
    #expect(crawl.pages.count > 12)
    var found: [String: String] = [:]
    for page in crawl.pages {
      let path = String(page.address.dropFirst(person.origin.count))
      found[template(path) ?? ""] = path
      #expect(page.page.problems == [], "\(path)")
    }
    return found
  }

  /// The person's own view of pages that they share with others is looked at for `always` alone.
  private static func look(
    as login: String?, beside other: String?, always: Set<String> = []
  ) throws -> [String] {
    let server = try ServerProcess(["--demo"])
    let known = try other.map { Set(try addresses(visitor(server, $0)).keys) } ?? []
    let person = try visitor(server, login)
    let browser = try server.browser()
    try browser.adopt(person.cookies)
    var problems: [String] = []
    for (template, address) in try addresses(person).sorted(by: { $0.key < $1.key })
    where !known.contains(template) || always.contains(template) {
      problems += try browser.problems(at: address)
    }
    if login == nil { problems += try browser.problems(at: "/absent") }
    return problems
  }

  private static func visitor(_ server: ServerProcess, _ login: String?) throws -> HTTPClient {
    let web = server.visitor(keepsAlive: true)
    guard let login else { return web }
    try Person(login, web).logIn(password: "preau-demo")
    return web
  }

  @Test func `is for everyone: a visitor's`() throws {
    let problems = try Self.look(as: nil, beside: nil)
    #expect(problems == [])
  }

  @Test func `is for everyone: a learner's`() throws {
    let problems = try Self.look(as: "lina", beside: nil)
    #expect(problems == [])
  }

  @Test func `is for everyone: a référent's`() throws {
    let shared: Set = ["fils/*", "espaces/*"]
    let problems = try Self.look(as: "yann", beside: "lina", always: shared)
    #expect(problems == [])
  }

  @Test func `is for everyone: a teacher's with a class`() throws {
    let shared: Set = ["mon-preau", "espaces/*", ""]
    let problems = try Self.look(as: "nadia", beside: "yann", always: shared)
    #expect(problems == [])
  }

  @Test func `is for everyone: an administrator's`() throws {
    let shared: Set = ["mon-preau", "espaces/*", "membres/*"]
    let problems = try Self.look(as: "admin", beside: "yann", always: shared)
    #expect(problems == [])
  }
}
