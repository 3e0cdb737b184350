// What is counted here decides which posts are found: of a long query, the rarest words. So it must
// not depend on what the reader may not read, else asking for a name among other words would tell
// whether a closed space holds it.

import SQLite

/// How common words are in what a reader may read, so that rare ones weigh more.
enum SearchFrequency {
  static let sample = 100

  /// Exact up to the size of the sample; beyond, drawn from how close together the newest are. Zero
  /// when nothing that may be read matches, whatever else does.
  static func estimate(
    _ expression: SearchExpression, _ scope: SearchScope, of documents: Int, _ db: Reader
  ) throws -> Int {
    let newest = try SearchWordStore.newest(
      expression, in: scope.spaces, limit: sample, db)
    guard newest.count == sample, let oldest = newest.last else { return newest.count }
    return sample * documents / max(1, documents - Int(oldest) + 1)
  }
}
