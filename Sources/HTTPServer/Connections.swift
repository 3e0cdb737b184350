import CMicrohttpd
import Glibc
import HTTP
import Synchronization

/// A TCP connection: whose it is, and by when the head of its next request must have come.
final class Connection: Sendable {
  let peer: String
  let socket: Int32
  /// Outlives all connections.
  unowned let engine: Engine
  /// On the clock's microseconds.
  private let deadline: Atomic<Int>

  init(peer: String, socket: Int32, headWithin microseconds: Int, of engine: Engine) {
    self.peer = peer
    self.socket = socket
    self.engine = engine
    deadline = Atomic(Clock.microseconds() + microseconds)
  }

  func expectHead(within microseconds: Int) {
    deadline.store(Clock.microseconds() + microseconds, ordering: .relaxed)
  }

  func headCame() { deadline.store(.max, ordering: .relaxed) }

  func isLate(at now: Int) -> Bool { deadline.load(ordering: .relaxed) < now }

  /// Ours for one of libmicrohttpd's.
  static func known(to connection: OpaquePointer) -> Connection? {
    preau_http_connection_context(connection).map {
      Unmanaged<Connection>.fromOpaque($0).takeUnretainedValue()
    }
  }

  /// The address of the other end, as text.
  static func peer(_ address: UnsafePointer<sockaddr>?) -> String {
    guard let address else { return "" }
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let raw = UnsafeRawPointer(address)
    let family = Int32(address.pointee.sa_family)
    if family == AF_INET {
      var four = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
      inet_ntop(family, &four, &text, socklen_t(text.count))
    } else if family == AF_INET6 {
      var six = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      inet_ntop(family, &six, &text, socklen_t(text.count))
    }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
