import HTML
import HTTP

/// What readers remark, where they read, and the forms for it.
enum RemarkPages {
  // MARK: Below a section

  /// The remarks on a section, closed until somebody asks, and what one can do there.
  static func foot(
    of section: TutorialSection?, _ shown: TutorialPage, _ visit: Visit, _ page: inout Page
  ) {
    guard visit.viewer.isLoggedIn else { return }
    let say = visit.say.remarks
    let view = shown.view
    let threads = shown.remarks.sections[section?.anchor ?? ""] ?? []
    let mayRemark = view.actor.rights.mayWrite && !view.tutorial.isRemoved
    if threads.isEmpty && !mayRemark { return }
    page.div(.class("section-foot")) { page in
      if !threads.isEmpty {
        let isAsked = threads.contains { $0.remark.id == shown.remarks.asked }
        page.details(.flag("open", isAsked)) { page in
          page.summary { page in
            page.text(say.count(threads.reduce(0) { $0 + $1.count }))
            page.span(.class("unseen")) {
              $0.text(visit.say.site.colon + say.section(section?.title ?? ""))
            }
          }
          list(threads, view, visit, &page)
        }
      }
      if mayRemark { ways(from: section, shown, visit, &page) }
    }
  }

  private static func ways(
    from section: TutorialSection?, _ shown: TutorialPage, _ visit: Visit, _ page: inout Page
  ) {
    let id = shown.view.tutorial.id
    let number = shown.version.number
    page.p(.class("section-foot__ways")) { page in
      page.a(
        .class("button button--quiet"),
        .href(form(id, version: number).adding("partie", section?.anchor ?? ""))
      ) { page in
        page.text(visit.say.remarks.write)
        page.span(.class("unseen")) {
          $0.text(visit.say.site.colon + visit.say.remarks.section(section?.title ?? ""))
        }
      }
      if shown.view.maySuggest {
        SuggestionPages.invitation(section, of: shown.view, version: number, visit, &page)
      }
    }
  }

  private static func form(_ id: Tutorial.ID, version: Int) -> Address {
    Address("/tutoriels/\(id.value)/remarquer").adding("version", String(version))
  }

  // MARK: Below the text

  /// The remarks on passages, as a list: what is highlighted in the text is a help on top of it.
  static func passages(_ shown: TutorialPage, _ visit: Visit, _ page: inout Page) {
    guard visit.viewer.isLoggedIn else { return }
    let say = visit.say.remarks
    let view = shown.view
    let mayWrite = view.actor.rights.mayWrite && !view.tutorial.isRemoved
    let remarks = shown.remarks
    if remarks.passages.isEmpty && remarks.orphans.isEmpty && !mayWrite { return }
    let address = form(view.tutorial.id, version: shown.version.number).adding("passage", "")
    page.section(
      .class("annotations"), .named("data-annotate", address.text),
      .named("data-button", say.annotate)
    ) { page in
      page.h2 { $0.text(say.passages) }
      if remarks.passages.isEmpty {
        page.p(.class("meta")) { $0.text(say.noPassage) }
      } else {
        list(remarks.passages, view, visit, &page)
      }
      page.p(.class("buttons")) { page in
        if mayWrite { page.a(.class("button"), .href(address)) { $0.text(say.quotePassage) } }
        if !remarks.passages.isEmpty {
          page.a(
            .class("button button--quiet"),
            .href("/tutoriels/\(view.tutorial.id.value)/annotations.jsonld"),
            .type("application/ld+json")
          ) { $0.text(say.export) }
        }
      }
      gone(remarks.orphans, view, visit, &page)
    }
  }

  /// Those whose section or passage has gone.
  static func gone(
    _ threads: [RemarkThread], _ view: TutorialView, _ visit: Visit, _ page: inout Page
  ) {
    if threads.isEmpty { return }
    page.h3 { $0.text(visit.say.remarks.gone) }
    page.p(.class("meta")) { $0.text(visit.say.remarks.goneAdvice) }
    list(threads, view, visit, &page)
  }

  // MARK: Remarks

