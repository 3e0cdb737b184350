import HTTP
import HTTPServer
import Testing

import class Foundation.FileManager

@Suite struct `A hostile request` {
  static let post = "POST /echo HTTP/1.1\r\nHost: t\r\n"
  static let chunked = post + "Transfer-Encoding: chunked\r\n\r\n"

  /// Sends it, and expects 4xx or nothing, then the end; others are served meanwhile.
  static func expectRefusal(_ bytes: [UInt8], seconds: Int = 20) throws {
    try withServer(.with { $0.idleTimeout = 1 }) { port, _, _ in
      let client = try Client(port, seconds: seconds)
      client.send(bytes)
      #expect(try Client(port).get("/hello").text == "hello")
      let answer = try client.rest()
      #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(answer.prefix(300))")
      #expect(try Client(port).get("/hello").text == "hello")
    }
  }

  @Test(arguments: [
    "\r\n\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1", "GET  HTTP/1.1\r\n\r\n",
    "GET / HTTP/2.0\r\n\r\n", "GET / HTTP/0.9\r\n\r\n", "GET / HTTP/9.9\r\nHost: t\r\n\r\n",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "GET / FTP/1.1\r\n\r\n", "GET / HTTP/1.1 x\r\n\r\n",
    "GET /a b HTTP/1.1\r\nHost: t\r\n\r\n", " / HTTP/1.1\r\nHost: t\r\n\r\n",
    "GET /a\0b HTTP/1.1\r\nHost: t\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\r\n\r\n",
    "GET hello HTTP/1.1\r\nHost: t\r\n\r\n", "CONNECT t:443 HTTP/1.1\r\nHost: t\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHost: t\r\n\r\n",
  ])
  func `line is refused`(text: String) throws {
    try Self.expectRefusal(Array(text.utf8))
  }

