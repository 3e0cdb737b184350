import HTTP
import Synchronization

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
