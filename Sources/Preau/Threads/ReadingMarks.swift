import Synchronization

/// How far members have read, gathered in memory and written every second or so.
///
/// The one change that a GET makes: harmless if it is lost.
final class ReadingMarks: Sendable {
  struct Mark: Hashable {
    let member: Member.ID
    let thread: Number<Thread>
  }

  private let waiting = Mutex<[Mark: Int]>([:])

  /// Notes that `member` has seen the posts of `thread` up to `number`.
  func note(_ number: Int, of thread: Number<Thread>, by member: Member.ID) {
    waiting.withLock { marks in
      let mark = Mark(member: member, thread: thread)
      marks[mark] = max(marks[mark] ?? 0, number)
    }
  }

  /// Hands over what waits, and forgets it.
  func take() -> [Mark: Int] {
    waiting.withLock { marks in
      defer { marks.removeAll(keepingCapacity: true) }
      return marks
    }
  }
}
