import Synchronization

/// When something was read from the database: it is worth the same until anything in the database
/// changes, and at most to the end of the minute, since pages say how long ago things were.
struct Freshness: Equatable {
  let change: Int64
  let minute: Int64
}

extension Site {
  /// The freshness of what is read from now on; nil, and a line in the log, when the database cannot
  /// tell.
  func freshness(at now: Instant) -> Freshness? {
    do {
      return Freshness(change: try database.changeMark(), minute: now.seconds / 60)
    } catch {
      log.add("error freshness \(error)")
      return nil
    }
  }
}

/// What was made from the database, kept while it is fresh.
final class ChangeKeep<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Shelf {
    var freshness = Freshness(change: .min, minute: 0)
    var values: [Key: Value] = [:]
    var bytes = 0
  }

  private let mostBytes: Int
  private let shelf = Mutex(Shelf())

  /// - Parameter mostBytes: beyond this the shelf is emptied.
  init(mostBytes: Int) {
    self.mostBytes = mostBytes
  }

  /// The value, if it is as fresh as `freshness`.
  func value(_ key: Key, _ freshness: Freshness) -> Value? {
    shelf.withLock { shelf in shelf.freshness == freshness ? shelf.values[key] : nil }
  }

  /// Keeps a value that was read after `freshness` was asked for.
  ///
  /// - Parameter bytes: about how much memory it holds.
  func keep(_ value: Value, bytes: Int, as key: Key, _ freshness: Freshness) {
    shelf.withLock { shelf in
      if shelf.freshness != freshness || shelf.bytes > mostBytes {
        shelf = Shelf(freshness: freshness)
      }
      shelf.values[key] = value
      shelf.bytes += bytes
    }
  }
}
