import HTML
import SQLite

/// What a reader says of a section of a tutorial, or of a passage of it; or an answer to that.
struct TutorialRemark: Sendable {
  typealias ID = Number<TutorialRemark>
  let id: ID
  /// The version that it was written on.
  let version: Int
  let parent: ID?
  let author: Author
  let text: String
  let visibility: Visibility
  /// The section that it is about, or in which its passage stands, as it was there.
  let anchor: String
  let heading: String
  /// Nil: it is about the whole section.
  let quote: PassageQuote?
  let created: Instant
  let isSettled: Bool
  /// Why a référent has hidden it; nil: it is there.
  let hiddenReason: String?

  /// Who reads it besides its writer. Stored under these names.
  enum Visibility: String, ColumnValue, Sendable, CaseIterable {
    case members, authors
    /// Only the writer.
    case onlyMe = "private"
  }

  var isHidden: Bool { hiddenReason != nil }
  var element: String { "remarque-\(id.value)" }

  static func address(_ id: ID) -> Address { "/remarques/\(id.value)" }
}

/// Words of a text, and what stands around them (W3C Web Annotation Data Model §4.2.4).
struct PassageQuote: Sendable, Equatable {
  var exact: String
  var prefix = ""
  var suffix = ""
}

/// Why a remark is not taken. Each case is something that the person can act upon.
enum RemarkRefusal: Error, Equatable {
  case notAllowed
  case spaceClosed
  /// An answer to something that is not there any more.
  case gone
}

extension TutorialRemark {
  /// Whether a reader of its tutorial sees it. What a référent has hidden is left to its writer, who
  /// learns why.
  func isVisible(to reader: Member.ID?, isAuthor: Bool) -> Bool {
    guard let reader else { return false }
    if author.id == reader { return true }
    if isHidden { return false }
    switch visibility {
    case .members: return true
    case .authors: return isAuthor
    case .onlyMe: return false
    }
  }
}

/// What one reader can do with one remark.
struct RemarkActions: Equatable {
  var answers = false
  var settles = false
  var deletes = false
  var hides = false
  var reports = false

  static let none = RemarkActions()
  private init() {}

  init(_ remark: TutorialRemark, in view: TutorialView, reader: Member.ID?) {
    guard let reader, !remark.isHidden else { return }
    let rights = view.actor.rights
    let isMine = remark.author.id == reader
    let isOpen = !rights.isClosed && !view.tutorial.isRemoved
    answers = rights.mayWrite && isOpen && remark.parent == nil && remark.visibility != .onlyMe
    settles = view.actor.mayWrite && isOpen && remark.parent == nil && remark.visibility != .onlyMe
    deletes = isMine && isOpen
    hides = !isMine && rights.mayModerate
    reports = !isMine && !rights.mayModerate && remark.visibility == .members
  }
}

/// What was typed as a remark, exactly.
struct RemarkDraft: Sendable {
  var text = ""
  var visibility = TutorialRemark.Visibility.members.rawValue
  /// The passage as it was typed, or chosen with what stands around it.
  var passage = PassageQuote(exact: "")

  enum Problem: Error, Equatable {
    case textMissing
    case textTooLong(over: Int)
    case passageMissing
    case passageTooLong
    /// The text has no such words.
    case passageNotFound
  }

  struct Problems: Error {
    let all: [Problem]
  }

  static let longestText = 2_000
  static let longestPassage = 600

  /// - Parameter text: what the passage is searched in; nil for a remark on a section, or an answer.
  func checked(in text: PassageText?) throws(Problems) -> NewRemark {
    var problems: [Problem] = []
    var found: Range<Int>?
    if let text {
      do throws(Problem) { found = try place(in: text) } catch { problems.append(error) }
    }
    let words = self.text.withUnixLines.trimmed
    if words.isEmpty { problems.append(.textMissing) }
    let spare = words.utf8.count - 4 * Self.longestText
    let over = spare > 0 ? spare : words.count - Self.longestText
    if over > 0 { problems.append(.textTooLong(over: over)) }
    if !problems.isEmpty { throw Problems(all: problems) }
    return NewRemark(
      text: words, visibility: TutorialRemark.Visibility(rawValue: visibility) ?? .members,
      quote: found.flatMap { place in text.map { $0.quote(place) } },
      section: found.flatMap { place in text?.section(at: place.lowerBound) })
  }

  private func place(in text: PassageText) throws(Problem) -> Range<Int> {
    if passage.exact.trimmed.isEmpty { throw .passageMissing }
    if passage.exact.utf8.count > 4 * Self.longestPassage
      || passage.exact.count > Self.longestPassage
    {
      throw .passageTooLong
    }
    guard let found = text.find(passage) else { throw .passageNotFound }
    return found
  }
}

/// A remark known to be storable.
struct NewRemark: Sendable {
  let text: String
  let visibility: TutorialRemark.Visibility
  let quote: PassageQuote?
  /// In which its passage stands.
  let section: TutorialSection?

  fileprivate init(
    text: String, visibility: TutorialRemark.Visibility, quote: PassageQuote?,
    section: TutorialSection?
  ) {
    self.text = text
    self.visibility = visibility
    self.quote = quote
    self.section = section
  }
}
