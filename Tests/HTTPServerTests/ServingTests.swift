import HTTP
import HTTPServer
import Testing

@Suite struct `A server` {
  @Test func `answers many requests of one connection`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      for number in 0..<50 {
        let answer = try client.get("/whoami/\(number)?a=%20b")
        #expect(answer.status == 200)
        #expect(answer.text == "get /whoami/\(number)?a=%20b 127.0.0.1")
      }
    }
  }

  @Test func `answers requests that come at once, in their order`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      let requests = (0..<20).map { "GET /whoami/\($0) HTTP/1.1\r\nHost: test\r\n\r\n" }
      client.send(requests.joined())
      for number in 0..<20 {
        #expect(try client.answer().text.contains("/whoami/\(number) "))
      }
    }
  }

  @Test func `mixes lanes in the requests of one connection, in their order`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      for number in 0..<20 {
        client.sendPost("/echo", "post \(number)")
        client.send("GET /whoami/\(number) HTTP/1.1\r\nHost: test\r\n\r\n")
      }
      for number in 0..<20 {
        #expect(try client.answer().text == "post \(number)")
        #expect(try client.answer().text.contains("/whoami/\(number) "))
      }
    }
  }

  @Test func `sends no body for HEAD, and its length`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      let head = try client.get("/page", method: "HEAD")
      #expect(head.status == 200)
      #expect(head["content-length"] == "\(Site.page.count)")
      #expect(try client.get("/page").body == Site.page)
    }
  }

  @Test func `sends nothing twice that the reader has`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      let tag = try #require(try client.get("/page")["etag"])
      let known = try client.get("/page", "If-None-Match: \"x\", W/\(tag)")
      #expect(known.status == 304)
      #expect(known["etag"] == tag)
      #expect(known["content-type"] == nil)
      #expect(try client.get("/page", "If-None-Match: \"x\"").status == 200)
      #expect(try client.get("/page", "If-None-Match: \(tag)", method: "HEAD").status == 304)
      #expect(try client.get("/file", "If-None-Match: \"v1\"").status == 304)
      #expect(try client.get("/private")["etag"] == nil)
      #expect(try client.get("/private", "If-None-Match: *").status == 200)
    }
  }

  @Test func `compresses text for those who take it`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      let plain = try client.get("/page")
      let answer = try client.get("/page", "Accept-Encoding: br, gzip")
      #expect(answer["content-encoding"] == "gzip")
      #expect(answer.body.count < Site.page.count / 5)
      #expect(gunzip(answer.body) == Site.page)
      #expect(plain["vary"] == "Accept-Encoding")
      #expect(answer["vary"] == "Accept-Encoding")
      #expect(plain["etag"] != answer["etag"])
      let tag = try #require(answer["etag"])
      let known = try client.get("/page", "Accept-Encoding: gzip", "If-None-Match: \(tag)")
      #expect(known.status == 304)
      let head = try client.get("/page", "Accept-Encoding: gzip", method: "HEAD")
      #expect(head["content-length"] == "\(answer.body.count)")
    }
  }

  @Test func `sends a file that was compressed beforehand`() throws {
    try withServer { port, _, _ in
      let answer = try Client(port).get("/file", "Accept-Encoding: gzip")
      #expect(answer.body == Gzip.compress(Site.page))
      #expect(answer["etag"] == "\"v1-gz\"")
    }
  }

  @Test(arguments: [
    ("/page", "Accept-Encoding: gzip;q=0"), ("/page", "Accept: gzip"),
    ("/image", "Accept-Encoding: gzip"), ("/hello", "Accept-Encoding: gzip"),
  ])
  func `leaves alone what compression would not help`(target: String, field: String) throws {
    try withServer { port, _, _ in
      let answer = try Client(port).get(target, field)
      #expect(answer["content-encoding"] == nil)
      #expect(answer.status == 200)
    }
  }

  @Test func `sets cookies, each in a field of its own`() throws {
    try withServer { port, _, _ in
      let answer = try Client(port).get("/cookie")
      #expect(answer.status == 303)
      #expect(answer["location"] == "/")
      #expect(answer.fields.filter { $0.name == "Set-Cookie" }.count == 2)
    }
  }

  /// Such a connection ends: no browser sends chunks, and what hides in trailers cannot be seen.
  @Test func `takes a body that comes in chunks, and nothing behind it`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      client.send("POST /echo HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n")
      client.send("5\r\nHello\r\n1;ext=1\r\n,\r\nA\r\n 0123\n5678\r\n0\r\nTrailer: x\r\n\r\n")
      client.send("GET /hello HTTP/1.1\r\nHost: test\r\n\r\n")
      let answer = try client.answer()
      #expect(answer.text == "Hello, 0123\n5678")
      #expect(answer["connection"] == "close")
      #expect(try client.rest() == "")
    }
  }

  @Test func `takes a body byte by byte, and one that waits to be asked for`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      for byte in "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\nhi".utf8 {
        client.send([byte])
      }
      #expect(try client.answer().text == "hi")
      client.send(
        "POST /echo HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
      #expect(try client.answer().status == 100)
      client.send("ho")
      #expect(try client.answer().text == "ho")
    }
  }

  @Test func `answers a client that has finished sending`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      client.send("GET /hello HTTP/1.1\r\nHost: t\r\n\r\n")
      client.finishSending()
      #expect(try client.answer().text == "hello")
    }
  }

  @Test func `closes after a request of HTTP 1.0`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      client.send("GET /hello HTTP/1.0\r\n\r\n")
      #expect(try client.rest().hasSuffix("hello"))
    }
  }

  @Test func `lets the application fail`() throws {
    try withServer { port, _, _ in
      let client = try Client(port)
      #expect(try client.get("/broken").status == 500)
    }
  }

  @Test func `tells of every request once`() throws {
    try withServer { port, site, server in
      let client = try Client(port)
      _ = try client.get("/page", method: "HEAD")
      _ = try client.get("/hello")
      _ = try client.post("/echo", "abc")
      _ = try client.get("/../x")
      server.stop()
      let log = site.log.withLock { $0 }
      #expect(
        log == [
          "head /page 200 0 127.0.0.1", "get /hello 200 5 127.0.0.1", "post /echo 200 3 127.0.0.1",
        ])
    }
  }
}

@Suite struct `Starting a server` {
  @Test func `fails on a port that is taken`() throws {
    try withServer { port, _, _ in
      var options = Server.Options()
      options.port = port
      #expect(throws: StartFailure.portInUse(host: "127.0.0.1", port: port)) {
        try Server(options, application: Site())
      }
    }
  }

  @Test(arguments: ["example.org", "", "1.2.3", "127.0.0.1:80"])
  func `fails on a host that is no address`(host: String) {
    var options = Server.Options()
    options.host = host
    #expect(throws: StartFailure.badHost(host)) { try Server(options, application: Site()) }
  }

  @Test(arguments: ["127.0.0.1", "localhost", "0.0.0.0", "::"])
  func `listens where it is told`(host: String) throws {
    try withServer(.with { $0.host = host }) { port, _, _ in
      let client = try Client(port)
      #expect(try client.get("/hello").text == "hello")
    }
  }
}
