import CMicrohttpd
import Glibc
import HTTP

/// The first line of a request, in the buffer that libmicrohttpd read it into.
struct RequestLine {
  let method: UnsafePointer<CChar>
  let target: UnsafePointer<CChar>?
  let version: UnsafePointer<CChar>?

  /// Where the first field must begin; nil for a line without a version.
  var end: UnsafePointer<CChar>? {
    version.flatMap { $0.pointee == 0 ? nil : $0 + strlen($0) + 2 }
  }

  /// HTTP/1.1 asks for a `Host` (RFC 9112 §3.2).
  var needsHost: Bool { version.map { strcmp($0, "HTTP/1.0") != 0 } ?? true }

  /// Whether a target of that length reaches up to the version. If not, there was a NUL in it.
  func isWhole(targetLength: Int) -> Bool {
    guard let target, let version else { return false }
    return version == target + targetLength + 1
  }
}

/// What libmicrohttpd read of a request, in our types.
enum RequestReading {
  /// The languages that are asked for, in what was read of a head that cannot be understood.
  static func language(of connection: OpaquePointer) -> Headers {
    let name = "Accept-Language"
    guard let value = MHD_lookup_connection_value(connection, .HEADER_KIND, name) else {
      return Headers()
    }
    return Headers([Header(name, String(cString: value))])
  }

  /// One host, or none where that is allowed.
  static func hostIsSound(_ headers: Headers, needed: Bool) -> Bool {
    guard let host = headers["host"] else { return !needed }
    return !host.utf8.contains { $0 == UInt8(ascii: ",") || $0 <= 0x20 }
  }

  /// How the body comes.
  enum BodyLength: Equatable {
    case none
    case declared(Int)
    case chunked
    /// Length or encoding are contradictory or unknown: where the next request begins is anyone's
    /// guess, so this one is the last of its connection.
    case unclear
  }

  static func bodyLength(_ headers: Headers) -> BodyLength {
    let (length, encoding) = (headers["content-length"], headers["transfer-encoding"])
    switch (length, encoding) {
    case (nil, nil): return .none
    case (nil, let encoding?): return encoding.lowercased() == "chunked" ? .chunked : .unclear
    case (let length?, nil):
      guard !length.isEmpty, length.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
        let bytes = Int(length)
      else { return .unclear }
      return bytes == 0 ? .none : .declared(bytes)
    case (_?, _?): return .unclear
    }
  }
}
