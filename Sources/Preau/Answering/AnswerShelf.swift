import SQLite
import Synchronization

/// The one index of published tutorials of a running site, made again when there are new ones.
///
/// It says which might answer; whether a tutorial is there for a reader is asked each time. So what it
/// does not know of at once (a tutorial that is restored, or tagged otherwise) may wait some minutes.
final class AnswerShelf: Sendable {
  static let secondsKept: Int64 = 600
  /// Looked at for a page: those that the reader may not read are among them.
  static let mostFound = 12

  private struct Kept {
    let index: AnswerIndex
    let mark: AnswerStore.Mark
    let made: Instant
  }

  private let kept = Mutex<Kept?>(nil)

  /// - Parameter mark: of the snapshot of `db`.
  func find(
    _ asked: AskedWords, _ mark: AnswerStore.Mark, at now: Instant, _ db: Reader
  ) throws -> [Tutorial.ID] {
    guard let stemmer = FrenchStemmer() else { return [] }
    let index = try kept.withLock { kept -> AnswerIndex? in
      if let kept, kept.mark == mark, now - kept.made < Self.secondsKept { return kept.index }
      guard let stemmer = FrenchStemmer() else { return nil }
      let index = AnswerIndex(try AnswerStore.sources(db), stemmer)
      kept = Kept(index: index, mark: mark, made: now)
      return index
    }
    return index?.find(asked, most: Self.mostFound, stemmer) ?? []
  }
}