  @Test(arguments: [
    "/../etc/passwd", "/a/../../etc/passwd", "/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd",
    "/..%5c..%5cwindows", "/%00", "/a%00.css", "/%zz", "/%", "/%ff%fe", "/%c0%ae%c0%ae/", "/./a",
    "//../a", "http://t/../a",
  ])
  func `path is refused, and the connection stays`(path: String) throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      let answer = try client.get(path)
      #expect(answer.status == 400)
      #expect(answer.text.hasPrefix("refused 400"))
      #expect(try client.get("/hello").status == 200)
    }
  }

  @Test(arguments: [
    "", "no colon", "Host", "Host: a\r\nHost: b", "Host: a b", "Host: t\r\nX Y: 1",
    "Host: t\r\nX : 1", " Host: t", "Host: t\r\nX\u{1}: 1",
    "Host: t\r\nX: a\r\n b", "Host: t\r\nX: a\r\n\tb", "Host: t\r\nX: a\r\n ",
    "Host: t\r\nX: a\r\n b\r\n c", "Host: t\r\n folded", "Host: t\r\nX:\r\n a\r\nY: b",
    "Host: t\r\n: x", "Host: t\r\n:", "Host: t\r\n : x", "Host: t\r\nX: a\rY: b",
    "Host: t\r\nX: a\r", "Host: t\r\nX: a\0b", "Host: t\r\nX\0: b", "Host: t\r\nX: \0",
    "Host: t\r\nX: \u{7F}", "Host: t\r\nX: \u{1B}[2J", "Host: t\nX: a", "Host: t\r\nX: a\n",
    "Host: t\r\nContent-Type: multipart/form-data; boundary=\u{1}",
  ])
  func `head is refused`(fields: String) throws {
    let fields = fields.isEmpty ? "" : fields + "\r\n"
    try Self.expectRefusal(Array("GET / HTTP/1.1\r\n\(fields)\r\n".utf8))
  }

  @Test(arguments: [
    "Host: t\r\nX:", "Host: t\r\nX: ", "Host:t\r\nX:a", "Host: \t t \t ", "hOST: t\r\nX: a b\tc",
    "Host: t\r\nX: é", "X: a:b\r\nHost: t", "Host: t\r\nX: 1\r\nX: 1\r\nX: 2",
  ])
  func `head is taken, whole or in pieces`(fields: String) throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      let request = Array("GET /hello HTTP/1.1\r\n\(fields)\r\n\r\n".utf8)
      client.send(request + request)
      for _ in 0..<2 { #expect(try client.answer().text == "hello") }
      for byte in request { client.send([byte]) }
      #expect(try client.answer().text == "hello")
    }
  }

  @Test func `head of many fields is taken up to the memory of a connection`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      let fields = (0..<300).map { "X-\($0): \(String(repeating: "a", count: 30))\r\n" }.joined()
      for _ in 0..<3 {
        client.send("GET /hello HTTP/1.1\r\nHost: t\r\n\(fields)\r\n")
        #expect(try client.answer().text == "hello")
      }
    }
  }

  @Test(arguments: [
    ("GET /\(String(repeating: "a", count: 100_000)) HTTP/1.1\r\nHost: t\r\n\r\n", 414),
    ("GET / HTTP/1.1\r\nHost: t\r\nX: \(String(repeating: "a", count: 100_000))\r\n\r\n", 431),
    ("GET / HTTP/1.1\r\nHost: t\r\nno colon\r\n\r\n", 400),
    ("GET / HTTP/2.0\r\nHost: t\r\n\r\n", 400),
    (post + "Content-Length: abc\r\n\r\n", 400),
    (post + "Content-Length: 99999999999999999999999\r\n\r\n", 413),
  ])
  func `that the library refuses by itself gets our page`(request: String, status: Int) throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      client.send(request)
      let answer = try client.answer()
      #expect(answer.status == status)
      #expect(answer.text.hasPrefix("refused \(status)"))
    }
  }

  /// libmicrohttpd takes the line for the empty one, and what follows for another request.
  @Test func `line without a name hides no other request`() throws {
    try withServer { port, site, _ in
      let client = try Client(port)
      client.send("GET /a HTTP/1.1\r\nHost: t\r\n:\r\nGET /b HTTP/1.1\r\nHost: t\r\n\r\n")
      #expect(try client.rest().ranges(of: "HTTP/1.1 ").count == 1)
      #expect(site.log.withLock { $0.isEmpty })
    }
  }

  @Test func `HEAD that the library refuses by itself gets no body`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      client.send("HEAD / HTTP/1.1\r\nHost: t\r\nno colon\r\n\r\n")
      let answer = try client.rest()
      #expect(answer.hasPrefix("HTTP/1.1 400 "))
      #expect(answer.hasSuffix("\r\n\r\n"))
    }
  }

  @Test(arguments: [
    ("GET /", 200_000, " HTTP/1.1\r\nHost: t\r\n\r\n"),
    ("GET / HTTP/1.1\r\nHost: t\r\nX: ", 200_000, "\r\n\r\n"),
    ("GET / HTTP/1.1\r\nHost: t\r\nCookie: a=", 200_000, "\r\n\r\n"),
    ("GET / HTTP/1.1\r\nHost: t\r\nX", 200_000, ": 1\r\n\r\n"),
  ])
  func `of countless bytes is refused`(start: String, count: Int, end: String) throws {
    try Self.expectRefusal(Array((start + String(repeating: "a", count: count) + end).utf8))
  }

  @Test(arguments: ["A: b\r\n", "Cookie: a=b;a=b;a=b\r\n", " folded\r\n"])
  func `of countless fields is refused`(field: String) throws {
    let fields = "Host: t\r\nX: 1\r\n" + String(repeating: field, count: 20_000)
    try Self.expectRefusal(Array("GET / HTTP/1.1\r\n\(fields)\r\n".utf8))
  }

  @Test func `of countless parameters is answered`() throws {
    try withServer { port, _, _ in
      let answer = try Client(port).get("/hello?" + String(repeating: "a&", count: 10_000))
      #expect(answer.status == 200)
    }
  }

  @Test(arguments: [
    "Content-Length: abc", "Content-Length: -1", "Content-Length: +5", "Content-Length: 5 5",
    "Content-Length: 99999999999999999999999", "Content-Length: 18446744073709551615",
    "Content-Length: 9223372036854775807", "Content-Length: 9223372036854775808",
    "Content-Length: 5\r\nContent-Length: 6", "Content-Length: 5\r\nTransfer-Encoding: chunked",
    "Transfer-Encoding: gzip", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: xchunked",
    "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "Content-Length: 0x5",
    "Content-Length: ",
  ])
  func `length is refused`(fields: String) throws {
    try Self.expectRefusal(Array("\(Self.post)\(fields)\r\n\r\nhello".utf8))
  }

  @Test(arguments: [
    "zz\r\nhello\r\n0\r\n\r\n", "-5\r\nhello\r\n0\r\n\r\n", "5\r\nhelloXX\r\n0\r\n\r\n",
    "fffffffffffffffff\r\n", "ffffffffffffffff\r\nhello", "\r\nhello", " 5\r\nhello\r\n0\r\n\r\n",
    "5", "5\r\nhel", "0\r\nno colon\r\n\r\n", "0x5\r\nhello\r\n0\r\n\r\n",
    "5\0\r\nhello\r\n0\r\n\r\n",
  ])
  func `chunk is refused`(body: String) throws {
    try Self.expectRefusal(Array((Self.chunked + body).utf8))
  }

  @Test(arguments: [("5;", 100_000), ("", 100_000), ("0\r\nX: ", 200_000)])
  func `chunk of countless bytes is refused`(start: String, count: Int) throws {
    let body = start + String(repeating: "a", count: count)
    try Self.expectRefusal(Array((Self.chunked + body).utf8))
  }

  @Test func `length that is too long shows its page, and the connection stays`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      let answer = try client.post("/echo", String(repeating: "a", count: 1_000_000))
      #expect(answer.status == 413)
      #expect(answer.text.hasPrefix("refused 413 /echo"))
      #expect(try client.get("/hello").status == 200)
    }
  }

  @Test func `bodies that are too long are handed over, a few at a time`() throws {
    try withServer { port, site, _ in
      let text = String(repeating: "a", count: 200_000)
      let clients = try (0..<5).map { _ in try Client(port) }
      for client in clients { client.sendPost("/kept", text) }
      // The application has four of them; the one that is left, whichever, was thrown away.
      site.gate.waitForArrivals(4)
      let over = try #require(Client.firstAnswered(clients))
      let answer = try clients[over].answer()
      #expect(answer.status == 413)
      #expect(answer.text == "refused 413 /kept ")
      site.gate.open()
      let others = clients.indices.filter { $0 != over }.map { clients[$0] }
      for client in others {
        let answer = try client.answer()
        #expect(answer.status == 413)
        #expect(answer.text.hasSuffix(text))
      }
      #expect(try others[0].post("/kept", text).text.hasSuffix(text))
    }
  }

  @Test func `bodies that do not end share a memory, and no place takes all of it`() throws {
    let options = Server.Options.with {
      $0.uncountedBody = 1_000
      $0.bodyMemory = 200_000
      $0.bodyMemoryPerPlace = 100_000
    }
    try withServer(options) { port, _, _ in
      let text = String(repeating: "a", count: 60_000)
      func post(_ text: String, from place: String) throws -> Client.Answer {
        let client = try Client(port)
        client.sendPost("/echo", text, from: place)
        return try client.answer()
      }
      // Whichever is read first is held; the other is refused. Until the one that waits has won:
      var held = try Client(port)
      var next = Client.Answer(status: 0, fields: [], body: [])
      for _ in 0..<100 where next.status != 503 {
        held = try Client(port)
        held.sendHead("/echo", length: text.utf8.count + 1, from: "flood")
        held.send(text)
        next = try post(text, from: "flood")
      }
      #expect(next.status == 503)
      #expect(next["retry-after"] == "5")
      // A short form gets through in any case, and so does another place.
      #expect(try post("a short one", from: "flood").text == "a short one")
      #expect(try post(text, from: "elsewhere").status == 200)
      // What was held is free once it is answered.
      held.send("a")
      #expect(try held.answer().status == 200)
      #expect(try post(text, from: "flood").status == 200)
    }
  }

  @Test func `bodies that are long wait on the disk, where they share a room, too`() throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "bodies-\(UInt64.random(in: 0 ... .max))")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    let options = Server.Options.with {
      $0.spoolFolder = folder.path
      $0.longestInMemory = 20_000
      $0.bodyMemory = 20_000
      $0.bodyDisk = 200_000
      $0.bodyDiskPerPlace = 100_000
    }
    try withServer(options) { port, site, _ in
      let text = String((0..<60_000).map { Character(Unicode.Scalar(97 + UInt8($0 % 23))) })
      func post(from place: String) throws -> Client.Answer {
        let client = try Client(port)
        client.sendPost("/echo", text, from: place)
        return try client.answer()
      }
      let held = try Client(port)
      held.sendPost("/held", text, from: "flood")
      site.gate.waitForArrivals(1)
      #expect(try post(from: "flood").status == 503)
      #expect(try post(from: "elsewhere").text == text)
      // What was held is free once it is answered.
      site.gate.open()
      #expect(try held.answer().text == "held")
      #expect(try post(from: "flood").text == text)
      #expect(try files.contentsOfDirectory(atPath: folder.path) == [])
    }
  }

  @Test func `body of 50 MB shows its page`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      let body = [UInt8](repeating: 0x61, count: 50_000_000)
      client.send(Self.post + "Content-Length: \(body.count)\r\n\r\n")
      #expect(client.send(body))
      #expect(try client.answer().status == 413)
      #expect(try Client(port).get("/hello").status == 200)
    }
  }

  @Test func `body that is announced as too long is not asked for`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      client.send(Self.post + "Expect: 100-continue\r\nContent-Length: 200000\r\n\r\n")
      #expect(try client.answer().status == 413)
    }
  }

  @Test func `body in chunks beyond the limit is refused`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      let chunk = "4000\r\n" + String(repeating: "a", count: 0x4000) + "\r\n"
      client.send(Self.chunked + String(repeating: chunk, count: 20) + "0\r\n\r\n")
      #expect(try client.answer().status == 413)
    }
  }

  @Test func `body in chunks without an end is cut off`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      client.send(Self.chunked)
      let chunk = Array(("10000\r\n" + String(repeating: "a", count: 0x10000) + "\r\n").utf8)
      var sent = 0
      while sent < 2_000, client.send(chunk) { sent += 1 }
      #expect(sent < 2_000)
      #expect(try Client(port).get("/hello").status == 200)
    }
  }

  @Test(arguments: [
    "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"",
    "multipart/form-data; boundary=----",
  ])
  func `form is the application's to refuse`(type: String) throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      client.send(
        Self.post + "Content-Type: \(type)\r\nContent-Length: 12\r\n\r\n--\r\n\r\n--\r\n--")
      #expect(try client.answer().status == 200)
    }
  }
}

