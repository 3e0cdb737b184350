import TestSupport
import Testing

/// The text comes back; beyond what is read at all, the page says where it still is.
@Suite struct `A text that is too long` {
  private let community: Community
  private let marc: Person
  private let thread: String
  private let text = String(repeating: "Très long. ", count: 3_000)

  init() throws {
    community = try Community()
    marc = try community.member("marc")
    thread = try marc.ask("Un fil")
  }

  private func form(at path: String) throws -> Form {
    let page = try marc.web.get(path).page
    return path == thread ? try page.form(with: "texte") : try page.form(to: path)
  }

  @Test(arguments: ["publier", "apercu"], ["/fils/nouveau", "fil", "/messages/1/modifier"])
  func `is given back, in its form`(action: String, path: String) throws {
    let form = try form(at: path == "fil" ? thread : path)
    let title = path == "fil" ? [:] : ["titre": "Un titre"]
    let reply = try marc.web.submit(
      form, changing: title.merging(["texte": text]) { $1 }, pressing: action)
    #expect(action == "apercu" ? reply.status == 200 : reply.status == 422)
    let given = reply.page.all("textarea").map { $0.exactText.trimmed }
    #expect(given.contains(text.trimmed))
    #expect(reply.page.problems == [])
  }

  @Test(arguments: [(1_200_000, true), (5_000_000, false)])
  func `of more than a megabyte is refused with a way back to it`(
    length: Int, isGivenBack: Bool
  ) throws {
    let text = String(repeating: "a", count: length)
    let type = "application/x-www-form-urlencoded"
    let reply = try marc.web.send(
      "POST", "/fils/nouveau", headers: ["Content-Type": type], body: Array("texte=\(text)".utf8))
    #expect(reply.status == 413)
    #expect(reply.page.text.contains("votre texte y est encore"))
    #expect(reply.page.all("textarea").contains { $0.exactText == text } == isGivenBack)
    #expect(reply.page.problems == [])
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
