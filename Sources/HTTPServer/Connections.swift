import CMicrohttpd
import Glibc
import HTTP
import Synchronization

/// A TCP connection: whose it is.
final class Connection: Sendable {
  let peer: String

  init(peer: String) { self.peer = peer }

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

/// How many connections each address has, so that one does not take all.
final class ConnectionCounts: Sendable {
  private let limit: Int
  private let counts = Mutex<[String: Int]>([:])

  /// - Parameter limit: 0 for none.
  init(limit: Int) { self.limit = limit }

  /// Loopback has no limit: behind it there is a proxy, which speaks for everyone.
  private func isCounted(_ peer: String) -> Bool {
    limit > 0 && IPAddress(peer)?.isLoopback == false
  }

  func mayOpen(_ peer: String) -> Bool {
    !isCounted(peer) || counts.withLock { $0[peer, default: 0] < limit }
  }

  func opened(_ peer: String) {
    if isCounted(peer) { counts.withLock { $0[peer, default: 0] += 1 } }
  }

  func closed(_ peer: String) {
    guard isCounted(peer) else { return }
    counts.withLock { counts in
      let left = (counts[peer] ?? 1) - 1
      counts[peer] = left > 0 ? left : nil
    }
  }
}
