// A review keeps four promises:
// (1) A seal is given to one version, which is the one that was read, and by one person; that person
//     gives the other seal to it no more.
// (2) Nobody reviews a tutorial that holds words of theirs, of today or of before.
// (3) A version is reserved by one person for each seal, for fourteen days; then it is anybody's.
// (4) Reviewers are adults: a learner never gives a seal.
// The rules are here. The store asks them once more: by unique indexes, conditional updates, and the
// views `reviewer` and `tutorial_involved`.

import HTML
import SQLite

/// Somebody reads one version of a tutorial for one seal.
struct Review: Sendable {
  typealias ID = Number<Review>
  let id: ID
  let tutorial: Tutorial.ID
  let version: Int
  let seal: ReviewSeal
  let reviewer: Author
  let state: State
  let reserved: Instant
  /// When it was accepted or returned.
  let decided: Instant?
  /// Why it was returned; what the reviewer says with the seal.
  let words: String
  /// Whether everybody could once read that version.
  let wasPublished: Bool
  var points: [ReviewedPoint] = []
  var comments: [ReviewComment] = []

  /// Stored under these names. A released one was given up, or its version is up for review no more.
  enum State: String, ColumnValue, Sendable { case reserved, accepted, returned, released }

  /// For how long a version is one person's.
  static let secondsReserved: Int64 = 14 * 86_400
  var until: Instant { reserved + Self.secondsReserved }
  /// Whether it can still be concluded.
  func isReserved(at now: Instant) -> Bool { state == .reserved && now < until }

  static func address(_ id: ID) -> Address { "/relectures/\(id.value)" }
  var address: Address { Self.address(id) }
  /// All reviews of a tutorial, and the way to a new one.
  static func address(of tutorial: Tutorial.ID) -> Address {
    "/tutoriels/\(tutorial.value)/relectures"
  }
}

/// A question of the grid. Stored under these names.
enum ReviewPoint: String, ColumnValue, Sendable, CaseIterable {
  case exactness, instructions, accessibility, rights, phone
  /// Of the trade alone.
  case safety, gestures

  /// In the order in which they are asked.
  static func grid(for seal: ReviewSeal) -> [ReviewPoint] {
    seal == .trade ? allCases : allCases.filter { $0 != .safety && $0 != .gestures }
  }
}

/// Stored under these names.
enum ReviewAnswer: String, ColumnValue, Sendable, CaseIterable { case yes, revise, irrelevant }

/// What a reviewer says of one point.
struct ReviewedPoint: Sendable, Equatable {
  let point: ReviewPoint
  /// Nil where there is only a remark yet.
  let answer: ReviewAnswer?
  let remark: String
}

/// What a reviewer says of one section.
struct ReviewComment: Sendable, Equatable {
  /// Of its heading, in the version that was read.
  let anchor: String
  let heading: String
  let words: String
}

/// A seal that somebody has reserved for a version, or given to it.
struct ReviewClaim: Sendable, Equatable {
  let id: Review.ID
  let seal: ReviewSeal
  let reviewer: Author
  let isGiven: Bool
  /// When it was reserved, or given.
  let moment: Instant

  var until: Instant { moment + Review.secondsReserved }
  func isLive(at now: Instant) -> Bool { isGiven || now < until }
}

/// Why a version is not reviewed. Each case is something that the person can act upon.
enum ReviewRefusal: Error, Equatable {
  case notAllowed
  /// Words of the person are in it.
  case ownWork
  /// The person gives the other seal, or has given it.
  case otherSeal
  case sealGiven
  case taken(by: Author, until: Instant)
  /// Its authors have taken it back, or another version is there.
  case notWaiting
  /// The reservation has come to its end.
  case lapsed
  case silenced(until: Instant)
}

/// Somebody who might review a tutorial.
struct ReviewActor: Sendable, Equatable {
  /// Nil for a visitor.
  var member: Member.ID?
  var role: Member.Role?
  var rights: SpaceRights
  /// Whether those who look after the space have named the person for the trade.
  var isNamedForTrade = false
  /// Whether the person signs the tutorial, is asked to, did so once, wrote a version of it or of
  /// what it is adapted from, or is quoted in it.
  var isInvolved = false

  /// Whether the person may give a seal in the space. The same rule as the view `reviewer`.
  func mayGive(_ seal: ReviewSeal) -> Bool {
    guard let role, role != .learner, rights.mayWrite else { return false }
    return switch seal {
    case .teaching: role == .teacher || role == .administrator || rights.role == .referent
    case .trade: role == .professional || isNamedForTrade
    }
  }

  var mayReview: Bool { ReviewSeal.allCases.contains(where: mayGive) }

  /// Checks that the person may reserve `seal`, or give what they have reserved.
  ///
  /// - Parameter claims: on this very version.
  /// - Throws: the ``ReviewRefusal`` that stands in the way.
  func admit(
    _ seal: ReviewSeal, amid claims: [ReviewClaim], at now: Instant
  ) throws(ReviewRefusal) {
    guard mayGive(seal) else { throw .notAllowed }
    guard !isInvolved else { throw .ownWork }
    let live = claims.filter { $0.isLive(at: now) }
    if live.contains(where: { $0.seal != seal && $0.reviewer.id == member }) { throw .otherSeal }
    guard let claim = live.first(where: { $0.seal == seal }) else { return }
    if claim.isGiven { throw .sealGiven }
    if claim.reviewer.id != member { throw .taken(by: claim.reviewer, until: claim.until) }
  }
}

extension TutorialPointers {
  /// Whether reviewers may look at a version: what waits, and what everybody reads.
  func isUpForReview(_ version: Int) -> Bool { version == underReview || version == published }

  /// A reviewer gives a version back: it waits no more. What is published stays so.
  func returned(_ version: Int) -> TutorialPointers {
    guard version == underReview else { return self }
    var moved = self
    moved.underReview = nil
    return moved
  }
}