  private static func list(
    _ threads: [RemarkThread], _ view: TutorialView, _ visit: Visit, _ page: inout Page
  ) {
    page.ul(.class("words"), .role("list")) { page in
      for thread in threads {
        page.li { page in
          quote(thread, visit, &page)
          one(thread.remark, view, visit, &page)
          if thread.answers.isEmpty { return }
          page.ul(.class("words"), .role("list")) { page in
            for answer in thread.answers {
              page.li { one(answer, view, visit, &$0) }
            }
          }
        }
      }
    }
  }

  /// The passage as it stands by now, else as it was.
  private static func quote(_ thread: RemarkThread, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.remarks
    guard let quote = thread.place?.quote ?? thread.remark.quote else { return }
    page.blockquote(
      .class("words__quote"), visit.writtenLanguage,
      .when(thread.place != nil, .named("data-exact", quote.exact)),
      .when(thread.place != nil, .named("data-prefix", quote.prefix)),
      .when(thread.place != nil, .named("data-suffix", quote.suffix))
    ) { $0.text(quote.exact) }
    guard let place = thread.place else { return }
    page.p(.class("meta")) { page in
      page.a(.named("href", "#" + (place.section?.anchor ?? "contenu"))) { page in
        page.text(say.seeInText)
        page.span(.class("unseen")) { $0.text(visit.say.site.colon + quote.exact) }
      }
    }
  }

  private static func one(
    _ remark: TutorialRemark, _ view: TutorialView, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.remarks
    page.article(.id(remark.element), .class("word")) { page in
      page.p(.class("meta")) { page in
        page.signature(remark.author, visit)
        page.text(" · ")
        page.moment(remark.created, visit)
        if remark.isSettled {
          page.text(" ")
          page.span(.class("state state--solved")) { $0.text(say.settled) }
        }
        if remark.visibility != .members {
          page.text(" ")
          page.span(.class("state")) { $0.text(say.readers(remark.visibility)) }
        }
      }
      page.p(.class("word__text"), visit.writtenLanguage) { $0.text(remark.text) }
      if let reason = remark.hiddenReason {
        page.p(.class("notice notice--wait")) { $0.text(say.hiddenBecause(reason)) }
      }
      actions(remark, view, visit, &page)
    }
  }

  private static func actions(
    _ remark: TutorialRemark, _ view: TutorialView, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.remarks
    let may = RemarkActions(remark, in: view, reader: visit.viewer.member?.id)
    let id = remark.id.value
    let name = visit.say.site.colon + say.of(visit.name(of: remark.author))
    func link(_ address: Address, _ words: String, _ page: inout Page) {
      page.a(.class("button button--quiet"), .href(address)) { page in
        page.text(words)
        page.span(.class("unseen")) { $0.text(name) }
      }
    }
    func gesture(_ address: Address, _ words: String, _ page: inout Page) {
      page.gesture(address, .class("button button--quiet")) { page in
        page.text(words)
        page.span(.class("unseen")) { $0.text(name) }
      }
    }
    if may == RemarkActions.none { return }
    page.p(.class("word__foot")) { page in
      if may.answers {
        let address = Address("/tutoriels/\(view.tutorial.id.value)/remarquer")
        link(address.adding("repond", String(id)), say.answer, &page)
      }
      if may.settles {
        gesture("/remarques/\(id)/reglee", remark.isSettled ? say.unsettle : say.settle, &page)
      }
      if may.deletes { gesture("/remarques/\(id)/effacement", say.delete, &page) }
      if may.hides { link("/remarques/\(id)/masquage", say.hide, &page) }
      if may.reports { link("/remarques/\(id)/signalement", say.report, &page) }
    }
  }

  // MARK: Forms

