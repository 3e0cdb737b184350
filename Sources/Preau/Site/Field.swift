import HTML

/// One question of a form: label, hint and problem are wired to the control once, here.
struct Field {
  let name: StaticString
  let label: String
  var hint = ""
  var problem = ""
  var isOptional = false
  /// Tells fields of one name apart.
  var number: Int64?

  var id: String { number.map { "\(name)-\($0)" } ?? name.description }
  fileprivate var hintID: String { id + "-aide" }
  fileprivate var problemID: String { id + "-erreur" }

  /// The problem is read before the hint (WCAG 2.2 SC 3.3.1).
  fileprivate var description: String {
    [problem.isEmpty ? "" : problemID, hint.isEmpty ? "" : hintID].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  fileprivate var wiring: [Attribute] {
    [
      .id(id), number == nil ? .name(name) : .named("name", id),
      .when(!description.isEmpty, .named("aria-describedby", description)),
      .when(!problem.isEmpty, .named("aria-invalid", literally: "true")),
    ]
  }
}

extension Page {
  /// A field of one line.
  ///
  /// - Parameter attributes: such as `autocomplete` and `maxlength`.
  mutating func textField(
    _ field: Field, value: String, type: StaticString = "text", _ say: SiteStrings,
    _ attributes: Attribute...
  ) {
    question(field, say) { page in
      page.open("input", [.type(type), .value(value)] + field.wiring + attributes)
    }
  }

  /// A field of several lines.
  mutating func textArea(
    _ field: Field, value: String, rows: Int, _ say: SiteStrings, _ attributes: Attribute...
  ) {
    question(field, say) { page in
      // Browsers drop one newline after the start tag: this one, not the writer's.
      let rows = Attribute.named("rows", String(rows))
      page.element("textarea", [rows] + field.wiring + attributes) {
        $0.literal("\n")
        $0.text(value)
      }
    }
  }

  /// A file to choose.
  ///
  /// - Parameter accept: the types that browsers offer: a help, not a check.
  mutating func fileField(
    _ field: Field, accept: StaticString, _ say: SiteStrings, _ attributes: Attribute...
  ) {
    question(field, say) { page in
      page.open(
        "input", [.type("file"), .named("accept", literally: accept)] + field.wiring + attributes)
    }
  }

  /// A list to choose one from.
  mutating func choice(
    _ field: Field, options: [(value: String, label: String)], chosen: String, _ say: SiteStrings
  ) {
    question(field, say) { page in
      page.element("select", field.wiring) { page in
        for option in options {
          page.option(.value(option.value), .flag("selected", option.value == chosen)) {
            $0.text(option.label)
          }
        }
      }
    }
  }

  /// A few choices, all in sight, of which one is taken.
  mutating func radios(
    _ field: Field, options: [(value: String, label: String, hint: String)], chosen: String,
    _ say: SiteStrings
  ) {
    fieldset(
      .class("field field--radios"),
      .when(!field.description.isEmpty, .named("aria-describedby", field.description))
    ) { page in
      page.legend { $0.text(field.label) }
      page.remarks(of: field, say)
      for (index, option) in options.enumerated() {
        // A problem's link leads to the first choice.
        let id = index == 0 ? field.id : field.id + "-" + option.value
        page.div(.class("choice")) { page in
          page.input(
            .type("radio"), .id(id), .name(field.name), .value(option.value),
            .flag("checked", option.value == chosen),
            .when(!option.hint.isEmpty, .named("aria-describedby", id + "-aide-choix")))
          page.label(.for(id)) { $0.text(option.label) }
          if option.hint.isEmpty { return }
          page.span(.class("hint"), .id(id + "-aide-choix")) { $0.text(option.hint) }
        }
      }
    }
  }

  /// A box to tick. The label follows the box.
  mutating func checkbox(_ field: Field, isChecked: Bool, _ say: SiteStrings) {
    div(.class("field field--check")) { page in
      page.open(
        "input", [.type("checkbox"), .value("oui"), .flag("checked", isChecked)] + field.wiring)
      page.label(.for(field.id)) { $0.text(field.label) }
      page.remarks(of: field, say)
    }
  }

  private mutating func question(
    _ field: Field, _ say: SiteStrings, control: (inout Page) -> Void
  ) {
    div(.class("field")) { page in
      page.label(.for(field.id)) { page in
        page.text(field.label)
        if field.isOptional { page.span(.class("meta")) { $0.text(" (\(say.optional))") } }
      }
      page.remarks(of: field, say)
      control(&page)
    }
  }

  private mutating func remarks(of field: Field, _ say: SiteStrings) {
    if !field.hint.isEmpty {
      span(.class("hint"), .id(field.hintID)) { $0.text(field.hint) }
    }
    if !field.problem.isEmpty {
      span(.class("problem"), .id(field.problemID)) { page in
        page.span(.class("unseen")) { $0.text(say.error + say.colon) }
        page.text(field.problem)
      }
    }
  }

  /// The list of what is wrong, above a form: each line leads to its field.
  ///
  /// It takes the focus without a script, so that it is the first thing read.
  mutating func problems(_ problems: [(field: StaticString, text: String)], _ say: SiteStrings) {
    self.problems(at: problems.map { ($0.field.description, $0.text) }, say)
  }

  /// The same, for fields whose names have a number.
  mutating func problems(at problems: [(id: String, text: String)], _ say: SiteStrings) {
    if problems.isEmpty { return }
    div(
      .class("problems"), .role("alert"), .named("tabindex", literally: "-1"),
      .flag("autofocus", true)
    ) { page in
      page.h2 { $0.text(say.problems(problems.count)) }
      page.ul { page in
        for problem in problems {
          page.li { page in
            page.a(.named("href", "#" + problem.id)) { $0.text(problem.text) }
          }
        }
      }
    }
  }
}
