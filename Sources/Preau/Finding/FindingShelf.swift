import SQLite
import Synchronization

/// The one index of a running site, brought up to date by whoever asks.
final class FindingShelf: Sendable {
  private struct Kept {
    var index: FacetIndex
    var change: Int64
    let vocabularies: Int64
  }

  private let kept = Mutex<Kept?>(nil)

  /// Asks the index as it is in the snapshot of `db`, or newer.
  func ask<T: Sendable>(
    _ db: Reader, _ body: @Sendable (FacetIndex) throws -> T
  ) throws -> T {
    let mark = try FindingStore.mark(db)
    return try kept.withLock { kept in
      if kept?.vocabularies != mark.vocabularies {
        kept = try Self.make(mark, db)
      } else if let change = kept?.change, change < mark.change {
        if let news = try FindingStore.changes(since: change, db) {
          for item in news.gone { kept?.index.remove(item) }
          for entry in news.put { kept?.index.put(entry) }
          kept?.change = mark.change
        } else {
          kept = try Self.make(mark, db)
        }
      }
      guard let kept else { preconditionFailure("The index was made above.") }
      return try body(kept.index)
    }
  }

  private static func make(
    _ mark: (change: Int64, vocabularies: Int64), _ db: Reader
  ) throws -> Kept {
    let concepts = try FindingStore.concepts(db)
    var index = FacetIndex(scheme: concepts.scheme, parents: concepts.parents)
    try FindingStore.eachEntry(db) { index.put($0) }
    return Kept(index: index, change: mark.change, vocabularies: mark.vocabularies)
  }
}
