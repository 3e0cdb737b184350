// A tutorial has four pointers, each to one of its versions, which are all kept:
// (1) `draft` is the newest version, which its authors alone read. Saving makes a new one.
// (2) `shared` (bêta) is one that logged-in members who may read the space read too.
// (3) `underReview` waits for those who look after the space, or for reviewers.
// (4) `published` is what everybody reads who may read the space, while newer drafts live. It only
//     moves forward, and only to the draft of an author who publishes alone, or to the very version
//     that was accepted with the seals that the space asks for.
// The rules are here, and nowhere else; the store asks them again, by conditional updates.

import HTML
import SQLite

/// What explains how something is done, written and looked after by several.
struct Tutorial: Sendable {
  typealias ID = Number<Tutorial>
  let id: ID
  /// As of the published version; of the draft before there is one.
  let title: String
  let slug: String
  let licence: Licence
  let pointers: TutorialPointers
  let created: Instant
  let submitted: Instant?
  let publishedAt: Instant?
  let reviewBy: Day?
  /// The thread that it was made from.
  let thread: Thread.ID?
  let isRemoved: Bool
  let wasRemovedByAuthor: Bool
}

extension Tutorial {
  static func address(_ id: ID, _ slug: String) -> Address { "/tutoriels/\(id.value)-\(slug)" }
  var address: Address { Self.address(id, slug) }
  /// Where its authors look after it.
  static func workshop(_ id: ID) -> Address { "/tutoriels/\(id.value)/atelier" }
  /// One of its versions.
  static func address(_ id: ID, version: Int) -> Address {
    "/tutoriels/\(id.value)/versions/\(version)"
  }

  /// Whether its authors wanted to have looked at it again before `today`.
  func isPastDue(on today: Day) -> Bool { reviewBy.map { $0 < today } ?? false }
}

/// Who has looked at a tutorial and found it right. Stored under these names.
enum ReviewSeal: String, ColumnValue, Sendable, CaseIterable {
  /// That it teaches well: a teacher or référent. That the gesture is right: a professional.
  case teaching, trade
}

/// Why a pointer stays where it is. Each case is something that the person can act upon.
enum TutorialRefusal: Error, Equatable {
  case notAllowed
  /// The space is only read by now.
  case spaceClosed
  case removed
  /// There is nothing that was not published already.
  case nothingNew
  /// It has to be read by somebody else first.
  case needsReview
  case sealsMissing(Set<ReviewSeal>)
  /// Another version is there by now.
  case stale
  /// Somebody has to be left to look after it.
  case lastAuthor
  /// Its authors are here.
  case notOrphaned
  case silenced(until: Instant)
}

/// Which version each of the four readerships sees.
struct TutorialPointers: Sendable, Equatable {
  var draft: Int
  var shared: Int?
  var underReview: Int?
  var published: Int?

  /// Whether the draft is newer than what everybody reads.
  var hasNews: Bool { published != draft }
}

/// Somebody in front of a tutorial.
struct TutorialActor: Sendable, Equatable {
  /// Whether the person has agreed to sign it.
  var isAuthor: Bool
  /// Nil for a visitor.
  var role: Member.Role?
  var rights: SpaceRights
  /// Whether what the person writes in the space is read before it is published.
  var isHeld = false
  /// Whether the person may give a seal in the space.
  var mayReview = false

  /// Whether the person changes it: an author, where the space is still open.
  var mayWrite: Bool { isAuthor && rights.mayWrite }
  /// Those who look after the space read what is submitted and answer. Nobody accepts their own.
  var mayAccept: Bool { rights.mayArrange && !isAuthor }

  /// Whether an author needs nobody else to publish where `seals` are needed: learners and families
  /// write, and are published by those who look after the space.
  func publishesAlone(needing seals: Set<ReviewSeal>) -> Bool {
    guard mayWrite, seals.isEmpty, !isHeld else { return false }
    switch role {
    case .teacher, .professional, .administrator: return true
    case .learner, .family: return rights.mayModerate
    case nil: return false
    }
  }

  /// Whether the person may take it away: an author until it is published, or who moderates.
  func mayRemove(_ tutorial: Tutorial) -> Bool {
    !tutorial.isRemoved && (mayWrite || rights.mayModerate)
  }

