import SQLite

/// Threads like the one that someone is about to start.
enum SimilarThreads {
  private static let most = 5

  /// What the reader may read, the likeliest first.
  static func find(
    title: String, body: String, _ visit: Visit, _ db: Reader
  ) throws -> [ThreadLine] {
    []
  }
}
