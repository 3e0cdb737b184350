import Synchronization

/// From where each member has come in before. Kept in memory, as the budgets are that it softens: a
/// restart forgets both.
final class FamiliarMembers: Sendable {
  private struct Key: Hashable {
    let member: Member.ID
    let place: String
  }

  private let known = Mutex<Set<Key>>([])
  private static let most = 100_000

  /// - Parameter place: as ``LogInGate/place(_:)`` has it.
  func note(_ member: Member.ID, at place: String) {
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      known.insert(Key(member: member, place: place))
    }
  }

  func isKnown(_ member: Member.ID, at place: String) -> Bool {
    known.withLock { $0.contains(Key(member: member, place: place)) }
  }
}