  /// What a référent took away, only a référent returns.
  func mayRestore(_ tutorial: Tutorial) -> Bool {
    tutorial.isRemoved && (rights.mayModerate || mayWrite && tutorial.wasRemovedByAuthor)
  }
}

extension TutorialPointers {
  /// A new version, on top of the others.
  func saving(by actor: TutorialActor) throws(TutorialRefusal) -> TutorialPointers {
    try actor.admitWriting()
    var moved = self
    moved.draft += 1
    return moved
  }

  /// Shows the draft to members.
  func sharing(by actor: TutorialActor) throws(TutorialRefusal) -> TutorialPointers {
    try actor.admitWriting()
    guard hasNews else { throw .nothingNew }
    var moved = self
    moved.shared = draft
    return moved
  }

  /// Shows it no more.
  func unsharing(by actor: TutorialActor) throws(TutorialRefusal) -> TutorialPointers {
    try actor.admitWriting()
    var moved = self
    moved.shared = nil
    return moved
  }

  /// Asks for a review of the draft.
  func submitting(by actor: TutorialActor) throws(TutorialRefusal) -> TutorialPointers {
    try actor.admitWriting()
    guard hasNews else { throw .nothingNew }
    var moved = self
    moved.underReview = draft
    return moved
  }

  /// Takes it back, or gives it back with a reason.
  func returning(by actor: TutorialActor) throws(TutorialRefusal) -> TutorialPointers {
    guard actor.mayWrite || actor.mayAccept else { throw .notAllowed }
    var moved = self
    moved.underReview = nil
    return moved
  }

  /// An author publishes the draft.
  func publishing(
    by actor: TutorialActor, needing seals: Set<ReviewSeal>
  ) throws(TutorialRefusal) -> TutorialPointers {
    try actor.admitWriting()
    guard hasNews else { throw .nothingNew }
    guard seals.isEmpty else { throw .sealsMissing(seals) }
    guard actor.publishesAlone(needing: seals) else { throw .needsReview }
    return published(draft)
  }

  /// What was under review has been accepted with `given`.
  ///
  /// - Parameter version: the one that was read.
  func accepting(
    _ version: Int, with given: Set<ReviewSeal>, needing seals: Set<ReviewSeal>
  ) throws(TutorialRefusal) -> TutorialPointers {
    guard version == underReview, version > published ?? 0 else { throw .stale }
    let missing = seals.subtracting(given)
    guard missing.isEmpty else { throw .sealsMissing(missing) }
    return published(version)
  }

  /// What is not newer than what everybody reads has no pointer of its own.
  private func published(_ version: Int) -> TutorialPointers {
    var moved = self
    moved.published = version
    if let shared, shared <= version { moved.shared = nil }
    if let underReview, underReview <= version { moved.underReview = nil }
    return moved
  }

  /// Whether somebody may read a version.
  ///
  /// - Parameter wasPublished: whether everybody could read it once.
  func mayRead(_ version: Int, wasPublished: Bool, _ actor: TutorialActor) -> Bool {
    guard actor.rights.mayRead else { return false }
    if wasPublished || actor.isAuthor { return true }
    if version == shared, actor.rights.isLoggedIn { return true }
    return version == underReview && (actor.rights.mayModerate || actor.mayReview)
  }
}

extension TutorialActor {
  fileprivate func admitWriting() throws(TutorialRefusal) {
    guard isAuthor else { throw .notAllowed }
    guard !rights.isClosed else { throw .spaceClosed }
    guard rights.mayWrite else { throw .notAllowed }
  }
}

/// Who signs a tutorial, or is asked to.
struct TutorialAuthor: Sendable {
  let author: Author
  /// False for who is asked and has not answered.
  let hasAgreed: Bool
}

/// A tutorial nobody looks after any more.
enum TutorialOrphan {
  /// Without a sign of life for so long, an author is silent.
  static let secondsOfSilence: Int64 = 180 * 86_400

  /// - Parameter lastSeen: of each author who has an account; empty when none has.
  static func isOne(lastSeen: [Instant], at now: Instant) -> Bool {
    lastSeen.allSatisfy { now - $0 > secondsOfSilence }
  }
}

/// When authors are told that they wanted to look again.
enum TutorialFreshness {
  static let daysAhead: Int64 = 30
}
