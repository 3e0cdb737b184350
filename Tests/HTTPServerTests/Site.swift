import Glibc
import HTTP
import HTTPServer
import Synchronization

/// A small application that shows what the server does.
final class Site: Application {
  static let page = Array(
    (0..<1_000).map { "<p>Message \($0) : l’élève a été là.</p>\n" }.joined().utf8)

  let gate = Gate()
  let log = Mutex<[String]>([])

  func lane(for head: RequestHead) -> Lane {
    switch head.segments.first {
    case "slow": .slow
    case "password": .passwords
    default: head.method == .post ? .writing : .reading
    }
  }

  /// Of whom a test says that they come from elsewhere.
  func place(of head: RequestHead) -> String { head.headers["x-place"] ?? head.peer }

  func bodyLimit(for head: RequestHead) -> Int { 100_000 }

  func respond(to request: Request) -> Response {
    switch request.segments.first {
    case "slow", "password", "held":
      gate.pass()
      return text("held")
    case "echo": return text(String(decoding: request.body, as: UTF8.self))
    case "page": return Response(type: "text/html; charset=utf-8", body: Self.page)
    case "image": return Response(type: "image/png", body: Self.page)
    case "private":
      var response = Response(type: "text/html", body: Self.page)
      response["Cache-Control"] = "private, no-store"
      return response
    case "file":
      var response = Response(type: "text/css", body: Self.page)
      response.gzipped = Gzip.compress(Self.page)
      response["ETag"] = "\"v1\""
      return response
    case "cookie":
      var response = Response.redirect(to: "/")
      response.cookies = [SetCookie("a", "1"), SetCookie("b", "2")]
      return response
    case "whoami":
      return text("\(request.method) \(request.target) \(request.peer)")
    case "broken":
      return Response(status: 500, type: "text/plain", body: Array("broken".utf8))
    default: return text("hello")
    }
  }

  func refuse(_ refused: Refused, status: Int) -> Response {
    if refused.request?.segments.first == "kept" { gate.pass() }
    let kept = refused.request.map { String(decoding: $0.body, as: UTF8.self) } ?? ""
    return text("refused \(status) \(refused.head?.path ?? "?") \(kept)", status: status)
  }

  func finished(
    _ head: RequestHead, status: Int, bytes: Int, microseconds: Int, peer: String, remark: String?
  ) {
    log.withLock { $0.append("\(head.method) \(head.path) \(status) \(bytes) \(peer)") }
  }

  private func text(_ text: String, status: Int = 200) -> Response {
    Response(status: status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
  }
}

/// Runs a test against a server of its own.
func withServer(
  _ options: Server.Options = Server.Options(), _ test: (Int, Site, Server) throws -> Void
) throws {
  let site = Site()
  let server = try Server(options, application: site)
  defer {
    site.gate.open()
    server.stop()
  }
  try test(server.port, site, server)
}

extension Server.Options {
  /// The usual ones but for a change.
  static func with(_ change: (inout Server.Options) -> Void) -> Server.Options {
    var options = Server.Options()
    change(&options)
    return options
  }
}
