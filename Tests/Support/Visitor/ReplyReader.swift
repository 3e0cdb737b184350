import Foundation

/// Reads one response from a connection (RFC 9112 §6.3 says where its body ends).
struct ReplyReader {
  let socket: RawSocket
  let deadline: Date
  private var buffer: [UInt8] = []
  private var at = 0

  init(socket: RawSocket, deadline: Date) {
    self.socket = socket
    self.deadline = deadline
  }

  mutating func reply(toHead: Bool) throws -> Reply {
    var status = try readStatus()
    var headers = try readHeaders()
    // An interim response (RFC 9110 §15.2) says that the real one follows.
    while (100..<200).contains(status) {
      status = try readStatus()
      headers = try readHeaders()
    }
    let head = Reply(status: status, headers: headers, bytes: [])
    let body = toHead || status == 204 || status == 304 ? [] : try readBody(of: head)
    socket.putBack(buffer[at...])
    return Reply(status: status, headers: headers, bytes: body)
  }

  private mutating func readStatus() throws -> Int {
    let line = try readLine()
    let parts = line.split(separator: " ", maxSplits: 2)
    guard parts.count >= 2, parts[0].hasPrefix("HTTP/1."), parts[1].utf8.count == 3,
      let status = Int(parts[1])
    else { throw bad("not a status line: \(line.debugDescription)") }
    return status
  }

  private mutating func readHeaders() throws -> [(name: String, value: String)] {
    var headers: [(name: String, value: String)] = []
    while true {
      let line = try readLine()
      if line.isEmpty { return headers }
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[0].contains(" ") else {
        throw bad("not a header: \(line.debugDescription)")
      }
      headers.append((String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces)))
    }
  }

  private mutating func readBody(of head: Reply) throws -> [UInt8] {
    if head.header("Transfer-Encoding")?.lowercased() == "chunked" { return try readChunks() }
    guard let length = head.header("Content-Length") else { return try readToEnd() }
    guard let count = Int(length), count >= 0 else { throw bad("Content-Length: \(length)") }
    return try read(count)
  }

  private mutating func readChunks() throws -> [UInt8] {
    var body: [UInt8] = []
    while true {
      let line = try readLine()
      guard let count = Int(line.prefix { $0 != ";" }, radix: 16), count >= 0 else {
        throw bad("not a chunk size: \(line.debugDescription)")
      }
      if count == 0 { break }
      body += try read(count)
      guard try readLine().isEmpty else { throw bad("a chunk longer than its size") }
    }
    _ = try readHeaders()
    return body
  }

  private mutating func readToEnd() throws -> [UInt8] {
    while true {
      let (bytes, ending) = socket.read(until: deadline)
      buffer += bytes
      if ending == .closed { break }
      if let ending { throw bad("the body was cut: \(ending)") }
    }
    defer { at = buffer.count }
    return Array(buffer[at...])
  }

  private mutating func read(_ count: Int) throws -> [UInt8] {
    while buffer.count - at < count { try fill() }
    defer { at += count }
    return Array(buffer[at..<at + count])
  }

  /// A line without its CR LF.
  private mutating func readLine() throws -> String {
    var searched = at
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        guard end > at, buffer[end - 1] == UInt8(ascii: "\r") else { throw bad("LF without CR") }
        defer { at = end + 1 }
        return String(decoding: buffer[at..<end - 1], as: UTF8.self)
      }
      searched = buffer.count
      try fill()
    }
  }

  private mutating func fill() throws {
    let (bytes, ending) = socket.read(until: deadline)
    buffer += bytes
    if let ending {
      throw bad(buffer.isEmpty ? "nothing came: \(ending)" : "the response was cut: \(ending)")
    }
  }

  private func bad(_ reason: String) -> BadResponse {
    BadResponse(reason: reason, received: String(decoding: buffer.prefix(2000), as: UTF8.self))
  }
}
