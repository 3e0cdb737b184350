import HTML
import HTTP

/// Where cards are written. Complete without a script.
enum ResourceFormPages {
  /// What is it? Three ways, each with the words for it.
  static func choose(_ visit: Visit) -> Response {
    let say = visit.say.resources
    let passed = visit.request.query.all("notion")
    return visit.page(PageFrame(title: say.addTitle, menu: .resources)) { page in
      page.head(say.addTitle, say.addAdvice)
      page.nav(.class("doors"), .label(say.addTitle)) { page in
        for kind in [Resource.Kind.link, .file, .tutorial] {
          let form = passed.reduce(Address("/ressources/ajouter").adding("genre", kind.rawValue)) {
            $0.adding("notion", $1)
          }
          page.a(
            .class("card door"), .href(kind == .tutorial ? "/tutoriels/nouveau" : form)
          ) { page in
            page.strong { $0.text(say.addDoor(kind)) }
            page.text(" ")
            page.span { $0.text(say.addDoorHint(kind)) }
          }
        }
      }
    }
  }

  static func show(_ form: ResourceForm, _ visit: Visit) -> Response {
    let say = visit.say.resources
    let title =
      form.view.map { say.editTitle(visit.title($0.resource.title)) }
      ?? say.addDoor(form.draft.kind)
    let frame = PageFrame(
      title: title, menu: .resources, status: form.hasProblems ? 422 : 200,
      hasProblems: form.hasProblems)
    return visit.page(frame) { page in
      page.head(title, form.isTutorial ? say.tutorialCardAdvice : "")
      page.problems(
        form.problems.map { ($0.field, say.say($0, visit.say)) }, visit.say.site)
      alike(form, visit, &page)
      page.form(
        form.action, visit, .class("composer card"), ComposerPages.withFiles,
        ComposerPages.mostOfFile(visit), ComposerPages.mostOfFilm(visit),
        ComposerPages.tooLarge(visit)
      ) { page in
        ComposerPages.mark(visit, usually: Base64URL.encode(Crypto.randomBytes(9)), &page)
        page.input(.type("hidden"), .name("genre"), .value(form.draft.kind.rawValue))
        if !form.isTutorial { thing(form, visit, &page) }
        useful(form, visit, &page)
        access(form, visit, &page)
        page.conceptPicker(form.picker, chosen: form.draft.concepts, visit)
        foot(form, visit, &page)
      }
    }
  }

  /// What it may say again: before it is published, not after.
  private static func alike(_ form: ResourceForm, _ visit: Visit, _ page: inout Page) {
    if form.alike.isEmpty { return }
    let say = visit.say.resources
    page.section(
      .class("notice notice--wait stack"), .id("doublons"), .named("tabindex", literally: "-1"),
      .flag("autofocus", !form.hasProblems)
    ) { page in
      page.h2 { $0.text(say.alikeTitle) }
      page.p { $0.text(form.hasProblems ? say.alikeTaken : say.alikeAdvice) }
      page.ul { page in
        for line in form.alike {
          page.li { page in
            page.a(.href(line.address), .lang(line.language)) {
              $0.text(visit.title(line.title))
            }
            page.text(" · " + line.space.name)
            if !line.host.isEmpty { page.text(" · " + line.host) }
          }
        }
      }
    }
  }

  // MARK: What it is

  private static func thing(_ form: ResourceForm, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.resources
    let site = visit.say.site
    let draft = form.draft
    let field = FieldMaker(form, visit)
    switch draft.kind {
    case .link:
      page.textField(
        field("adresse", say.url, say.urlHint), value: draft.url, type: "url", site,
        .named("autocomplete", literally: "off"), .named("inputmode", literally: "url"))
    case .file: file(form, field, visit, &page)
    case .tutorial: break
    }
    page.textField(
      field("titre", say.cardTitle), value: draft.title, site,
      .named("autocomplete", literally: "off"))
    page.textArea(
      field("description", say.description, say.descriptionHint), value: draft.description, rows: 5,
      site)
    page.textField(
      field("auteurs", say.authors, say.authorsHint, isOptional: true), value: draft.authors, site,
      .named("autocomplete", literally: "off"))
    licences(form, field, visit, &page)
    page.choice(
      field("langue-du-contenu", say.contentLanguage),
      options: ResourceDraft.languages.map { ($0, say.language($0)) }, chosen: draft.language, site)
    if form.view == nil {
      page.choice(
        field("espace", visit.say.threads.space, say.spaceHint),
        options: form.spaces.map { ($0.slug, $0.name) },
        chosen: draft.space.isEmpty ? SpaceStore.usual(of: form.spaces) : draft.space, site)
    }
  }

