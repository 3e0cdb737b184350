import HTML
import HTTP

/// Where tutorials are written. Complete without a script.
enum TutorialFormPages {
  static func show(_ form: TutorialForm, _ visit: Visit) -> Response {
    let say = visit.say.tutorials
    let title = form.view == nil ? say.newTitle : say.editTitle
    var frame = PageFrame(title: title, menu: .tutorials)
    frame.writes = true
    frame.hasProblems = form.hasProblems
    frame.status = form.present != nil ? 409 : frame.hasProblems ? 422 : 200
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(title) }
        if let view = form.view {
          page.p { page in
            page.a(.href(Tutorial.workshop(view.tutorial.id))) {
              $0.text("← " + view.tutorial.title)
            }
          }
        } else {
          page.p { $0.text(say.newAdvice) }
        }
      }
      page.problems(at: problems(form, visit), visit.say.site)
      present(form, visit, &page)
      preview(form, visit, &page)
      ComposerPages.restored(form.restored, form.place, visit, &page)
      ComposerPages.notKept(!form.isKept, visit, &page)
      page.gestures(visit)
      page.form(
        form.action, visit, .class("composer card"), .named("data-draft", form.place.text),
        ComposerPages.withFiles, ComposerPages.mostOfFile(visit), ComposerPages.mostOfFilm(visit),
        ComposerPages.tooLarge(visit)
      ) { fields(form, visit, &$0) }
    }
  }

  private static func problems(
    _ form: TutorialForm, _ visit: Visit
  ) -> [(id: String, text: String)] {
    let say = visit.say.tutorials
    var problems = form.problems.map { (id: $0.field, text: say.problem($0, visit.say)) }
    if let refusal = form.refusal { problems.append(("texte", say.refusal(refusal, visit.say))) }
    if form.present != nil { problems.append(("texte", visit.say.threads.staleEdit)) }
    if form.isFull { problems.append(("texte", visit.say.threads.say(.spaceFull))) }
    return problems + form.picture.problems(visit.say.files).map { ($0.field.description, $0.text) }
  }

  /// What the draft says now that somebody else changed it, beside the form with one's own words.
  private static func present(_ form: TutorialForm, _ visit: Visit, _ page: inout Page) {
    guard let present = form.present else { return }
    let say = visit.say.threads
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.presentText) }
      page.textarea(.label(say.presentText), .flag("readonly", true), .named("rows", "8")) {
        $0.literal("\n")
        $0.text(present)
      }
    }
  }

  private static func preview(_ form: TutorialForm, _ visit: Visit, _ page: inout Page) {
    if !form.showsPreview { return }
    let say = visit.say.threads
    page.section(
      .class("card preview"), .id("apercu"), .named("tabindex", literally: "-1"),
      .flag("autofocus", true), .label(say.previewTitle)
    ) { page in
      page.h2 { $0.text(say.previewTitle) }
      guard let html = form.preview, !html.utf8.isEmpty else {
        page.p(.class("meta")) {
          $0.text(form.preview == nil ? say.bodyRefused : say.nothingToPreview)
        }
        return
      }
      page.div(.class("prose tutorial__text")) { page in
        let hosts = visit.site.configuration.videoHosts
        TutorialPages.text(TutorialBody(html, filmHosts: hosts), [], visit, &page)
      }
    }
  }

  private static func fields(_ form: TutorialForm, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.tutorials
    let site = visit.say.site
    func problem(_ name: StaticString) -> String {
      form.problems.first { $0.field == name.description }.map { say.problem($0, visit.say) } ?? ""
    }
    if form.view == nil {
      ComposerPages.mark(visit, usually: Base64URL.encode(Crypto.randomBytes(9)), &page)
      page.choice(
        Field(name: "espace", label: visit.say.threads.space, problem: problem("espace")),
        options: form.spaces.map { ($0.slug, $0.name) },
        chosen: form.draft.space.isEmpty
          ? SpaceStore.usual(of: form.spaces) : form.draft.space, site)
    } else {
      page.input(.type("hidden"), .name("version"), .value(String(form.base)))
    }
    page.textField(
      Field(
        name: "titre", label: visit.say.threads.threadTitle, hint: say.titleHint,
        problem: problem("titre")),
      value: form.draft.title, site, .named("autocomplete", literally: "off"))
    page.textField(
      Field(
        name: "resume", label: say.summary, hint: say.summaryHint, problem: problem("resume"),
        isOptional: true),
      value: form.draft.summary, site, .named("autocomplete", literally: "off"))
    let stale = form.present == nil ? "" : visit.say.threads.staleEdit
    ComposerPages.writing(
      Field(
        name: "texte", label: say.body, hint: say.bodyHint,
        problem: form.refusal.map { say.refusal($0, visit.say) }
          ?? (problem("texte").isEmpty ? stale : problem("texte"))),
      value: form.draft.body, rows: 18, form.picture, visit.say, &page)
    conventions(say, &page)
    page.textField(
      Field(
        name: "etiquettes", label: visit.say.threads.tags, hint: visit.say.threads.tagsHint,
        problem: problem("etiquettes"), isOptional: true),
      value: form.draft.tags, site, .named("autocomplete", literally: "off"))
    page.choice(
      Field(
        name: "licence", label: visit.say.licences.title, hint: say.licenceHint,
        problem: problem("licence")),
      options: form.licences.map { ($0.uri, visit.say.licences.name($0)) },
      chosen: form.draft.licence, site)
    page.choice(
      Field(name: "langue-du-texte", label: say.language),
      options: [("fr", say.french), ("en", say.english)], chosen: form.draft.language, site)
    page.textField(
      Field(
        name: "convient", label: say.fitsLabel, hint: say.fitsHint, problem: problem("convient"),
        isOptional: true),
      value: form.draft.fits, site)
    page.textField(
      Field(
        name: "relire-avant", label: say.reviewByLabel, hint: say.reviewByHint,
        problem: problem("relire-avant"), isOptional: true),
      value: form.draft.reviewBy, type: "date", site)
    if form.view != nil {
      page.textField(
        Field(
          name: "changements", label: say.message, hint: say.messageHint,
          problem: problem("changements"), isOptional: true),
        value: form.draft.message, site)
    }
    ComposerPages.actions(say.save, visit.say, &page)
  }

  /// How one writes what only tutorials know.
  private static func conventions(_ say: TutorialStrings, _ page: inout Page) {
    page.details(.class("writing-help")) { page in
      page.summary { $0.text(say.conventions) }
      page.dl { page in
        for (source, meaning) in say.conventionLines {
          page.div { page in
            page.dt { $0.code { $0.text(source) } }
            page.dd { $0.text(meaning) }
          }
        }
      }
    }
  }
}

extension TutorialDraft.Problem {
  /// The field that it is about.
  var field: String {
    switch self {
    case .spaceMissing: "espace"
    case .titleMissing, .titleTooLong: "titre"
    case .summaryTooLong: "resume"
    case .bodyEmpty, .bodyTooLong, .bodyRefused: "texte"
    case .tooManyTags, .tagTooLong: "etiquettes"
    case .licenceMissing, .licence: "licence"
    case .fitsTooLong: "convient"
    case .dayInvalid: "relire-avant"
    case .messageTooLong: "changements"
    }
  }
}
