import HTTP
import SQLite

/// One thing that a space asks of those who begin a question.
struct QuestionField: Sendable, Equatable {
  typealias ID = Number<QuestionField>

  let id: ID
  var label: String
  var help: String
  let kind: Kind
  /// Of a choice.
  var options: [String]
  var isRequired: Bool
  /// Asked no more.
  let isRemoved: Bool

  /// Stored under these names: renaming a case is a migration.
  enum Kind: String, ColumnValue, Sendable, CaseIterable { case line, text, choice }

  static let mostPerSpace = 12
  static let longestLabel = 80
  static let longestHelp = 200
  static let mostOptions = 20
  static let longestOption = 80

  /// Characters that an answer may have.
  var longestAnswer: Int { kind == .text ? 2_000 : 200 }

  /// Its name in forms.
  var name: String { Self.prefix + String(id.value) }
  static let prefix = "champ-"

  /// Why an answer is not taken.
  enum Problem: Error, Equatable {
    case missing
    case tooLong(over: Int)
    case unknownChoice
  }

  /// An answer as it is stored; nil when there is none.
  ///
  /// - Parameter isStrict: false where the question was asked before: nothing is required any more.
  func checked(_ typed: String, isStrict: Bool) throws(Problem) -> String? {
    let answer = kind == .text ? typed.withUnixLines.trimmed : typed.oneLine
    if answer.isEmpty {
      if isRequired && isStrict && !isRemoved { throw .missing }
      return nil
    }
    let over =
      answer.utf8.count > 8 * longestAnswer ? answer.utf8.count : answer.count - longestAnswer
    if over > 0 { throw .tooLong(over: over) }
    if kind == .choice, isStrict, !isRemoved, !options.contains(answer) { throw .unknownChoice }
    return answer
  }
}

/// What somebody answered to one field, with the words that asked for it.
struct QuestionAnswer: Sendable, Equatable {
  let field: QuestionField.ID
  let label: String
  let value: String
}

/// What was typed in the fields of a space, exactly.
struct TypedAnswers: Sendable, Equatable {
  private(set) var values: [QuestionField.ID: String] = [:]

  init() {}

  /// Reads the fields of a form, or of a stored draft.
  init(_ parameters: Parameters) {
    for (name, value) in parameters.pairs.prefix(200) where name.hasPrefix(QuestionField.prefix) {
      let number = String(name.dropFirst(QuestionField.prefix.count))
      if let id = QuestionField.ID(segment: number), values[id] == nil { values[id] = value }
    }
  }

  init(_ answers: [QuestionAnswer]) {
    for answer in answers { values[answer.field] = answer.value }
  }

  subscript(field: QuestionField) -> String { values[field.id] ?? "" }

  /// What a draft keeps.
  var fields: [(name: String, value: String)] {
    values.sorted { $0.key.value < $1.key.value }.filter { !$0.value.isEmpty }
      .map { (QuestionField.prefix + String($0.key.value), $0.value) }
  }

  /// What was typed for other fields than these: it comes back with another choice of space.
  func others(than fields: [QuestionField]) -> [(name: String, value: String)] {
    let shown = Set(fields.map(\.name))
    return self.fields.filter { !shown.contains($0.name) }
  }
}

/// A field as it was typed by who looks after a space.
struct QuestionFieldDraft: Sendable, Equatable {
  var label = ""
  var help = ""
  var kind = QuestionField.Kind.line
  /// One a line.
  var options = ""
  var isRequired = false

  enum Problem: Error, Equatable {
    case labelMissing, labelTooLong, helpTooLong, optionsMissing, tooManyOptions, optionTooLong
    case tooManyFields
  }

  init() {}

  init(_ field: QuestionField) {
    (label, help, kind, isRequired) = (field.label, field.help, field.kind, field.isRequired)
    options = field.options.joined(separator: "\n")
  }

  /// - Throws: the first ``Problem``, in the order of the form.
  func checked() throws(Problem) -> NewQuestionField {
    let label = label.oneLine
    if label.isEmpty { throw .labelMissing }
    guard label.utf8.count < 1_000, label.count <= QuestionField.longestLabel else {
      throw .labelTooLong
    }
    let help = help.oneLine
    guard help.utf8.count < 2_000, help.count <= QuestionField.longestHelp else {
      throw .helpTooLong
    }
    return NewQuestionField(
      label: label, help: help, kind: kind, options: kind == .choice ? try checkedOptions() : [],
      isRequired: isRequired)
  }

  private func checkedOptions() throws(Problem) -> [String] {
    var found: [String] = []
    for line in options.prefix(8_000).split(whereSeparator: \.isNewline) {
      let option = String(line).oneLine
      if !option.isEmpty, !found.contains(option) { found.append(option) }
    }
    if found.count < 2 { throw .optionsMissing }
    if found.count > QuestionField.mostOptions { throw .tooManyOptions }
    if found.contains(where: { $0.count > QuestionField.longestOption }) { throw .optionTooLong }
    return found
  }
}

/// A field that can be asked.
struct NewQuestionField: Sendable {
  let label: String
  let help: String
  let kind: QuestionField.Kind
  let options: [String]
  let isRequired: Bool
}
