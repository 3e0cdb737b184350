import Glibc
import Synchronization
import Testing

@testable import Fetching

@Suite struct `An address of the network` {
  @Test(
    arguments: [
      [10, 0, 0, 1], [127, 0, 0, 1], [0, 0, 0, 0], [192, 168, 1, 1], [172, 16, 0, 1],
      [172, 31, 255, 255], [169, 254, 169, 254], [100, 64, 0, 1], [192, 0, 0, 8], [192, 0, 2, 1],
      [198, 18, 0, 1], [198, 51, 100, 1], [203, 0, 113, 1], [224, 0, 0, 1], [255, 255, 255, 255],
      [192, 88, 99, 1], [240, 0, 0, 1],
    ] as [[UInt8]])
  func `is not public inside a network, in IPv6 clothes neither`(four: [UInt8]) {
    let zeros = [UInt8](repeating: 0, count: 10)
    #expect(!PublicAddress.isPublic(four))
    #expect(!PublicAddress.isPublic(zeros + [0xFF, 0xFF] + four))
    #expect(!PublicAddress.isPublic([0, 0x64, 0xFF, 0x9B] + zeros.prefix(8) + four))
    #expect(!PublicAddress.isPublic([0x20, 0x02] + four + zeros))
    #expect(!PublicAddress.isPublic(zeros + [0, 0] + four))
  }

  @Test func `is public elsewhere`() {
    for four in [[1, 1, 1, 1], [172, 32, 0, 1], [100, 128, 0, 1], [193, 0, 0, 1]] as [[UInt8]] {
      #expect(PublicAddress.isPublic(four))
    }
    let world: [UInt8] = [0x20, 0x01, 0x06, 0x60] + [UInt8](repeating: 1, count: 12)
    #expect(PublicAddress.isPublic(world))
  }

  @Test(
    arguments: [
      [0xFE, 0x80], [0xFC, 0x00], [0xFD, 0x12], [0xFF, 0x02], [0x20, 0x01, 0x0D, 0xB8],
      [0x20, 0x01, 0x00, 0x00], [0xFE, 0xC0], [0x3F, 0xFF], [0x01, 0x00],
    ] as [[UInt8]])
  func `of IPv6 is not public either`(start: [UInt8]) {
    let bytes = start + [UInt8](repeating: 1, count: 16 - start.count)
    #expect(!PublicAddress.isPublic(bytes))
    #expect(!PublicAddress.isPublic([UInt8](repeating: 0, count: 15) + [1]))
    #expect(!PublicAddress.isPublic([]))
  }
}

@Suite struct `A request to a stranger` {
  private func fetch(here: Bool = true) -> Fetch {
    var fetch = Fetch(userAgent: "Preau-test/1.0 (+https://preau.test)")
    fetch.allowsLoopback = here
    fetch.seconds = 5
    return fetch
  }

