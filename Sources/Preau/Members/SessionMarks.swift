import Synchronization

/// Sessions seen since the last time their mark was written.
final class SessionMarks: Sendable {
  private let waiting = Mutex<Set<Session.ID>>([])

  func note(_ session: Session.ID) {
    _ = waiting.withLock { $0.insert(session) }
  }

  /// Hands over what waits, and forgets it.
  func take() -> Set<Session.ID> {
    waiting.withLock { sessions in
      defer { sessions.removeAll(keepingCapacity: true) }
      return sessions
    }
  }
}
