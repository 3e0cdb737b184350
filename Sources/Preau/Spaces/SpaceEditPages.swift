import HTML
import HTTP

extension Visit {
  func newSpacePage(_ draft: SpaceDraft, problems: [SpaceDraft.Problem]) -> Response {
    spaceFormPage(say.spaces.newTitle, "/espaces/nouveau", "/espaces", problems) { page in
      page.spaceFields(draft, nil, problems, self)
    }
  }

  func editSpacePage(
    _ profile: SpaceProfile, _ standing: SpaceDraft.Standing, _ draft: SpaceDraft,
    problems: [SpaceDraft.Problem]
  ) -> Response {
    let space = profile.space
    let back = profile.rights.mayRead ? space.address : "/espaces/\(space.slug)/membres"
    let title = say.spaces.editTitle(space.name)
    return spaceFormPage(title, "/espaces/\(space.slug)/modifier", back, problems) { page in
      if profile.rights.mayEdit {
        page.spaceFields(draft, standing, problems, self)
      } else {
        page.aboutField(draft, problems, self)
      }
    }
  }

  private func spaceFormPage(
    _ title: String, _ action: Address, _ back: Address, _ problems: [SpaceDraft.Problem],
    fields: (inout Page) -> Void
  ) -> Response {
    let say = self.say.spaces
    let frame = PageFrame(
      title: title, menu: .spaces, status: problems.isEmpty ? 200 : 422,
      hasProblems: !problems.isEmpty)
    return page(frame) { page in
      page.h1 { $0.text(title) }
      page.problems(problems.map { ($0.field, say.say($0)) }, self.say.site)
      page.form(action, self, .class("card stack")) { page in
        fields(&page)
        page.p(.class("actions")) { page in
          page.button(.class("button button--main")) { $0.text(say.save) }
          page.a(.class("button"), .href(back)) { $0.text(self.say.site.cancel) }
        }
      }
    }
  }
}

extension Page {
  fileprivate mutating func spaceFields(
    _ draft: SpaceDraft, _ standing: SpaceDraft.Standing?, _ problems: [SpaceDraft.Problem],
    _ visit: Visit
  ) {
    let say = visit.say.spaces
    let site = visit.say.site
    func field(
      _ name: StaticString, _ label: String, hint: String = "", isOptional: Bool = false
    ) -> Field {
      let problem = problems.first { $0.field.description == name.description }
      return Field(
        name: name, label: label, hint: hint, problem: problem.map { say.say($0) } ?? "",
        isOptional: isOptional)
    }
    textField(field("nom", say.name, hint: say.nameHint), value: draft.name, site)
    textField(
      field("adresse", say.address, hint: say.addressHint, isOptional: standing == nil),
      value: draft.slug, site, .named("autocapitalize", literally: "none"),
      .named("spellcheck", literally: "false"))
    textField(
      field("sujet", say.subject, hint: say.subjectHint, isOptional: true), value: draft.subject,
      site)
    textField(
      field("niveau", say.level, hint: say.levelHint, isOptional: true), value: draft.level, site,
      .named("list", literally: "niveaux"))
    element("datalist", [.id("niveaux")]) { page in
      for level in say.levels { page.option(.value(level)) { _ in } }
    }
    aboutField(draft, problems, visit)
    if standing?.visibility == .private && standing?.hasThreads == true {
      p { page in
        page.strong { $0.text(say.whoReads) }
        page.br()
        page.text(say.staysPrivate)
      }
      input(.type("hidden"), .name("lecture"), .value(Space.Visibility.private.rawValue))
      return
    }
    choice(
      field("lecture", say.whoReads),
      options: Space.Visibility.allCases.map { ($0.rawValue, say.visibilityHint($0)) },
      chosen: draft.visibility, site)
    if problems.contains(.privacyNotConfirmed) || draft.confirmsPrivacy {
      checkbox(
        field("confirmer", say.confirmPrivate), isChecked: draft.confirmsPrivacy, site)
    }
  }

  fileprivate mutating func aboutField(
    _ draft: SpaceDraft, _ problems: [SpaceDraft.Problem], _ visit: Visit
  ) {
    let say = visit.say.spaces
    let problem = problems.first { $0.field.description == "description" }
    let field = Field(
      name: "description", label: say.about, hint: say.aboutHint,
      problem: problem.map { say.say($0) } ?? "", isOptional: true)
    textArea(field, value: draft.about, rows: 8, visit.say.site)
  }
}

extension SpaceDraft.Problem {
  /// The field of the form that it is about.
  fileprivate var field: StaticString {
    switch self {
    case .nameMissing, .nameTooLong: "nom"
    case .slugInvalid, .slugTaken: "adresse"
    case .subjectTooLong: "sujet"
    case .levelTooLong: "niveau"
    case .aboutTooLong: "description"
    case .visibilityUnknown, .staysPrivate: "lecture"
    case .privacyNotConfirmed: "confirmer"
    }
  }
}
