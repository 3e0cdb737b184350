import Synchronization

/// Threads that were read by members to whom something is new, gathered in memory like the marks of
/// reading: what was told of these threads is read, too.
final class NotificationReadings: Sendable {
  struct Mark: Hashable {
    let member: Member.ID
    let thread: Number<Thread>
  }
  struct Seen {
    let number: Int
    let moment: Instant
  }

  private let waiting = Mutex<[Mark: Seen]>([:])

  func note(_ number: Int, of thread: Number<Thread>, by member: Member.ID, at now: Instant) {
    waiting.withLock { marks in
      let mark = Mark(member: member, thread: thread)
      marks[mark] = Seen(number: max(marks[mark]?.number ?? 0, number), moment: now)
    }
  }

  /// Hands over what waits, and forgets it.
  func take() -> [Mark: Seen] {
    waiting.withLock { marks in
      defer { marks.removeAll(keepingCapacity: true) }
      return marks
    }
  }
}
