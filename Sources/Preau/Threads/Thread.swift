import SQLite

/// A conversation in one space: a first post, then replies in the order of time.
public struct Thread: Sendable {
  public typealias ID = Number<Thread>
}