  @Test func `names who asks, and gives back what came`() throws {
    let server = try OneAnswer(
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\noui")
    let answer = try fetch().ask(server.address + "/page")
    #expect(answer.status == 200 && answer.type == "text/plain")
    #expect(answer.body == Array("ou".utf8))
    #expect(server.heard.contains("GET /page HTTP/1.1"))
    #expect(server.heard.contains("User-Agent: Preau-test/1.0 (+https://preau.test)"))
    #expect(server.heard.contains("Accept: */*"))
  }

  @Test func `does not reach this machine unless a test says so`() throws {
    let server = try OneAnswer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    for name in ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0x7f.1", "2130706433"] {
      #expect(throws: Fetch.Failure.notPublic, "\(name)") {
        try fetch(here: false).ask("http://\(name):\(server.port)/")
      }
    }
    #expect(server.heard == "")
  }

  @Test func `does not follow a redirect to what is not public`() throws {
    for target in ["http://10.0.0.1/", "http://169.254.169.254/latest", "http://[fd00::1]/"] {
      let server = try OneAnswer(
        "HTTP/1.1 302 Found\r\nLocation: \(target)\r\nContent-Length: 0\r\n\r\n")
      #expect(throws: Fetch.Failure.notPublic) { try fetch().ask(server.address) }
    }
  }

  @Test func `follows no other scheme`() throws {
    for address in [
      "file:///etc/passwd", "gopher://127.0.0.1/", "ftp://exemple.fr/", "http://a b/",
    ] {
      #expect(throws: Fetch.Failure.addressInvalid) { try fetch().ask(address) }
    }
    let server = try OneAnswer(
      "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n")
    #expect(throws: Fetch.Failure.self) { try fetch().ask(server.address) }
  }

  @Test func `ends after a few redirects`() throws {
    let server = try OneAnswer(
      "HTTP/1.1 302 Found\r\nLocation: /encore\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
      times: 20)
    var fetch = fetch()
    // Time is not what ends it here, however busy the machine is.
    fetch.seconds = 120
    #expect(throws: Fetch.Failure.tooManyRedirects) { try fetch.ask(server.address) }
  }

  @Test func `takes no more than its share of a body`() throws {
    var fetch = fetch()
    fetch.mostBytes = 1_000
    let server = try OneAnswer(
      "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + String(repeating: "x", count: 500_000))
    let answer = try fetch.ask(server.address)
    #expect(answer.body.count == 1_000 && answer.isCut)
  }

  @Test func `gives up on a server that says nothing`() throws {
    var fetch = fetch()
    fetch.seconds = 1
    let server = try OneAnswer("")
    #expect(throws: Fetch.Failure.tooSlow) { try fetch.ask(server.address) }
    #expect(throws: Fetch.Failure.stopped) {
      try fetch.ask(server.address, isStopping: { true })
    }
  }
}

/// A server on this machine that gives the same answer to the first few who come.
private final class OneAnswer: Sendable {
  let port: UInt16
  private let work: Work

  /// - Parameter answer: empty: it never answers.
  init(_ answer: String, times: Int = 4) throws {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isReady = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && listen(socket, 16) == 0
          && getsockname(socket, $0, &size) == 0
      }
    }
    try #require(isReady)
    port = UInt16(bigEndian: address.sin_port)
    work = Work(listener: socket, answer: answer, times: times)
    let context = Unmanaged.passRetained(work)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }, context.toOpaque())
    pthread_detach(thread)
  }

  deinit { work.stop() }

  var address: String { "http://127.0.0.1:\(port)" }
  /// All that was sent to it.
  var heard: String { work.received.withLock { $0 } }

  /// What its thread does. That thread alone closes the listener: the number of a closed one may
  /// already be that of another test's.
  private final class Work: Sendable {
    let received = Mutex("")
    private let listener: Int32
    private let answer: String
    private let times: Int
    private let isOpen = Mutex(true)

    init(listener: Int32, answer: String, times: Int) {
      self.listener = listener
      self.answer = answer
      self.times = times
    }

    func stop() {
      isOpen.withLock { isOpen in
        if isOpen { shutdown(listener, Int32(SHUT_RDWR)) }
      }
    }

    private func end() {
      isOpen.withLock { isOpen in
        close(listener)
        isOpen = false
      }
    }

    func run() {
      defer { end() }
      for _ in 0..<times {
        let connection = accept(listener, nil, nil)
        if connection < 0 { return }
        var buffer = [UInt8](repeating: 0, count: 8_192)
        let count = recv(connection, &buffer, buffer.count, 0)
        if count > 0 {
          received.withLock { $0 += String(decoding: buffer[..<count], as: UTF8.self) }
        }
        if answer.isEmpty {
          // Until the other end has gone.
          _ = recv(connection, &buffer, buffer.count, 0)
        } else {
          _ = send(connection, answer, answer.utf8.count, Int32(MSG_NOSIGNAL))
        }
        close(connection)
      }
    }
  }
}
