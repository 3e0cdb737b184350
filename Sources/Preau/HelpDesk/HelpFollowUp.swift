// A follow-up keeps three promises:
// (1) It asks the asker of a resolved question once, after the delay of the space, whether the answer
//     was put into practice; « not yet » asks again after the same delay, twice at most.
// (2) What is taken up again before it was answered asks nothing.
// (3) « No » is never lost: it takes the request up again, or enters the register of unmet needs.

import HTML
import SQLite

/// A question to the asker: was the answer put into practice?
struct HelpFollowUp: Sendable {
  let thread: Thread.ID
  let slug: String
  let title: String
  let asker: Member.ID
  let due: Instant

  /// Stored under these names: renaming a case is a migration.
  enum Answer: String, ColumnValue, Sendable, CaseIterable { case yes, partly, no }

  /// In days.
  static let usualDelay = 21
  static let delays = [7, 14, 21, 30, 60]
  /// How often « not yet » puts it off.
  static let mostDelays = 2
  /// In characters.
  static let longestComment = 2_000

  /// Where it is answered.
  var address: Address { "/fils/\(thread.value)/usage" }
}

/// What the asker answered, as typed.
struct HelpUseDraft {
  /// A value of the form: an answer, or ``notYet``.
  var answer = ""
  var comment = ""
  /// Whether help is wanted again.
  var reopens = false
  var problem: Problem?

  static let notYet = "pas-encore"

  enum Problem: Error { case answerMissing, commentTooLong }

  /// - Returns: nil for « not yet ».
  /// - Throws: ``Problem``.
  func checked() throws(Problem) -> (answer: HelpFollowUp.Answer, comment: String)? {
    if answer == Self.notYet { return nil }
    guard let answer = HelpFollowUp.Answer(rawValue: answer) else { throw .answerMissing }
    let comment = comment.withUnixLines.trimmed
    guard comment.utf8.count <= 4 * HelpFollowUp.longestComment,
      comment.count <= HelpFollowUp.longestComment
    else { throw .commentTooLong }
    return (answer, comment)
  }
}

/// What askers answered, counted.
struct HelpOutcome: Sendable, Equatable {
  var yes = 0
  var partly = 0
  var no = 0

  var count: Int { yes + partly + no }
  /// In percent, of those who answered: how many answers worked, at least in part.
  var share: Int { count == 0 ? 0 : (100 * (yes + partly) + count / 2) / count }
}

/// One answer with what was said about it.
struct HelpUse: Sendable {
  let thread: Thread.ID
  let slug: String
  let title: String
  let answer: HelpFollowUp.Answer
  let comment: String
  let answered: Instant
}
