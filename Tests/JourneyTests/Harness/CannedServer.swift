import Foundation
import Synchronization
import TestSupport

/// Answers each connection with the next of the byte strings it was given, and keeps what it read.
///
/// It lets the tests of the visitor say exactly what comes over the wire.
final class CannedServer: Sendable {
  let port: UInt16
  private let listener: Int32
  private let received = Mutex<[String]>([])

  /// - Parameter answers: for each connection, what to answer to each of its requests; after the
  ///   last, the connection closes.
  init(_ answers: [[String]]) throws {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isReady = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && listen(socket, 16) == 0
          && getsockname(socket, $0, &size) == 0
      }
    }
    guard isReady else { throw POSIXError(.EADDRNOTAVAIL) }
    listener = socket
    port = UInt16(bigEndian: address.sin_port)
    Foundation.Thread.detachNewThread { [self] in answers.forEach(serve) }
  }

  deinit { close(listener) }

  var origin: String { "http://127.0.0.1:\(port)" }
  /// The requests read so far.
  var requests: [String] { received.withLock { $0 } }

  private func serve(_ answers: [String]) {
    let connection = accept(listener, nil, nil)
    for answer in answers {
      readRequest(connection)
      _ = send(connection, answer, answer.utf8.count, Int32(MSG_NOSIGNAL))
    }
    close(connection)
  }

  /// Reads a head, and as many bytes of body as it says.
  private func readRequest(_ connection: Int32) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !isWhole(String(decoding: bytes, as: UTF8.self)) {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    received.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
  }

  private func isWhole(_ text: String) -> Bool {
    guard let end = text.range(of: "\r\n\r\n") else { return false }
    let length = text[..<end.lowerBound].components(separatedBy: "\r\n")
      .first { $0.hasPrefix("Content-Length: ") }.flatMap { Int($0.dropFirst(16)) }
    return text[end.upperBound...].utf8.count >= length ?? 0
  }
}

/// A response with a body of that length.
func response(_ status: String, _ headers: [String] = [], body: String = "") -> String {
  let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers
  return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
}
