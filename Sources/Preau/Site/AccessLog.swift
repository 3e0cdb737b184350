import Glibc
import HTTP
import Synchronization

/// One line for each request, without personal data but a member's number: no query, no secret of
/// an address, and only the first part of the client's address.
final class AccessLog: Sendable {
  private let waiting = Mutex<[UInt8]>([])
  private let descriptor: Int32?

  /// - Parameter descriptor: where lines go; nil keeps none.
  init(descriptor: Int32?) {
    self.descriptor = descriptor
  }

  func add(_ line: String) {
    guard let descriptor else { return }
    let full = waiting.withLock { lines -> [UInt8] in
      lines += line.utf8
      lines.append(0x0A)
      guard lines.count > 32_768 else { return [] }
      defer { lines.removeAll(keepingCapacity: true) }
      return lines
    }
    if !full.isEmpty { Self.write(full, to: descriptor) }
  }

  /// Notes a request that was answered.
  func request(
    _ head: RequestHead, route: String, status: Int, bytes: Int, microseconds: Int, client: String
  ) {
    if descriptor == nil { return }
    let network = IPAddress(client)?.shortened.description ?? "-"
    add(
      "time=\(DateStrings.machine(.now)) method=\(head.method.rawValue) route=\(route) "
        + "status=\(status) bytes=\(bytes) us=\(microseconds) ip=\(network)")
  }

  /// Writes what waits: called every second or so, and at the end.
  func flush() {
    guard let descriptor else { return }
    let lines = waiting.withLock { lines -> [UInt8] in
      defer { lines.removeAll(keepingCapacity: true) }
      return lines
    }
    if !lines.isEmpty { Self.write(lines, to: descriptor) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      // A log that cannot be written must not stop the site.
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
