/// What a member typed to start a thread, exactly.
struct ThreadDraft: Sendable {
  var space = ""
  var kind = Thread.Kind.question
  var title = ""
  var body = ""
  var tags = ""
  /// Whether the member asks to write without a name.
  var isMasked = false
  /// What was typed in the fields of the space.
  var answers = TypedAnswers()
  /// Labels that concepts of our vocabularies have: those may be long.
  var conceptLabels: Set<String> = []

  enum Problem: Error, Equatable {
    case titleMissing
    case titleTooLong(over: Int)
    case tooManyTags
    case tagTooLong
    case spaceMissing
    case body(PostDraft.Problem)
    case answer(QuestionField.ID, label: String, QuestionField.Problem)
  }

  static let longestTitle = 150
  static let mostTags = 5
  static let longestTag = 40

  /// Everything that is wrong, in the order of the form.
  ///
  /// - Parameters:
  ///   - space: the space that was chosen, when the member may write there.
  ///   - fields: what it asks with a question.
  ///   - isStrict: false for a question that was asked before: nothing is required any more.
  func checked(
    in space: Space.ID?, asking fields: [QuestionField] = [], isStrict: Bool = true
  ) -> Result<NewThread, Problems> {
    var problems: [Problem] = []
    if space == nil { problems.append(.spaceMissing) }
    let title = title.oneLine
    if title.isEmpty { problems.append(.titleMissing) }
    let over = title.utf8.count > 8_192 ? title.utf8.count : title.count - Self.longestTitle
    if over > 0 { problems.append(.titleTooLong(over: over)) }
    var post: NewPost?
    do { post = try PostDraft(body: body).checked() } catch { problems.append(.body(error)) }
    let tags = TagLabels(tags)
    let labels = tags.labels
    if labels.count > Self.mostTags { problems.append(.tooManyTags) }
    if !longLabels.allSatisfy(conceptLabels.contains) { problems.append(.tagTooLong) }
    let answers = answers(to: fields, isStrict: isStrict, &problems)
    guard problems.isEmpty, let space, let post else { return .failure(Problems(all: problems)) }
    return .success(
      NewThread(
        space: space, kind: kind, title: title, post: post, tags: tags.tags,
        isMasked: isMasked, answers: answers))
  }

  private func answers(
    to fields: [QuestionField], isStrict: Bool, _ problems: inout [Problem]
  ) -> [NewAnswer] {
    guard kind == .question else { return [] }
    var checked: [NewAnswer] = []
    for field in fields {
      do throws(QuestionField.Problem) {
        if let answer = try field.checked(answers[field], isStrict: isStrict) {
          checked.append(NewAnswer(field: field.id, value: answer))
        }
      } catch {
        problems.append(.answer(field.id, label: field.label, error))
      }
    }
    return checked
  }

  struct Problems: Error {
    let all: [Problem]
  }

  /// The labels that are too long for a word of one's own.
  var longLabels: [String] { TagLabels(tags).labels.filter { $0.count > Self.longestTag } }
}

/// A thread known to be publishable.
struct NewThread: Sendable {
  let space: Space.ID
  let kind: Thread.Kind
  let title: String
  let post: NewPost
  let tags: [Tag]
  let isMasked: Bool
  let answers: [NewAnswer]

  fileprivate init(
    space: Space.ID, kind: Thread.Kind, title: String, post: NewPost, tags: [Tag], isMasked: Bool,
    answers: [NewAnswer]
  ) {
    self.space = space
    self.kind = kind
    self.title = title
    self.post = post
    self.tags = tags
    self.isMasked = isMasked
    self.answers = answers
  }
}

extension String {
  /// White space as single spaces, none at the ends; the no-break spaces of French stay. What has
  /// no sign of its own and would disturb the text around it is left out.
  var oneLine: String {
    let words = withoutUnseen.split { character in
      character != "\u{00A0}" && character != "\u{202F}"
        && (character.isWhitespace || character.isNewline)
    }
    return words.joined(separator: " ").trimmed
  }

  /// Without control characters, marks of writing direction, and what is no character.
  private var withoutUnseen: String {
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isUnseen { kept.append(scalar) }
    return String(kept)
  }
}

extension Unicode.Scalar {
  fileprivate var isUnseen: Bool {
    switch value {
    case 0x200E...0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE...0xFFFF: true
    default: properties.generalCategory == .control && !properties.isWhitespace
    }
  }
}
