/// What is wrong with a form, in the order of its fields and in the reader's language.
struct FormProblems {
  private(set) var list: [(field: StaticString, text: String)] = []

  var isEmpty: Bool { list.isEmpty }

  mutating func add(_ text: String, to field: StaticString) {
    list.append((field, text))
  }

  /// What is wrong with one field; empty when nothing is.
  subscript(field: StaticString) -> String {
    list.first { $0.field.description == field.description }?.text ?? ""
  }

  init() {}

  /// One problem.
  init(_ text: String, in field: StaticString) {
    add(text, to: field)
  }
}
