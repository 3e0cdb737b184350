/// What one member said of a post.
struct Report: Sendable {
  let id: Int64
  /// Known to those who look after the space, never to the author of the post.
  let reporter: Author
  /// One of the reasons that the form offers, as it is stored.
  let reason: String
  let comment: String
  let created: Instant
}

/// A post about which reports wait, and where it stands.
struct ReportedPost: Sendable {
  let post: Post.ID
  let number: Int
  let author: Author
  let isRemoved: Bool
  let excerpt: String
  let thread: Thread.ID
  let threadSlug: String
  let threadTitle: String
  let space: Space
  /// The oldest first; never empty.
  var reports: [Report] = []

  /// The latest report that the page shows: one that comes later is not settled with it.
  var lastReport: Int64 { reports.map(\.id).max() ?? 0 }

  static let longestExcerpt = 280
}

/// Why reports stay as they are.
enum SettlingRefusal: Error, Equatable {
  case notAllowed
  /// Nobody is the judge of what they wrote.
  case ownPost
}

extension SpaceRights {
  /// Checks that `viewer` may settle reports on a post of `author`.
  ///
  /// - Throws: the ``SettlingRefusal``.
  func admitSettling(of author: Member.ID, by viewer: Viewer) throws(SettlingRefusal) {
    guard mayModerate else { throw .notAllowed }
    guard viewer.member?.id != author else { throw .ownPost }
  }
}

/// Where the next page of reported posts begins: after this one.
struct ReportCursor: Sendable, Equatable {
  let firstReport: Instant
  let post: Post.ID

  /// Before every report.
  static let start = ReportCursor(firstReport: Instant(seconds: .min), post: Number(0))

  init(firstReport: Instant, post: Post.ID) {
    self.firstReport = firstReport
    self.post = post
  }

  /// Reads ``text`` back; anything else is the start of the list.
  init(_ text: String?) {
    let parts = (text ?? "").split(separator: "-").compactMap { Int64($0) }
    guard parts.count == 2 else {
      self = .start
      return
    }
    self.init(firstReport: Instant(seconds: parts[0]), post: Number(parts[1]))
  }

  var text: String { "\(firstReport.seconds)-\(post.value)" }
}
