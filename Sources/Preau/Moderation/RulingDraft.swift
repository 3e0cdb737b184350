/// What a référent filled in to decide, exactly: it is given back whenever it cannot be taken.
struct RulingDraft: Sendable {
  var decision = ""
  var reason = ""
  var words = ""
  var days = ""
  /// The post as it should read, for an edit.
  var text = ""

  enum Problem: Error, Equatable {
    case decisionMissing
    case reasonMissing
    case daysMissing
    case wordsTooLong
    case textUnchanged
    case text(PostDraft.Problem)
  }

  static let longestWords = 2_000
  static let days = 1...90

  /// The same, known to be something that can be decided.
  ///
  /// - Parameter source: how the post reads now.
  func checked(among decisions: [Decision], of source: String) throws(Problem) -> Ruling {
    guard let decision = Decision(rawValue: decision), decisions.contains(decision) else {
      throw .decisionMissing
    }
    let reason = RulingReason(rawValue: reason)
    // Who answers a contest keeps or cancels a decision that has its reason.
    if reason == nil, !Decision.ofContests.contains(decision) { throw .reasonMissing }
    guard words.utf8.count <= 4 * Self.longestWords, words.count <= Self.longestWords else {
      throw .wordsTooLong
    }
    return Ruling(
      decision: decision, reason: reason, words: words,
      days: decision == .silence ? try checkedDays() : 0,
      edit: decision == .edit ? try checkedText(source) : nil)
  }

  private func checkedDays() throws(Problem) -> Int {
    guard let days = Int(days), Self.days.contains(days) else { throw .daysMissing }
    return days
  }

  private func checkedText(_ source: String) throws(Problem) -> NewPost {
    do {
      let new = try PostDraft(body: text).checked()
      if new.source == source { throw Problem.textUnchanged }
      return new
    } catch let problem as PostDraft.Problem {
      throw .text(problem)
    } catch {
      throw .textUnchanged
    }
  }
}

/// A decision that can be carried out.
struct Ruling: Sendable {
  let decision: Decision
  /// Nil only for the answer to an author who contests.
  let reason: RulingReason?
  /// To the author; empty when the plain message says enough.
  let words: String
  /// Of silence; 0 for every other decision.
  let days: Int
  let edit: NewPost?

  fileprivate init(
    decision: Decision, reason: RulingReason?, words: String, days: Int, edit: NewPost?
  ) {
    self.decision = decision
    self.reason = reason
    self.words = words
    self.days = days
    self.edit = edit
  }
}
