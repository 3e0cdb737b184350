// libmicrohttpd forgives what RFC 9112 forbids, and its parsed fields no longer show it: it appends
// a folded line to the *name* of the field before (§5.2), cuts a value at a NUL, ends lines at a lone
// LF, and takes a line that begins with a colon for the empty one that ends the head. What it leaves
// as it was is where things lie. It parses in the buffer that it reads into, with NULs for the bytes
// that end names and lines, and only moves a name to append to it. So a head is taken only if:
// (1) Each name begins two bytes, a CR and an LF, behind the value before it, or behind the first
//     line.
// (2) Between a name and its value there are the NUL of the colon and blanks, nothing else.
// (3) The head ends four bytes behind the last value.
// A NUL before a lone LF lies as a CR does, and cannot be told from it; no value is hidden there.

import CMicrohttpd
import HTTP

/// The fields of one request, on their way from libmicrohttpd.
struct FieldReading {
  private(set) var headers = Headers()
  /// Whether all fields so far are sound.
  private(set) var isSound = true
  /// Where the next field must begin; nil where that is not known.
  private var next: UnsafePointer<CChar>?

  init(next: UnsafePointer<CChar>?) { self.next = next }

  /// Whether the head that begins at `start` ends with the fields that were read.
  func ends(_ start: UnsafePointer<CChar>, count: Int) -> Bool {
    next == nil || next.map { $0 + 2 } == start + count
  }

  mutating func add(_ name: UnsafeBufferPointer<CChar>, _ value: UnsafeBufferPointer<CChar>) {
    guard Self.isName(name), Self.isValue(value), lies(name, before: value) else {
      isSound = false
      return
    }
    next = value.baseAddress.map { $0 + value.count + 2 }
    var text = UnsafeRawBufferPointer(value)[...]
    while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
    headers.append(
      String(decoding: UnsafeRawBufferPointer(name), as: UTF8.self),
      String(decoding: text, as: UTF8.self))
  }

  /// (1) and (2).
  private func lies(
    _ name: UnsafeBufferPointer<CChar>, before value: UnsafeBufferPointer<CChar>
  ) -> Bool {
    guard let start = name.baseAddress, let end = value.baseAddress, next == nil || start == next
    else { return false }
    let colon = start + name.count
    guard end > colon, colon.pointee == 0 else { return false }
    return UnsafeBufferPointer(start: colon + 1, count: end - colon - 1)
      .allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// A token (RFC 9110 §5.6.2).
  private static func isName(_ name: UnsafeBufferPointer<CChar>) -> Bool {
    !name.isEmpty && UnsafeRawBufferPointer(name).allSatisfy(isNameByte)
  }

  /// Without controls: a lone CR is a line's end to some (RFC 9112 §2.2, RFC 9110 §5.5).
  private static func isValue(_ value: UnsafeBufferPointer<CChar>) -> Bool {
    UnsafeRawBufferPointer(value).allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}

/// Adds a field to a ``FieldReading``; called for each, in their order.
private func readField(
  context: UnsafeMutableRawPointer?, kind: MHD_ValueKind, name: UnsafePointer<CChar>?,
  nameLength: Int, value: UnsafePointer<CChar>?, valueLength: Int
) -> MHD_Result {
  guard let context else { return .NO }
  let reading = context.assumingMemoryBound(to: FieldReading.self)
  reading.pointee.add(
    UnsafeBufferPointer(start: name, count: name == nil ? 0 : nameLength),
    UnsafeBufferPointer(start: value, count: value == nil ? 0 : valueLength))
  return reading.pointee.isSound ? .YES : .NO
}

extension FieldReading {
  /// Reads all fields of a request whose head has come.
  ///
  /// - Returns: nil when they are not what RFC 9112 §5 describes, so that no proxy in front of us
  ///   can have understood another request.
  static func headers(of connection: OpaquePointer, after line: RequestLine) -> Headers? {
    var reading = FieldReading(next: line.end)
    withUnsafeMutablePointer(to: &reading) { reading in
      _ = MHD_get_connection_values_n(connection, .HEADER_KIND, readField, reading)
    }
    guard reading.isSound, reading.ends(line.method, count: preau_http_head_size(connection))
    else { return nil }
    return reading.headers
  }
}
