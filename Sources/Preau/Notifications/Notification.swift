import HTML
import SQLite

/// Something that a member is told.
struct Notification: Sendable {
  typealias ID = Number<Notification>

  let id: ID
  let kind: Kind
  let isRead: Bool
  let created: Instant
  /// The number in its thread of the post that it is about.
  let post: Int?
  /// Whose doing it is; nil where nobody is named.
  let actor: Author?
  /// How many have thanked for the post.
  let thanks: Int
  /// What somebody says with it, in plain words.
  let words: String

  /// What can be told. Stored under these names.
  enum Kind: String, ColumnValue, Sendable, CaseIterable {
    /// Somebody called the member by name; answered the member's post; wrote in a followed thread.
    case mention, reply, followed
    /// A thread was begun in a space or with a tag of which the member wants mails.
    case started
    /// The member's answer was accepted; a followed question, or one that is the member's too, has
    /// an accepted answer.
    case accepted, solved
    case thanks
    /// What became of a report that the member made; of a post that the member wrote.
    case reportSettled, ruling
    /// The member's post, which was held, is published, or is not.
    case approved, refused
    /// The member's request: somebody takes care of it; it was merged with another one; did the
    /// answer work?
    case taken, merged, followUp
    /// The member's request: something is asked of the member; it is resolved, has no solution, is
    /// closed.
    case awaited, resolved, unresolved, closed
    /// To who helps: a request is the member's now; one that was answered needs more.
    case assigned, reopened
    /// To a teacher: somebody asks to enter the class. To who asked: the class is open to them.
    case asksToEnter, admitted
    /// Tutorials: somebody asks the member to sign one; to be quoted in one; one that the member
    /// signs is published, was sent back with a reason, has a new référent as its author, or is to be
    /// looked at again; the original of an adaptation has a newer version.
    case coAuthor, quoted, tutorialPublished, tutorialReturned, tutorialTaken, tutorialDue
    case originalChanged
    /// To who looks after a space: a tutorial waits to be read; one is to be looked at again, and
    /// those who sign it come no more.
    case tutorialToRead, tutorialOrphaned
    /// Reviews: a tutorial that the member signs has got a seal; one that the member had reserved is
    /// no longer to be reviewed.
    case tutorialSealed, reviewReleased
    /// To authors: somebody suggests a correction. To who did: it is accepted, or not kept.
    case suggestionMade, suggestionAccepted, suggestionRefused
    /// To authors: a remark. To who made it: an answer, or a référent has hidden it. To référents:
    /// a remark that somebody reports.
    case remarkMade, remarkAnswered, remarkHidden, remarkReported
    /// A search that the member keeps has found something new.
    case savedSearch
    /// Badges: the member is given one; one is taken back; a request comes back with words. To who
    /// awards them: somebody asks for one.
    case badgeOffered, badgeRevoked, badgeReturned, badgeAsked
    /// To a peer: somebody asks what they saw. To who asks: somebody has written it.
    case badgePeerAsked, badgePeerWrote
    /// One of the member's expires soon.
    case badgeExpiring
    /// To who may agree: a pupil wants to show one. To the pupil: the answer.
    case badgeAgreementAsked, badgeAgreed, badgeNotAgreed
    /// Anything else: its words say all.
    case message

    /// Not counted in the roof, and no reason for a mail.
    var isQuiet: Bool { self == .thanks }
    /// Said to this member rather than to all who follow: sent at once, by default.
    var isPersonal: Bool { ![.followed, .started, .solved, .thanks, .savedSearch].contains(self) }
  }
}

/// All that a member is told about one thread, or one thing told that is about none.
struct NotificationLine {
  /// The greatest number in it: lines are in the order of these.
  let last: Notification.ID
  let place: Place?
  /// Where it leads when it has no place; empty: nowhere.
  let address: String
  let notifications: [Notification]

  /// The thread that it is about.
  struct Place {
    let thread: Thread.ID
    let slug: String
    let title: String
    let spaceSlug: String
    let spaceName: String
  }

  var isRead: Bool { notifications.allSatisfy(\.isRead) }
  /// What it speaks of: what is new, or else all of it.
  var told: [Notification] { isRead ? notifications : notifications.filter { !$0.isRead } }
  var created: Instant { told.map(\.created).max() ?? Instant(seconds: 0) }

  /// Where it leads: to the first post that it is about.
  var link: Address? {
    guard let place else { return Address(ownPath: address) }
    guard let post = told.compactMap(\.post).min() else {
      return Thread.address(place.thread, place.slug)
    }
    return Thread.address(place.thread, place.slug, post: post)
  }
}
