import Glibc
import HTTP
import HTTPServer
import Testing

@Suite struct `Lanes` {
  @Test(arguments: ["/slow", "/password", "/held"])
  func `that are full of waiting requests hold up no reader`(target: String) throws {
    let options = Server.Options.with {
      $0.slowQueue = 40
      $0.writers = 2
    }
    try withServer(options) { port, site, _ in
      let waiting = try (0..<30).map { _ in try Client(port) }
      for client in waiting { client.sendPost(target, "x") }
      site.gate.waitForArrivals(2)
      for _ in 0..<20 { #expect(try Client(port).get("/hello").text == "hello") }
      site.gate.open()
      for client in waiting { #expect(try client.answer().text == "held") }
    }
  }

  @Test func `are shared: who fills one holds up only their own place`() throws {
    let options = Server.Options.with {
      $0.passwordWorkers = 1
      $0.passwordQueue = 8
    }
    try withServer(options) { port, site, _ in
      let first = try Client(port)
      first.sendPost("/password", "x", from: "flood")
      site.gate.waitForArrivals(1)
      let flood = try (0..<9).map { _ in try Client(port) }
      for client in flood { client.sendPost("/password", "x", from: "flood") }
      // Once the ninth is refused, the eight others fill the queue.
      let over = try #require(Client.firstAnswered(flood))
      #expect(try flood[over].answer().status == 503)
      let others = try (0..<3).map { _ in try Client(port) }
      for (number, client) in others.enumerated() {
        client.sendPost("/password", "x", from: "place \(number)")
      }
      // Each takes the place of one of the flood, whose text is given back.
      var waiting = flood.indices.filter { $0 != over }
      for _ in others {
        let index = try #require(Client.firstAnswered(waiting.map { flood[$0] }))
        let refused = try flood[waiting.remove(at: index)].answer()
        #expect(refused.status == 503)
        #expect(refused.text == "refused 503 /password x")
      }
      site.gate.open()
      for client in others { #expect(try client.answer().text == "held") }
      for index in waiting { #expect(try flood[index].answer().text == "held") }
    }
  }

  @Test func `that are full give the text back`() throws {
    let options = Server.Options.with {
      $0.writers = 1
      $0.writingQueue = 1
    }
    try withServer(options) { port, site, _ in
      let first = try Client(port)
      first.sendPost("/held", "1")
      site.gate.waitForArrivals(1)
      // One of the two takes the only place in the queue; the other finds it full.
      let others = try ["my first text", "my second text"].map { text in
        let client = try Client(port)
        client.sendPost("/held", text)
        return (client, text)
      }
      let index = try #require(Client.firstAnswered(others.map(\.0)))
      let refused = try others[index].0.answer()
      #expect(refused.status == 503)
      #expect(refused["retry-after"] == "5")
      #expect(refused.text == "refused 503 /held \(others[index].1)")
      site.gate.open()
      #expect(try first.answer().text == "held")
      #expect(try others[1 - index].0.answer().text == "held")
    }
  }
}

@Suite struct `Stopping a server` {
  @Test func `answers what has begun, then accepts no one`() throws {
    let site = Site()
    var options = Server.Options()
    options.slowQueue = 20
    let server = try Server(options, application: site)
    let clients = try (0..<10).map { _ in try Client(server.port) }
    for client in clients { client.sendPost("/slow", "x") }
    let idle = try Client(server.port)
    #expect(try idle.get("/hello").status == 200)
    site.gate.waitForArrivals(2)
    let stopping = Background { server.stop() }
    while (try? Client(server.port).get("/hello")) != nil {}
    // The port is still ours. See Server.stop for why.
    #expect(try Client(server.port).rest() == "")
    site.gate.open()
    for client in clients {
      #expect(try client.answer().text == "held")
      #expect(try client.rest() == "")
    }
    stopping.wait()
    #expect(try idle.rest() == "")
  }

  /// They wake the threads that are to accept no one, in the very instant when they are told so.
  @Test func `ends well while others come and go`() throws {
    let options = Server.Options.with {
      $0.writers = 1
      $0.passwordWorkers = 1
      $0.slowWorkers = 1
    }
    for _ in 0..<200 {
      let server = try Server(options, application: Site())
      let port = server.port
      let served = Gate()
      served.open()
      let visitors = (0..<3).map { _ in
        Background { while (try? Client(port).get("/hello")) != nil { served.pass() } }
      }
      served.waitForArrivals(4)
      server.stop()
      for visitor in visitors { visitor.wait() }
    }
  }

  @Test func `does not wait for a request that never ends`() throws {
    let site = Site()
    var options = Server.Options()
    options.stopGrace = 1
    let server = try Server(options, application: site)
    let client = try Client(server.port)
    client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 10\r\n\r\nabc")
    #expect(try Client(server.port).get("/hello").status == 200)
    server.stop()
    #expect(try client.rest() == "")
  }

  @Test func `twice is no mistake`() throws {
    let server = try Server(Server.Options(), application: Site())
    server.stop()
    server.stop()
  }
}
