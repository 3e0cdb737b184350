import Glibc
import HTTP
import Synchronization

/// One line for each request, without personal data but a member's number: no query, no secret of
/// an address, and only the first part of the client's address. Failures go elsewhere, at once.
final class AccessLog: Sendable {
  private let waiting = Mutex<[UInt8]>([])
  /// Held while writing, so that lines of several threads do not mix.
  private let writing = Mutex<Void>(())
  private let requests: Int32?
  private let failures: Int32

  /// Lines are given to the system from this many bytes on, or by ``flush()``.
  private static let full = 32_768
  /// Bytes kept while nobody reads the other end of a pipe; the lines after them are lost.
  private static let mostWaiting = 1 << 20

  /// - Parameters:
  ///   - requests: where a line for each request goes; nil keeps none.
  ///   - failures: where failures go.
  init(requests: Int32?, failures: Int32 = STDERR_FILENO) {
    self.requests = requests
    self.failures = failures
  }

  /// Notes a failure of ours.
  func add(_ line: String) {
    Self.write(Array((line + "\n").utf8)[...], to: failures)
  }

  /// Whether lines about requests are kept at all.
  var keepsRequests: Bool { requests != nil }

  /// Notes a request that was answered.
  ///
  /// - Parameter remark: the route and the member, as ``remark(_:_:)`` wrote them.
  func request(
    _ head: RequestHead, remark: String?, status: Int, bytes: Int, microseconds: Int,
    client: String
  ) {
    if requests == nil { return }
    let network = IPAddress(client)?.shortened.description ?? "-"
    let line =
      "time=\(DateStrings.machine(.now)) method=\(head.method.rawValue) "
      + "\(remark ?? "route=- member=-") "
      + "status=\(status) bytes=\(bytes) us=\(microseconds) ip=\(network)\n"
    let isFull = waiting.withLock { lines in
      if lines.count < Self.mostWaiting { lines += line.utf8 }
      return lines.count > Self.full
    }
    if isFull { flush() }
  }

  /// What a line says of a request beside its figures. The route's pattern stands for the path:
  /// addresses can hold secrets.
  static func remark(_ route: String, _ viewer: Viewer) -> String {
    "route=\(route) member=\(viewer.member.map { String($0.id.value) } ?? "-")"
  }

  /// Writes what waits: called every second or so, and at the end.
  func flush() {
    guard let requests else { return }
    writing.withLock { _ in
      let lines = waiting.withLock { lines in
        defer { lines = [] }
        return lines
      }
      let rest = Self.write(lines[...], to: requests)
      if !rest.isEmpty { waiting.withLock { $0.insert(contentsOf: rest, at: 0) } }
    }
  }

  /// Writes as much as can be written now: a log that cannot be written, or a pipe that nobody
  /// reads, must not stop the site.
  ///
  /// - Returns: what must wait.
  @discardableResult
  private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> ArraySlice<UInt8> {
    var rest = bytes
    while !rest.isEmpty {
      var asked = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      guard poll(&asked, 1, 0) > 0, asked.revents & Int16(POLLOUT) != 0 else { return rest }
      // A pipe that is ready takes PIPE_BUF bytes (4096) without blocking (pipe(7)).
      let piece = rest.prefix(4_096)
      let count = piece.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return [] }
      rest = rest.dropFirst(count)
    }
    return rest
  }
}