  private static func file(
    _ form: ResourceForm, _ field: FieldMaker, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.resources
    if let file = form.file {
      page.p { page in
        page.text(say.fileIsHere + " ")
        page.strong { $0.text(file.name ?? visit.say.files.video) }
        page.text(" (\(visit.say.files.size(file.bytes)))")
      }
      page.input(.type("hidden"), .name("fichier-recu"), .value(file.key))
    }
    page.fileField(
      field(
        "fichier", form.file == nil ? say.file : say.otherFile, say.fileHint,
        isOptional: form.file != nil),
      accept: FilePages.accepted, visit.say.site)
  }

  private static func licences(
    _ form: ResourceForm, _ field: FieldMaker, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.licences
    var choices = form.draft.kind == .link ? [Licence.unknown] : []
    choices += Licence.choices.filter { !choices.contains($0) }
    if let chosen = Licence(uri: form.draft.licence), !choices.contains(chosen) {
      choices.insert(chosen, at: 0)
    }
    page.choice(
      field("licence", say.title, visit.say.resources.licenceHint),
      options: choices.map { ($0.uri, say.name($0)) }, chosen: form.draft.licence, visit.say.site)
  }

  // MARK: What helps

  private static func useful(_ form: ResourceForm, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.resources
    let site = visit.say.site
    let draft = form.draft
    let field = FieldMaker(form, visit)
    page.textField(
      field("duree", say.duration, say.durationHint, isOptional: true), value: draft.minutes,
      site, .named("inputmode", literally: "numeric"))
    page.choice(
      field("connexion", say.connectionLabel, isOptional: true),
      options: [("", say.notSaid)]
        + Resource.Connection.allCases.map { ($0.rawValue, say.connection($0)) },
      chosen: draft.connection, site)
    page.textArea(
      field("adaptation", say.adaptation, say.adaptationHint, isOptional: true),
      value: draft.adaptation, rows: 4, site)
    if !form.isTutorial {
      page.textField(
        field("etiquettes", visit.say.threads.tags, say.tagsHint, isOptional: true),
        value: draft.tags, site, .named("autocomplete", literally: "off"))
    }
    page.fileField(
      field("couverture", say.cover, say.coverHint, isOptional: true), accept: "image/*", site)
    if !draft.cover.isEmpty, !draft.dropsCover {
      page.input(.type("hidden"), .name("couverture-recue"), .value(draft.cover))
      page.checkbox(Field(name: "sans-couverture", label: say.dropCover), isChecked: false, site)
    }
  }

  private static func access(_ form: ResourceForm, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.resources
    page.fieldset(.class("field concepts")) { page in
      page.legend { $0.text(say.accessibility) }
      page.span(.class("hint")) { $0.text(say.accessHint) }
      for kind in [AccessibilityTerm.Kind.device, .mode, .feature, .hazard] {
        let terms = AccessibilityTerm.of(kind)
        let chosen = Set(form.draft.terms)
        let shown = terms.filter {
          AccessibilityTerm.usual.contains($0.value) || chosen.contains($0)
        }
        page.details(.flag("open", kind == .device || terms.contains { chosen.contains($0) })) {
          page in
          page.summary { $0.text(say.accessKind(kind)) }
          boxes(shown, chosen, visit, &page)
          let others = terms.filter { !shown.contains($0) }
          if others.isEmpty { return }
          page.details { page in
            page.summary { $0.text(say.otherTerms) }
            boxes(others, chosen, visit, &page)
          }
        }
      }
    }
  }

  private static func boxes(
    _ terms: [AccessibilityTerm], _ chosen: Set<AccessibilityTerm>, _ visit: Visit,
    _ page: inout Page
  ) {
    page.ul(.class("concepts__list"), .role("list")) { page in
      for term in terms {
        page.li { page in
          page.label(.class("concepts__box")) { page in
            page.input(
              .type("checkbox"), .name("acces"), .value(term.value),
              .flag("checked", chosen.contains(term)))
            page.span { $0.text(term.sentence(in: visit.say.language)) }
          }
        }
      }
    }
  }

  private static func foot(_ form: ResourceForm, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.resources
    let isAsked = !form.alike.isEmpty && !form.hasProblems
    if isAsked || form.draft.isConfirmed {
      page.input(.type("hidden"), .name("confirmer"), .value("oui"))
    }
    page.p(.class("actions")) { page in
      page.mainButton(
        form.view != nil ? say.save : isAsked ? say.publishAnyway : say.publish)
      page.a(.class("button"), .href(form.view?.resource.address ?? "/ressources")) {
        $0.text(visit.say.site.cancel)
      }
    }
  }
}

/// Fields of the form, each with its own problem.
private struct FieldMaker {
  let form: ResourceForm
  let visit: Visit

  init(_ form: ResourceForm, _ visit: Visit) {
    self.form = form
    self.visit = visit
  }

  func callAsFunction(
    _ name: StaticString, _ label: String, _ hint: String = "", isOptional: Bool = false
  ) -> Field {
    let problem = form.problems.first { $0.field.description == name.description }
    return Field(
      name: name, label: label, hint: hint,
      problem: problem.map { visit.say.resources.say($0, visit.say) } ?? "",
      isOptional: isOptional)
  }
}