@Suite struct `Silent clients` {
  static let beginnings = [
    "", "GET", "GET /hello HTTP/1.1\r\n", "GET /hello HTTP/1.1\r\nHost: t\r\nX: ",
    "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 10\r\n\r\nabc",
    "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe",
  ]

  @Test func `are let go after a while, and others are served meanwhile`() throws {
    try withServer(.with { $0.idleTimeout = 2 }) { port, _, _ in
      let silent = try (0..<200).map { _ in try Client(port) }
      for (number, client) in silent.enumerated() {
        client.send(Self.beginnings[number % Self.beginnings.count])
      }
      for _ in 0..<20 { #expect(try Client(port).get("/hello").text == "hello") }
      for client in silent {
        let answer = try client.rest()
        #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"))
      }
      #expect(try Client(port).get("/hello").text == "hello")
    }
  }

  @Test func `whose head does not end in time are let go, though they are not idle`() throws {
    try withServer(.with { $0.slowestHead = 1 }) { port, _, _ in
      let late = try Self.beginnings.prefix(4).map { beginning in
        let client = try Client(port)
        client.send(beginning)
        return client
      }
      let next = try Client(port)
      #expect(try next.get("/hello").status == 200)
      next.send("GET / HT")
      for client in late + [next] { #expect(try client.rest() == "") }
      #expect(try Client(port).get("/hello").text == "hello")
    }
  }

  /// Fast at first, then a byte now and then: the whole of it has a good pace for hours.
  @Test func `who end a body byte by byte are let go, too`() throws {
    let options = Server.Options.with {
      $0.slowestBody = 0
      $0.bodyStretch = 1
      $0.bodyBytesPerSecond = 100
    }
    try withServer(options) { port, _, _ in
      let client = try Client(port)
      client.sendHead("/echo", length: 100_000)
      client.send(String(repeating: "a", count: 99_000))
      var sent = 0
      while sent < 900, !client.isAnswered(within: 50) {
        client.send("a")
        sent += 1
      }
      #expect(sent < 900)
      #expect(try client.rest() == "")
      #expect(try Client(port).get("/hello").text == "hello")
    }
  }

  @Test func `whose body does not come whole in time are let go, at any pace`() throws {
    let options = Server.Options.with {
      $0.slowestBody = 1
      $0.slowestBytesPerSecond = 1
      $0.bodyBytesPerSecond = 100_000
    }
    try withServer(options) { port, _, _ in
      let client = try Client(port)
      client.sendHead("/echo", length: 100_000)
      var sent = 0
      while sent < 900, !client.isAnswered(within: 50) {
        client.send("aaaaaaaaaa")
        sent += 1
      }
      #expect(sent < 900)
      #expect(try client.rest() == "")
    }
  }
}
