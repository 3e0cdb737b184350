import TestSupport
import Testing

@Suite struct `A walk through a site` {
  private func page(_ body: String) -> String {
    response("200 OK", ["Content-Type: text/html; charset=utf-8"], body: body)
  }

  @Test func `links are opened once, redirects followed, other sites left alone`() throws {
    let form = "<form method=\"post\" action=\"/f\"></form>"
    let server = try CannedServer([
      [page("<a href=\"/a#x\">a</a><a href=\"/a\">a</a><a href=\"https://example.org/\">e</a>")],
      [response("303 See Other", ["Location: /b"])],
      [page("<a href=\"/\">home</a><a href=\"?absent\">no</a>\(form)\(form)")],
      [response("404 Not Found")],
    ])
    let crawl = try Crawl(HTTPClient(origin: server.origin))
    #expect(crawl.pages.count == 2)
    #expect(crawl.broken == ["404 /b?absent, linked from /b"])
    #expect(crawl.postForms.map(\.target) == ["/f"])
    #expect(server.requests.count == 4)
  }

  @Test func `one page of each template is enough when asked`() throws {
    let server = try CannedServer([
      [page("<a href=\"/fils/1-un\">1</a><a href=\"/fils/2-deux?page=2\">2</a>")], [page("")],
    ])
    let crawl = try Crawl(HTTPClient(origin: server.origin), kind: Crawl.template)
    #expect(crawl.pages.map(\.address) == ["\(server.origin)/", "\(server.origin)/fils/1-un"])
  }
}
