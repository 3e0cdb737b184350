/// What is said to those who look after spaces, and to those whom a decision concerns.
struct ModerationStrings: Sendable {
  // The queue
  let title: String
  let advice: String
  /// Above the reports, where posts to read stand before them.
  let reportsTitle: String
  let empty: String
  let reports: @Sendable (Int) -> String
  let removed: String
  let seePost: String
  let next: String
  let first: String
  let contestMark: String
  let free: String
  let heldBy: String
  let heldByYou: String
  let take: String
  let takeOver: String
  let release: String
  let look: String
  let waitingSince: String

  // One case
  let caseTitle: @Sendable (_ thread: String) -> String
  let message: String
  let said: String
  let notes: String
  let noNotes: String
  let noteLabel: String
  let noteHint: String
  let keepNote: String
  let takeFirst: String
  let heldByOther: @Sendable (_ name: String) -> String
  let othersAnswer: String
  let plea: String
  let firstDecision: String
  let decided: String

  // The form
  let decide: String
  let decisionLabel: String
  let reasonLabel: String
  let chooseReason: String
  let daysLabel: String
  let daysHint: String
  let textLabel: String
  let textHint: String
  let wordsLabel: String
  let wordsHint: String
  let confirm: String
  let decision: @Sendable (Decision) -> String
  let decisionHint: @Sendable (Decision) -> String
  let reason: @Sendable (RulingReason) -> String
  let problem: @Sendable (RulingDraft.Problem, ThreadStrings) -> String
  let refusal: @Sendable (CaseRefusal) -> String

  // To those whom it concerns
  let messages: String
  let messagesAdvice: String
  let noMessages: String
  let unread: @Sendable (Int) -> String
  let haveRead: String
  let new: String
  let toAuthor: @Sendable (Decision) -> String
  let toReporter: @Sendable (Decision) -> String
  let because: @Sendable (_ reason: String) -> String
  let until: @Sendable (_ moment: String) -> String
  let referentSays: String
  let contest: String
  let contested: String
  let contestTitle: String
  let contestAdvice: String
  let yourText: String
  let yourTextHint: String
  let contestLabel: String
  let contestHint: String
  let contestMissing: String
  let sendContest: String

  // The record of a space
  let record: String
  let recordOf: @Sendable (_ space: String) -> String
  let recordAdvice: String
  let recordEmpty: String
  let recordShown: String
  let recordKept: String
  let showRecord: String
  let keepRecord: String

  /// A decision and its reason, from the words that the journal keeps.
  func ruling(_ detail: String) -> String {
    let words = detail.split(separator: " ").map(String.init)
    let parts =
      words.compactMap { Decision(rawValue: $0).map(decision) }
      + words.compactMap { RulingReason(rawValue: $0).map(reason) }
    return parts.joined(separator: " · ")
  }
}
