import HTML

/// The fields of a space, where somebody asks, and what was answered.
enum QuestionFormPages {
  /// The fields, with what was typed in them.
  static func fields(
    _ fields: [QuestionField], _ typed: TypedAnswers, _ problems: [ThreadDraft.Problem],
    isStrict: Bool = true, _ visit: Visit, _ page: inout Page
  ) {
    // Of another space, until that one is chosen again.
    for (name, value) in typed.others(than: fields) {
      page.input(.type("hidden"), .named("name", name), .value(value))
    }
    if fields.isEmpty { return }
    page.fieldset(.class("field answers-form"), .id("precisions")) { page in
      page.legend { $0.text(visit.say.questions.answersTitle) }
      for field in fields {
        question(field, typed[field], problems, isStrict: isStrict, visit, &page)
      }
    }
  }

  private static func question(
    _ field: QuestionField, _ value: String, _ problems: [ThreadDraft.Problem], isStrict: Bool,
    _ visit: Visit, _ page: inout Page
  ) {
    let problem = problems.first {
      if case .answer(field.id, _, _) = $0 { true } else { false }
    }
    let shown = Field(
      name: "champ", label: field.label, hint: field.help,
      problem: problem.map(visit.say.threads.say) ?? "",
      isOptional: !field.isRequired || !isStrict || field.isRemoved, number: field.id.value)
    switch field.kind {
    case .line:
      page.textField(
        shown, value: value, visit.say.site, .named("autocomplete", literally: "off"))
    case .text: page.textArea(shown, value: value, rows: 3, visit.say.site)
    case .choice:
      let known = field.options.contains(value) || value.isEmpty ? [] : [value]
      page.choice(
        shown,
        options: [("", visit.say.questions.choose)] + (field.options + known).map { ($0, $0) },
        chosen: value, visit.say.site)
    }
  }

  /// What was answered, at the head of the question.
  static func answers(
    _ answers: [QuestionAnswer], _ visit: Visit, _ page: inout Page
  ) {
    if answers.isEmpty { return }
    page.dl(.class("answers"), visit.writtenLanguage) { page in
      for answer in answers {
        page.div { page in
          page.dt { $0.text(answer.label) }
          page.dd { page in
            for (index, line) in answer.value.split(separator: "\n").enumerated() {
              if index > 0 { page.br() }
              page.text(visit.title(String(line)))
            }
          }
        }
      }
    }
  }
}
