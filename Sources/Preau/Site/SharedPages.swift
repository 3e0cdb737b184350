import HTTP
import Synchronization

/// Pages as visitors see them: the same for all who ask in one language, so made once.
///
/// A page is kept until anything in the database changes, and at most to the end of the minute,
/// since it says how long ago things were.
final class SharedPages: Sendable {
  struct Key: Hashable {
    let target: String
    let language: Language
    /// Canonical addresses name the host that was asked.
    let host: String
  }

  /// When a page was made: what it is worth depends on both.
  struct Moment: Equatable {
    let change: Int64
    let minute: Int64
  }

  private struct Shelf {
    var moment = Moment(change: .min, minute: 0)
    var pages: [Key: Response] = [:]
    var bytes = 0
  }

  /// Beyond this the shelf is emptied: a few hundred pages.
  private static let mostBytes = 16_000_000
  private let shelf = Mutex(Shelf())

  /// The page, if it was made at `moment`.
  func page(_ key: Key, at moment: Moment) -> Response? {
    shelf.withLock { shelf in shelf.moment == moment ? shelf.pages[key] : nil }
  }

  /// Keeps a page that was read after `moment` began.
  func keep(_ page: Response, as key: Key, at moment: Moment) {
    shelf.withLock { shelf in
      if shelf.moment != moment || shelf.bytes > Self.mostBytes {
        shelf = Shelf(moment: moment)
      }
      shelf.pages[key] = page
      shelf.bytes += page.body.count + (page.gzipped?.count ?? 0) + 1_024
    }
  }
}
