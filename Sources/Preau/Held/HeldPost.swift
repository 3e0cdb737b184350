import HTML
import HTTP
import SQLite

/// What of a space is read by those who look after it before it is published. Stored under these
/// names: renaming a case is a migration.
enum Holding: String, ColumnValue, Sendable, CaseIterable {
  case nothing
  /// The first posts of each member, until some were published.
  case first = "first-posts"
  case questions
  case everything

  /// How many first posts can be chosen.
  static let firstPosts = 1...20
}

/// What a space holds.
struct HoldingChoice: Sendable, Equatable {
  var holding = Holding.nothing
  var firstPosts = 2

  /// Whether a post is held.
  ///
  /// - Parameters:
  ///   - kind: of the thread that it begins; nil for a reply.
  ///   - published: how many posts of its author were published in the space, asked when it matters.
  func holds(_ kind: Thread.Kind?, published: () throws -> Int) rethrows -> Bool {
    switch holding {
    case .nothing: false
    case .first: try published() < firstPosts
    case .questions: kind == .question
    case .everything: true
    }
  }
}

/// A post that is not published: its author and those who look after the space are alone to see it.
struct HeldPost: Sendable {
  typealias ID = Number<HeldPost>

  let id: ID
  let space: Space
  /// The thread that it answers; nil for one that begins a thread.
  let reply: Reply?
  /// Who will sign it.
  let author: Author
  /// Who wrote it. Never for a page.
  let person: Member.ID
  let isMasked: Bool
  let kind: Thread.Kind
  /// Of the thread that it begins, and its tags as they were typed.
  let title: String
  let tags: String
  let source: String
  let version: Int
  let created: Instant
  let submitted: Instant
  let state: State
  let reason: RulingReason?
  let words: String
  /// What it has become, once it is published.
  let post: Post.ID?
  /// To the form of the space, of a question.
  var answers: [QuestionAnswer] = []

  /// Stored under these names.
  enum State: String, ColumnValue, Sendable { case waiting, refused, published }

  /// Where a reply will stand.
  struct Reply: Sendable {
    let thread: Thread.ID
    let slug: String
    let title: String
    /// The highest number of a post that is published.
    let lastNumber: Int
    /// The place that is kept for it.
    let number: Int
    /// The number of the post that it answers.
    let answers: Int?
  }

  func isMine(_ viewer: Viewer) -> Bool { viewer.member?.id == person }

  /// Where its author finds it: in its thread, or on its own page.
  var place: Address { reply?.address(id) ?? address }
  /// Its own page.
  var address: Address { Self.address(of: id) }
  static func address(of id: ID) -> Address { "/attente/\(id.value)" }

  /// What it is called in a list.
  var heading: String { reply?.title ?? title }

  /// As it is shown; nil where the limits of rendering refuse it by now.
  var body: SanitizedHTML? { try? PostBody.render(source, scope: "a\(id.value)") }

  /// The form from which it came, as a draft.
  var fields: Parameters {
    var fields: [(name: String, value: String)] = [("texte", source)]
    if let reply {
      if let answers = reply.answers { fields.append(("repond", String(answers))) }
    } else {
      fields += [
        ("espace", space.slug), ("genre", kind.rawValue), ("titre", title), ("etiquettes", tags),
      ]
      fields += TypedAnswers(answers).fields
    }
    if isMasked { fields.append(("sans-nom", "oui")) }
    return Parameters(fields)
  }

  /// Where its draft belongs.
  var draftPlace: DraftPlace { reply.map { .reply($0.thread) } ?? .newThread }
}

extension HeldPost.Reply {
  /// The page of the thread, from 1, on which it stands meanwhile: none has been made for it yet.
  var page: Int { min(Thread.page(of: number), Thread.page(of: lastNumber)) }

  /// Its place in the thread.
  func address(_ id: HeldPost.ID) -> Address {
    Thread.address(thread, slug, page: page).at("attente-\(id.value)")
  }
}

/// Why a decision on a held post is not carried out. Each is something that can be said.
enum HeldRefusal: Error, Equatable {
  /// Somebody has decided, or its author has taken it back.
  case decided
  /// Its author has changed it since it was read.
  case changed
  case reasonMissing
  case wordsTooLong
  /// What it answers is not there any more.
  case threadRemoved
  case spaceClosed
}

/// What waits for one who looks after spaces.
struct HeldWaiting: Equatable {
  let count: Int
  let oldest: Instant?
}
