import CMicrohttpd
import Glibc
import HTTP

/// The first line of a request, in the buffer that libmicrohttpd read it into.
struct RequestLine {
  let method: UnsafePointer<CChar>
  let target: UnsafePointer<CChar>?
  let version: UnsafePointer<CChar>?

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
  /// The fields of a request.
  ///
  /// - Returns: nil when a name is not one (RFC 9110 §5.1), so that no proxy in front of us can
  ///   have understood another request.
  static func headers(of connection: OpaquePointer) -> Headers? {
    var reading = Reading()
    withUnsafeMutablePointer(to: &reading) { reading in
      _ = MHD_get_connection_values_n(connection, .HEADER_KIND, readField, reading)
    }
    return reading.isSound ? reading.headers : nil
  }

  fileprivate struct Reading {
    var headers = Headers()
    var isSound = true
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

/// Adds a field to a `RequestReading.Reading`.
private func readField(
  context: UnsafeMutableRawPointer?, kind: MHD_ValueKind, name: UnsafePointer<CChar>?,
  nameLength: Int, value: UnsafePointer<CChar>?, valueLength: Int
) -> MHD_Result {
  guard let context, let name else { return .NO }
  let reading = context.assumingMemoryBound(to: RequestReading.Reading.self)
  let nameBytes = UnsafeRawBufferPointer(start: name, count: nameLength)
  guard !nameBytes.isEmpty, nameBytes.allSatisfy(isNameByte) else {
    reading.pointee.isSound = false
    return .NO
  }
  var valueBytes = UnsafeRawBufferPointer(start: value, count: value == nil ? 0 : valueLength)[...]
  while let last = valueBytes.last, last == 0x20 || last == 0x09 { valueBytes.removeLast() }
  reading.pointee.headers.append(
    String(decoding: nameBytes, as: UTF8.self), String(decoding: valueBytes, as: UTF8.self))
  return .YES
}

/// Of those that a token may hold, the ones that names of fields are made of.
private func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}
