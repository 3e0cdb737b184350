import Glibc

/// One TCP connection to a server on this machine, without any knowledge of HTTP but where an answer
/// ends.
final class Client {
  struct Answer {
    var status: Int
    var fields: [(name: String, value: String)]
    var body: [UInt8]

    subscript(name: String) -> String? {
      fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }
    var text: String { String(decoding: body, as: UTF8.self) }
  }

  enum Failure: Error {
    case notConnected(Int32)
    case closed
    case silent
    case notHTTP(String)
  }

  private let socket: Int32
  private var buffer: [UInt8] = []

  /// - Parameter seconds: after which silence is a failure.
  init(_ port: Int, seconds: Int = 20) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: seconds, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(socket, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
    }
    var address = sockaddr_in(
      sin_family: sa_family_t(AF_INET), sin_port: UInt16(port).bigEndian,
      sin_addr: in_addr(s_addr: UInt32(0x7F00_0001).bigEndian),
      sin_zero: (0, 0, 0, 0, 0, 0, 0, 0))
    let code = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if code != 0 { throw Failure.notConnected(errno) }
  }

  deinit { close(socket) }

  /// - Returns: false when the server has closed the connection before everything was sent.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if sent <= 0 { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  func get(_ target: String, _ fields: String..., method: String = "GET") throws -> Answer {
    let lines = fields.map { $0 + "\r\n" }.joined()
    send("\(method) \(target) HTTP/1.1\r\nHost: test\r\n\(lines)\r\n")
    return try answer(hasBody: method != "HEAD")
  }

  func post(_ target: String, _ body: String) throws -> Answer {
    sendPost(target, body)
    return try answer()
  }

  /// - Parameter place: where the site is to believe that it comes from.
  func sendPost(_ target: String, _ body: String, from place: String = "here") {
    sendHead(target, length: body.utf8.count, from: place)
    send(body)
  }

  func sendHead(_ target: String, length: Int, from place: String = "here") {
    send(
      "POST \(target) HTTP/1.1\r\nHost: test\r\nX-Place: \(place)\r\n"
        + "Content-Length: \(length)\r\n\r\n")
  }

  /// Reads one answer, as long as its fields say.
  func answer(hasBody: Bool = true) throws -> Answer {
    let end = Array("\r\n\r\n".utf8)
    var headLength: Int?
    while headLength == nil {
      headLength = buffer.indices.dropLast(3).first { buffer[$0..<($0 + 4)].elementsEqual(end) }
      if headLength == nil { try receive() }
    }
    let head = String(decoding: buffer[..<(headLength ?? 0)], as: UTF8.self)
    buffer.removeFirst((headLength ?? 0) + 4)
    var answer = try parse(head)
    let length = answer["content-length"].flatMap { Int($0) } ?? 0
    if hasBody, answer.status != 304, answer.status >= 200 {
      while buffer.count < length { try receive() }
      answer.body = Array(buffer.prefix(length))
      buffer.removeFirst(length)
    }
    return answer
  }

  private func parse(_ head: String) throws -> Answer {
    let lines = head.split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
      throw Failure.notHTTP(head)
    }
    let fields = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (String(parts[0]), parts.count == 2 ? String(parts[1].dropFirst()) : "")
    }
    return Answer(status: status, fields: fields, body: [])
  }

  private func receive() throws {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = recv(socket, &chunk, chunk.count, 0)
    if count < 0, errno == EAGAIN || errno == EWOULDBLOCK { throw Failure.silent }
    if count <= 0 { throw Failure.closed }
    buffer += chunk.prefix(count)
  }

  /// Whether something comes, the end perhaps, within so many milliseconds.
  func isAnswered(within milliseconds: Int32) -> Bool {
    var wait = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, milliseconds) > 0
  }

  /// Everything until the server closes.
  func rest() throws -> String {
    do { while true { try receive() } } catch Failure.closed {}
    defer { buffer = [] }
    return String(decoding: buffer, as: UTF8.self)
  }

  /// Waits for the first of several to be answered.
  static func firstAnswered(_ clients: [Client]) -> Int? {
    var waits = clients.map { pollfd(fd: $0.socket, events: Int16(POLLIN), revents: 0) }
    guard poll(&waits, nfds_t(waits.count), 20_000) > 0 else { return nil }
    return waits.firstIndex { $0.revents != 0 }
  }

  /// Sends no more, but still reads.
  func finishSending() { shutdown(socket, Int32(SHUT_WR)) }
}
