import Glibc
import HTTP

/// An answer as bytes, for a connection that libmicrohttpd is about to close without one.
struct RawAnswer {
  private let bytes: [UInt8]

  init(_ response: Response) {
    var text = "HTTP/1.1 \(response.status) \r\n"  // The reason may be empty (RFC 9112 §4).
    for header in response.headers { text += "\(header.name): \(header.value)\r\n" }
    text += "Content-Length: \(response.body.count)\r\nConnection: close\r\n\r\n"
    bytes = Array(text.utf8) + response.body
  }

  /// Never waits. Nothing else is on its way to this reader, so that a page fits into the system's
  /// buffer; who has closed that sees no page.
  func send(to socket: Int32) {
    _ = Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
  }
}
