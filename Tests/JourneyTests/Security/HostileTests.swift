import TestSupport
import Testing

@Suite struct `Bytes that no browser sends` {
  private static let host = "Host: 127.0.0.1\r\n"

  private static func get(_ target: String, _ headers: String = "") -> String {
    "GET \(target) HTTP/1.1\r\n\(host)\(headers)Connection: close\r\n\r\n"
  }

  private static func post(_ headers: String, _ body: String, to target: String = "/langue")
    -> String
  {
    "POST \(target) HTTP/1.1\r\n\(host)Connection: close\r\n\(headers)\r\n\(body)"
  }

  private static let form = "Content-Type: application/x-www-form-urlencoded\r\n"
  private static let parts = "Content-Type: multipart/form-data; boundary=b\r\n"

  /// Everything but a clean request; the bytes are written one by one where text cannot say them.
  private static let requests: [(String, [UInt8])] =
    texts.map { ($0, Array($1.utf8)) } + [
      ("null bytes", [UInt8](repeating: 0, count: 4_096) + Array("\r\n\r\n".utf8)),
      ("TLS", [0x16, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3] + Array("\r\n\r\n".utf8)),
      ("high bytes", [UInt8](repeating: 0xFF, count: 4_096) + Array("\r\n\r\n".utf8)),
      (
        "a target that is not UTF-8",
        Array("GET /\u{7F}".utf8) + [0xC3, 0x28] + Array(" HTTP/1.1\r\n\(host)\r\n".utf8)
      ),
      (
        "a field that is not UTF-8",
        Array(post(form + "Content-Length: 8\r\n", "texte=").utf8) + [0xC3, 0x28]
      ),
    ]

