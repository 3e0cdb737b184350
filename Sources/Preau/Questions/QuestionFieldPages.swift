import HTML
import HTTP

/// What a space asks of those who ask, as those who look after it see it.
enum QuestionFieldPages {
  static func list(
    _ space: Space, _ fields: [QuestionField], _ draft: QuestionFieldDraft,
    _ problem: QuestionFieldDraft.Problem?, _ visit: Visit
  ) -> Response {
    let say = visit.say.questions
    let frame = PageFrame(
      title: say.titleOf(space.name), menu: .spaces, status: problem == nil ? 200 : 422,
      hasProblems: problem != nil)
    return visit.page(frame) { page in
      trail(space, [], visit, &page)
      page.head(say.titleOf(space.name), say.advice)
      if let problem { page.problems([(problem.field, say.fieldProblem(problem))], visit.say.site) }
      if fields.isEmpty { page.p(.class("empty")) { $0.text(say.none) } }
      page.ol(.class("rows"), .role("list")) { page in
        for (index, field) in fields.enumerated() {
          line(
            field, space, isFirst: index == 0, isLast: index == fields.count - 1, visit, &page)
        }
      }
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(say.add) }
        if fields.count < QuestionField.mostPerSpace {
          form(draft, problem, to: QuestionFieldRoutes.address(of: space), visit, &page)
        } else {
          page.p { $0.text(say.full) }
        }
      }
      page.gestures(visit)
    }
  }

  private static func trail(
    _ space: Space, _ more: [(address: Address, label: String)], _ visit: Visit,
    _ page: inout Page
  ) {
    page.trail(
      [(space.address, space.name), ("/espaces/\(space.slug)/bureau", visit.say.help.title)]
        + more, visit)
  }

  private static func line(
    _ field: QuestionField, _ space: Space, isFirst: Bool, isLast: Bool, _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.questions
    let order: Address = "/espaces/\(space.slug)/bureau/precisions-ordre"
    let number = String(field.id.value)
    page.li { page in
      page.div { page in
        page.strong { $0.text(field.label) }
        page.p(.class("meta")) { page in
          page.text(say.kind(field.kind) + " · ")
          page.text(field.isRequired ? say.requiredMark : say.optionalMark)
          if !field.options.isEmpty { page.text(" · " + field.options.joined(separator: ", ")) }
        }
        if !field.help.isEmpty { page.p(.class("meta")) { $0.text(field.help) } }
      }
      page.div(.class("actions")) { page in
        if !isFirst {
          page.gesture(
            order, .class("button button--quiet"), .name("monter"), .value(number),
            .label(say.up(field.label))
          ) { $0.text("↑") }
        }
        if !isLast {
          page.gesture(
            order, .class("button button--quiet"), .name("descendre"), .value(number),
            .label(say.down(field.label))
          ) { $0.text("↓") }
        }
        page.a(
          .class("button button--quiet"),
          .href("/espaces/\(space.slug)/bureau/precisions/\(number)")
        ) { page in
          page.text(visit.say.held.edit)
          page.span(.class("unseen")) { $0.text("\u{00A0}: " + field.label) }
        }
        page.gesture(
          "/espaces/\(space.slug)/bureau/precisions-retrait", .class("button button--quiet"),
          .name("champ"), .value(number), .label(say.remove(field.label))
        ) { $0.text(visit.say.threads.remove) }
      }
    }
  }

  static func edit(
    _ space: Space, _ field: QuestionField, _ draft: QuestionFieldDraft,
    _ problem: QuestionFieldDraft.Problem?, _ visit: Visit
  ) -> Response {
    let say = visit.say.questions
    let frame = PageFrame(
      title: say.editTitle, menu: .spaces, status: problem == nil ? 200 : 422,
      hasProblems: problem != nil)
    let list = QuestionFieldRoutes.address(of: space)
    return visit.page(frame) { page in
      trail(space, [(list, say.title)], visit, &page)
      page.head(say.editTitle)
      if let problem { page.problems([(problem.field, say.fieldProblem(problem))], visit.say.site) }
      page.section(.class("card")) { page in
        form(
          draft, problem, to: "/espaces/\(space.slug)/bureau/precisions/\(field.id.value)",
          kind: field.kind, visit, &page)
      }
    }
  }

  /// - Parameter kind: of a field that is there already: its kind stays.
  private static func form(
    _ draft: QuestionFieldDraft, _ problem: QuestionFieldDraft.Problem?, to action: Address,
    kind: QuestionField.Kind? = nil, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.questions
    func field(
      _ name: StaticString, _ label: String, _ hint: String, isOptional: Bool = false
    ) -> Field {
      let here = problem.flatMap { $0.field.description == name.description ? $0 : nil }
      return Field(
        name: name, label: label, hint: hint, problem: here.map(say.fieldProblem) ?? "",
        isOptional: isOptional)
    }
    page.form(action, visit, .class("form stack")) { page in
      page.textField(
        field("demande", say.label, say.labelHint), value: draft.label, visit.say.site,
        .named("maxlength", String(QuestionField.longestLabel)),
        .named("autocomplete", literally: "off"))
      page.textField(
        field("aide", say.help, say.helpHint, isOptional: true), value: draft.help,
        visit.say.site, .named("maxlength", String(QuestionField.longestHelp)),
        .named("autocomplete", literally: "off"))
      if kind == nil {
        page.radios(
          Field(name: "genre", label: say.kindLabel),
          options: QuestionField.Kind.allCases.map { ($0.rawValue, say.kind($0), "") },
          chosen: draft.kind.rawValue, visit.say.site)
      }
      if kind == nil || kind == .choice {
        page.textArea(
          field("choix", say.options, say.optionsHint, isOptional: kind == nil),
          value: draft.options, rows: 4, visit.say.site)
      }
      page.checkbox(
        Field(name: "obligatoire", label: say.required), isChecked: draft.isRequired,
        visit.say.site)
      page.p { $0.mainButton(visit.say.site.save) }
    }
  }
}

extension QuestionFieldDraft.Problem {
  /// The field of the form that it is about.
  fileprivate var field: StaticString {
    switch self {
    case .labelMissing, .labelTooLong, .tooManyFields: "demande"
    case .helpTooLong: "aide"
    case .optionsMissing, .tooManyOptions, .optionTooLong: "choix"
    }
  }
}