  static func write(_ form: RemarkForm, _ visit: Visit) -> Response {
    let say = visit.say.remarks
    let title = form.answered != nil ? say.answerTitle : form.quotes ? say.quotePassage : say.write
    var frame = PageFrame(title: title, menu: .tutorials)
    frame.writes = true
    frame.hasProblems = form.hasProblems
    frame.status = form.hasProblems ? 422 : 200
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(title) }
        page.p { page in
          page.a(.href(form.view.tutorial.address), visit.writtenLanguage) {
            $0.text("← " + form.view.tutorial.title)
          }
        }
        page.p { $0.text(form.quotes ? say.passageAdvice : say.advice) }
      }
      var problems = form.problems.map { problem in
        (field: problem.field, text: say.problem(problem))
      }
      if let refusal = form.refusal { problems.append((field: "texte", text: refusal)) }
      page.problems(problems, visit.say.site)
      if let answered = form.answered {
        page.blockquote(.class("card"), visit.writtenLanguage) { $0.text(answered.text) }
      }
      page.form(
        "/tutoriels/\(form.view.tutorial.id.value)/remarquer", visit, .class("card stack composer")
      ) { page in
        fields(form, problems, visit, &page)
      }
    }
  }

  private static func fields(
    _ form: RemarkForm, _ problems: [(field: StaticString, text: String)], _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.remarks
    func problem(_ name: StaticString) -> String {
      problems.first { $0.field.description == name.description }?.text ?? ""
    }
    ComposerPages.mark(visit, usually: Base64URL.encode(Crypto.randomBytes(9)), &page)
    page.input(.type("hidden"), .name("version"), .value(String(form.version)))
    if let answered = form.answered {
      page.input(.type("hidden"), .name("repond"), .value(String(answered.id.value)))
    } else if form.quotes {
      page.input(.type("hidden"), .name("avant"), .value(form.draft.passage.prefix))
      page.input(.type("hidden"), .name("apres"), .value(form.draft.passage.suffix))
      page.textArea(
        Field(
          name: "passage", label: say.passage, hint: say.passageHint,
          problem: problem("passage")),
        value: form.draft.passage.exact, rows: 3, visit.say.site, visit.writtenLanguage)
    } else {
      page.input(.type("hidden"), .name("partie"), .value(form.section?.anchor ?? ""))
    }
    page.textArea(
      Field(
        name: "texte",
        label: form.answered != nil
          ? say.answerLabel
          : form.quotes ? say.words : say.wordsOn(say.section(form.section?.title ?? "")),
        hint: say.wordsHint, problem: problem("texte")),
      value: form.draft.text, rows: 5, visit.say.site)
    if form.answered == nil {
      page.radios(
        Field(name: "lecteurs", label: say.whoReads),
        options: TutorialRemark.Visibility.allCases.map { ($0.rawValue, say.choice($0), "") },
        chosen: form.draft.visibility, visit.say.site)
    }
    page.p(.class("actions")) { page in
      page.button(.class("button button--main")) { $0.text(say.send) }
      page.a(.class("button"), .href(form.view.tutorial.address)) {
        $0.text(visit.say.site.cancel)
      }
    }
  }

  /// Asks why a remark is to be hidden, or looked at.
  static func ask(
    _ question: RemarkQuestion, _ remark: TutorialRemark, _ view: TutorialView, problem: String?,
    _ visit: Visit
  ) -> Response {
    let say = visit.say.remarks
    let isHiding = question == .hiding
    let title = isHiding ? say.hideTitle : say.reportTitle
    let id = remark.id.value
    var frame = PageFrame(title: title, menu: .tutorials)
    frame.hasProblems = problem != nil
    frame.status = problem == nil ? 200 : 422
    return visit.page(frame) { page in
      page.head(title, isHiding ? say.hideAdvice : say.reportAdvice)
      if let problem { page.problems([("raison", problem)], visit.say.site) }
      page.blockquote(.class("card"), visit.writtenLanguage) { $0.text(remark.text) }
      let action: Address = isHiding ? "/remarques/\(id)/masquage" : "/remarques/\(id)/signalement"
      page.form(action, visit, .class("card stack")) { page in
        page.textArea(
          Field(
            name: "raison", label: say.reason, hint: isHiding ? say.hideHint : "",
            problem: problem ?? ""),
          value: visit.form["raison"] ?? "", rows: 3, visit.say.site,
          .named("maxlength", literally: "500"))
        page.p(.class("actions")) { page in
          page.button(.class("button button--main")) { $0.text(isHiding ? say.hide : say.report) }
          page.a(.class("button"), .href(TutorialRemark.address(remark.id))) {
            $0.text(visit.say.site.cancel)
          }
        }
      }
    }
  }
}

extension RemarkDraft.Problem {
  /// The field that it is about.
  var field: StaticString {
    switch self {
    case .textMissing, .textTooLong: "texte"
    case .passageMissing, .passageTooLong, .passageNotFound: "passage"
    }
  }
}