  private static let texts: [(String, String)] = [
    ("nothing of HTTP", "bonjour\r\n\r\n"),
    ("an empty line only", "\r\n\r\n\r\n"),
    ("no version", "GET /\r\n\r\n"),
    ("a strange version", "GET / HTTP/9.9\r\n\(host)\r\n"),
    ("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    ("a strange method", "FLY / HTTP/1.1\r\n\(host)Connection: close\r\n\r\n"),
    ("a method of 10 KB", String(repeating: "A", count: 10_000) + " / HTTP/1.1\r\n\(host)\r\n"),
    ("a target of 100 KB", get("/" + String(repeating: "a", count: 100_000))),
    ("a query of 100 KB", get("/fils?avant=" + String(repeating: "9", count: 100_000))),
    ("10,000 parameters", get("/fils?" + String(repeating: "a=b&", count: 10_000))),
    ("a target without slash", get("fils")),
    ("another site's target", get("http://ailleurs.example/")),
    ("broken escapes", get("/fils/%zz%")),
    ("an escaped zero", get("/fils/%00")),
    ("a dot path", get("/../../../../etc/passwd")),
    ("an escaped dot path", get("/%2e%2e/%2e%2e/%2e%2e/etc/passwd")),
    ("a static dot path", get("/statique/../../Package.swift")),
    ("a static escaped dot path", get("/statique/..%2f..%2f..%2fetc%2fpasswd")),
    ("a static backslash path", get("/statique/..%5c..%5cPackage.swift")),
    ("a static absolute path", get("/statique//etc/passwd")),
    ("a static overlong dot", get("/statique/%c0%ae%c0%ae/%c0%ae%c0%ae/Package.swift")),
    ("huge numbers", get("/fils/99999999999999999999999999")),
    ("a negative number", get("/fils/-1")),
    ("a page beyond numbers", get("/fils?avant=1-99999999999999999999-3")),
    ("no Host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"),
    ("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n"),
    ("a space before the colon", get("/", "X-A : b\r\n")),
    ("a folded header", get("/", "X-A: b\r\n folded\r\n")),
    ("a header without colon", get("/", "nonsense\r\n")),
    ("a header without name", get("/", ": x\r\n")),
    ("a header of 100 KB", get("/", "X-A: " + String(repeating: "b", count: 100_000) + "\r\n")),
    ("5,000 headers", get("/", String(repeating: "X-A: b\r\n", count: 5_000))),
    (
      "a cookie of 60 KB",
      get("/", "Cookie: preau=" + String(repeating: "b", count: 60_000) + "\r\n")
    ),
    ("line feeds only", "GET /\nHost: x\n\n"),
    ("carriage returns inside", get("/", "X-A: b\rX-B: c\r\n")),
    ("a blank folded line", get("/", "X-A: b\r\n \r\n")),
    ("a zero byte in a header", get("/", "X-A: b\0c\r\n")),
    ("a length that is no number", post(form + "Content-Length: abc\r\n", "a=b")),
    ("a negative length", post(form + "Content-Length: -5\r\n", "a=b")),
    ("a length beyond numbers", post(form + "Content-Length: 99999999999999999999999\r\n", "a=b")),
    ("two lengths", post(form + "Content-Length: 3\r\nContent-Length: 5\r\n", "a=b")),
    (
      "a length and chunks",
      post(form + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")
    ),
    ("a strange coding", post(form + "Transfer-Encoding: gzip\r\n", "a=b")),
    (
      "a chunk that is no number",
      post(form + "Transfer-Encoding: chunked\r\n", "zz\r\na=b\r\n0\r\n\r\n")
    ),
    (
      "a chunk beyond numbers",
      post(form + "Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\na=b\r\n")
    ),
    ("a negative chunk", post(form + "Transfer-Encoding: chunked\r\n", "-3\r\na=b\r\n0\r\n\r\n")),
    ("no length at all", post(form, "")),
    ("a body of no known type", post("Content-Type: text/x\r\nContent-Length: 3\r\n", "a=b")),
    (
      "parts without boundary",
      post("Content-Type: multipart/form-data\r\nContent-Length: 3\r\n", "a=b")
    ),
    ("parts that never begin", post(parts + "Content-Length: 5\r\n", "hello")),
    (
      "parts that never end",
      post(
        parts + "Content-Length: 60\r\n",
        "--b\r\nContent-Disposition: form-data; name=\"texte\"\r\n\r\nabcdef")
    ),
    (
      "a part without name",
      post(parts + "Content-Length: 24\r\n", "--b\r\nX: y\r\n\r\nz\r\n--b--\r\n")
    ),
    (
      "10,000 parts",
      { (body: String) in post(parts + "Content-Length: \(body.utf8.count)\r\n", body) }(
        String(
          repeating: "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n", count: 10_000
        ) + "--b--\r\n")
    ),
    (
      "100,000 fields",
      { (body: String) in post(form + "Content-Length: \(body.utf8.count)\r\n", body) }(
        String(repeating: "a=b&", count: 100_000))
    ),
    ("an expectation nobody knows", post(form + "Expect: miracle\r\nContent-Length: 3\r\n", "a=b")),
    ("an upgrade", get("/", "Upgrade: websocket\r\nSec-WebSocket-Key: x\r\n")),
    ("a strange range", get("/", "Range: bytes=-1-,5-2\r\n")),
    ("a session that is none", get("/fils", "Cookie: preau=%00; preau=..; =; ;;; preau\r\n")),
  ]

  /// What is harmless, and answered as any other page.
  private static let harmless: Set = [
    "10,000 parameters", "a page beyond numbers", "an upgrade", "a strange range",
    "a session that is none", "another site's target", "no version",
  ]

  @Test func `are answered with 4xx or a closed connection, and others are served`() throws {
    let server = try ServerProcess()
    let other = server.visitor(keepsAlive: true)
    for (name, bytes) in Self.requests {
      let answer = try Self.answer(to: bytes, from: server)
      switch answer {
      case .closed: break
      case .status(let status) where (400..<500).contains(status): break
      case .status(let status) where status < 400 && Self.harmless.contains(name): break
      case .status(501) where name == "a strange coding" || name == "a strange method": break
      case .status(505) where name == "a strange version" || name == "HTTP/2": break
      default: Issue.record("\(name): \(answer)")
      }
      #expect(try other.get("/healthz").status == 200, "after \(name)")
    }
    #expect(server.process.ending == nil)
  }

  /// libmicrohttpd answers some of these before any of our code runs; where it has not read so far,
  /// the page is French.
  @Test(arguments: [
    ("GET /\(String(repeating: "a", count: 100_000)) HTTP/1.1\r\n\r\n", 414, "fr"),
    ("GET / HTTP/9.9\r\n\r\n", 400, "fr"),
    (get("/", "X-A: \(String(repeating: "b", count: 100_000))\r\n"), 431, "en"),
    (get("/", "nonsense\r\n"), 400, "en"), (get("/", "X-A: b\r\n folded\r\n"), 400, "fr"),
    (get("/%zz"), 400, "en"), (post(form + "Content-Length: abc\r\n", ""), 400, "en"),
  ])
  func `are answered with a page of the site`(
    request: String, status: Int, language: String
  ) throws {
    let server = try ServerProcess()
    let socket = try server.rawSocket()
    var asked = request
    // CR and LF are one character.
    asked.insert(
      contentsOf: "\r\nAccept-Language: en", at: try #require(asked.firstIndex(of: "\r\n")))
    try? socket.send(asked)
    let reply = try socket.readReply()
    #expect(reply.status == status)
    #expect(reply.page.first("html")?["lang"] == language)
    #expect(reply.page.has("header.roof nav"))
    #expect(reply.page.problems == [])
    #expect(reply.header("Content-Security-Policy") != nil)
  }

  /// A request that is not complete is waited for: here, its sender then says that this was all.
  private static func answer(to bytes: [UInt8], from server: ServerProcess) throws -> RawAnswer {
    let socket = try server.rawSocket()
    let answer = socket.answer(to: bytes, within: 3)
    guard answer == .silent else { return answer }
    socket.finishWriting()
    return socket.answer(to: [], within: 20)
  }

  @Test func `beyond the limit are refused before they are read`() throws {
    let server = try ServerProcess()
    let visitor = server.visitor()
    let body = [UInt8](repeating: UInt8(ascii: "a"), count: 50_000_000)
    let reply = try visitor.send(
      "POST", "/connexion", headers: ["Content-Type": "application/x-www-form-urlencoded"],
      body: body)
    #expect(reply.status == 413)
    #expect(reply.page.h1 == "Ce que vous envoyez est trop volumineux")
    #expect(reply.page.problems == [])
    #expect(reply.header("Content-Security-Policy") != nil)

    // The same in chunks, whose length nobody has said before.
    let socket = try server.rawSocket()
    try socket.send(Self.post(Self.form + "Transfer-Encoding: chunked\r\n", ""))
    let chunk = Array("100000\r\n".utf8) + body.prefix(0x100000) + Array("\r\n".utf8)
    for _ in 0..<50 where (try? socket.send(chunk)) != nil {}
    #expect([.status(413), .closed].contains(socket.answer(to: [])))
    #expect(try visitor.get("/healthz").status == 200)
  }

  @Test func `half-open connections by the hundred leave room for others`() throws {
    let server = try ServerProcess()
    let halves = try (0..<200).map { number in
      let socket = try server.rawSocket()
      let beginning = [
        "", "G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: x\r\nX-A: ",
        "POST /connexion HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nnom=",
      ]
      try socket.send(beginning[number % beginning.count])
      return socket
    }
    for _ in 0..<20 { #expect(try server.visitor().get("/fils").status == 200) }
    for half in halves { half.close() }
    #expect(try server.visitor().get("/fils").status == 200)
    #expect(try server.terminate() == 0)
  }
}
