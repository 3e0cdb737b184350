/// What a reviewer filled in, exactly: it is given back whenever the review cannot be concluded.
struct ReviewDraft: Sendable {
  let seal: ReviewSeal
  /// The sections that can be spoken of, in their order.
  let sections: [TutorialSection]
  var answers: [ReviewPoint: ReviewAnswer] = [:]
  var remarks: [ReviewPoint: String] = [:]
  /// By the anchor of the section.
  var comments: [String: String] = [:]
  var words = ""

  enum Problem: Equatable {
    case unanswered(ReviewPoint)
    /// What is to be revised is no reason for a seal.
    case toRevise(ReviewPoint)
    case remarkTooLong(ReviewPoint, over: Int)
    /// The place of the section, from 1.
    case commentTooLong(Int, over: Int)
    case wordsMissing
    case wordsTooLong(over: Int)
  }

  struct Problems: Error, Equatable {
    let all: [Problem]
  }

  /// In characters.
  static let longestRemark = 300
  static let longestComment = 1_000
  static let longestWords = 1_000

  init(_ seal: ReviewSeal, _ sections: [TutorialSection]) {
    self.seal = seal
    self.sections = sections.filter { $0.level < 4 }
  }

  /// What was kept of a review that goes on.
  init(_ review: Review, _ sections: [TutorialSection]) {
    self.init(review.seal, sections)
    for point in review.points {
      answers[point.point] = point.answer
      remarks[point.point] = point.remark
    }
    for comment in review.comments { comments[comment.anchor] = comment.words }
    words = review.words
  }

  /// The same, known to be storable.
  ///
  /// - Throws: ``Problems``, in the order of the form.
  func checked(for ending: ReviewEnding) throws(Problems) -> NewReview {
    let problems = problems(for: ending)
    if !problems.isEmpty { throw Problems(all: problems) }
    return NewReview(self, ending)
  }

  private func problems(for ending: ReviewEnding) -> [Problem] {
    var problems: [Problem] = []
    for point in ReviewPoint.grid(for: seal) {
      if ending == .accepted {
        switch answers[point] {
        case nil: problems.append(.unanswered(point))
        case .revise?: problems.append(.toRevise(point))
        case .yes?, .irrelevant?: break
        }
      }
      let over = (remarks[point] ?? "").count - Self.longestRemark
      if over > 0 { problems.append(.remarkTooLong(point, over: over)) }
    }
    for (index, section) in sections.enumerated() {
      let over = (comments[section.anchor] ?? "").count - Self.longestComment
      if over > 0 { problems.append(.commentTooLong(index + 1, over: over)) }
    }
    if ending == .returned, words.allSatisfy(\.isWhitespace) { problems.append(.wordsMissing) }
    let over = words.count - Self.longestWords
    if over > 0 { problems.append(.wordsTooLong(over: over)) }
    return problems
  }
}

/// What a reviewer does with a form.
enum ReviewEnding: Sendable, Equatable {
  /// It is put aside, and stays reserved.
  case kept
  case accepted, returned
}

/// A review that can be stored.
struct NewReview: Sendable {
  let ending: ReviewEnding
  let points: [ReviewedPoint]
  let comments: [ReviewComment]
  let words: String

  fileprivate init(_ draft: ReviewDraft, _ ending: ReviewEnding) {
    self.ending = ending
    points = ReviewPoint.grid(for: draft.seal).compactMap { point in
      let remark = (draft.remarks[point] ?? "").oneLine
      let answer = draft.answers[point]
      if answer == nil && remark.isEmpty { return nil }
      return ReviewedPoint(point: point, answer: answer, remark: remark)
    }
    comments = draft.sections.compactMap { section in
      let words = (draft.comments[section.anchor] ?? "").trimmed
      if words.isEmpty { return nil }
      return ReviewComment(anchor: section.anchor, heading: section.title, words: words)
    }
    words = draft.words.trimmed
  }
}
