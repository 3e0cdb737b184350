import HTML
import Sanitizer

/// What a member typed as a reply or an edit, exactly: it is given back whenever it cannot be
/// published.
struct PostDraft: Sendable {
  var body = ""
  /// The number of the post that this one answers.
  var answers: Int?
  /// Whether the member asks to write without a name.
  var isMasked = false

  enum Problem: Error, Equatable {
    case empty
    case tooLong(over: Int)
    case refused
  }

  /// In characters as a reader counts them (extended grapheme clusters, UAX #29); one can be
  /// megabytes long, so bytes are counted first, against four times as many.
  static let longestBody = 20_000

  /// The same text, known to be publishable.
  func checked() throws(Problem) -> NewPost {
    let body = body.withUnixLines
    if body.allSatisfy(\.isWhitespace) { throw .empty }
    let spare = body.utf8.count - 4 * Self.longestBody
    if spare > 0 { throw .tooLong(over: spare) }
    let over = body.count - Self.longestBody
    if over > 0 { throw .tooLong(over: over) }
    do {
      return NewPost(source: body, unscoped: try PostBody.render(body))
    } catch {
      throw .refused
    }
  }
}

/// A body known to be publishable.
struct NewPost: Sendable {
  let source: String
  /// The body rendered before it has a number: good enough for most posts, see ``PostBody``.
  let unscoped: SanitizedHTML

  fileprivate init(source: String, unscoped: SanitizedHTML) {
    self.source = source
    self.unscoped = unscoped
  }
}

extension String {
  /// Browsers send CR LF for each line end of a text area; we keep LF.
  var withUnixLines: String {
    guard utf8.contains(0x0D) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var last: UInt8 = 0
    for byte in utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if !(byte == 0x0A && last == 0x0D) {
        bytes.append(byte)
      }
      last = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Bodies as they are stored: the one place that knows their scope and the version of the policy.
enum PostBody {
  static let policy = Policy.version

  /// Renders what a member wrote.
  ///
  /// - Parameter scope: what keeps the footnotes of two bodies on one page apart.
  static func render(
    _ source: String, scope: String? = nil
  ) throws(Sanitizer.Refusal) -> SanitizedHTML {
    try SanitizedHTML(markdown: FileLink.withThumbnails(source), scope: scope)
      .withSignsForBoxes()
  }

  /// Renders `source` for the post that holds it.
  ///
  /// - Parameter members: whom the log-in names in it stand for.
  static func render(
    _ source: String, for post: Post.ID, mentioning members: [String: Member.ID] = [:]
  ) throws(Sanitizer.Refusal) -> SanitizedHTML {
    try render(Mentions.linked(source, to: members), scope: "p\(post.value)")
  }
}
