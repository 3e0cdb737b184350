import HTML
import HTTP

/// The pages of suggestions: the form, the list, and one with what becomes of it.
enum SuggestionPages {
  // MARK: The form

  static func write(_ form: SuggestionForm, _ visit: Visit) -> Response {
    let say = visit.say.suggestions
    var frame = PageFrame(title: say.title, menu: .tutorials)
    frame.writes = true
    frame.hasProblems = form.hasProblems
    frame.status = form.hasProblems ? 422 : 200
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(say.title) }
        back(form.view, visit, &page)
        page.p { $0.text(say.advice) }
      }
      page.problems(problems(form, visit), visit.say.site)
      page.form(
        "/tutoriels/\(form.view.tutorial.id.value)/corriger", visit, .class("card stack composer")
      ) { fields(form, visit, &$0) }
    }
  }

  private static func problems(
    _ form: SuggestionForm, _ visit: Visit
  ) -> [(field: StaticString, text: String)] {
    let say = visit.say.suggestions
    var problems: [(field: StaticString, text: String)] = []
    for problem in form.problems {
      problems.append((problem.field, say.problem(problem, visit.say)))
    }
    if let refusal = form.refusal { problems.append(("texte", refusal)) }
    return problems
  }

  private static func fields(_ form: SuggestionForm, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.suggestions
    let found = problems(form, visit)
    func problem(_ name: StaticString) -> String {
      found.first { $0.field.description == name.description }?.text ?? ""
    }
    ComposerPages.mark(visit, usually: Base64URL.encode(Crypto.randomBytes(9)), &page)
    page.input(.type("hidden"), .name("version"), .value(String(form.version)))
    page.input(.type("hidden"), .name("partie"), .value(form.anchor))
    let rows = min(24, max(8, form.draft.text.count / 45))
    page.textArea(
      Field(
        name: "texte", label: say.label(form.part.section?.title), hint: say.textHint,
        problem: problem("texte")),
      value: form.draft.text, rows: rows, visit.say.site, visit.writtenLanguage)
    page.textField(
      Field(
        name: "raison", label: say.reason, hint: say.reasonHint, problem: problem("raison")),
      value: form.draft.reason, visit.say.site, .named("autocomplete", literally: "off"))
    page.p(.class("actions")) { page in
      page.button(.class("button button--main")) { $0.text(say.send) }
      page.a(.class("button"), .href(form.view.tutorial.address)) {
        $0.text(visit.say.site.cancel)
      }
    }
  }

  private static func back(_ view: TutorialView, _ visit: Visit, _ page: inout Page) {
    page.p { page in
      page.a(.href(view.tutorial.address), visit.writtenLanguage) {
        $0.text("← " + view.tutorial.title)
      }
    }
  }

  // MARK: All of them

  static func list(
    _ suggestions: [Suggestion], _ view: TutorialView, _ visit: Visit
  ) -> Response {
    let say = visit.say.suggestions
    let title = view.actor.isAuthor ? say.all : say.mine
    return visit.page(PageFrame(title: title, menu: .tutorials)) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(title) }
        back(view, visit, &page)
      }
      if suggestions.isEmpty {
        page.p(.class("empty")) { $0.text(say.none) }
      } else {
        page.ul(.class("rows"), .role("list")) { page in
          for suggestion in suggestions { row(suggestion, view, visit, &page) }
        }
      }
    }
  }

  private static func row(
    _ suggestion: Suggestion, _ view: TutorialView, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.suggestions
    page.li { page in
      page.div { page in
        page.a(
          .href(Suggestion.address(view.tutorial.id, suggestion.id)), visit.writtenLanguage
        ) { $0.text(say.section(suggestion.heading)) }
        page.text(" ")
        state(suggestion, visit, &page)
        page.p(visit.writtenLanguage) { $0.text(suggestion.reason) }
        page.p(.class("meta")) { page in
          page.signature(suggestion.author, visit)
          page.text(" · ")
          page.moment(suggestion.created, visit)
        }
      }
    }
  }

  private static func state(_ suggestion: Suggestion, _ visit: Visit, _ page: inout Page) {
    let words = visit.say.suggestions.state(suggestion.state)
    switch suggestion.state {
    case .waiting: page.span(.class("state state--waiting")) { $0.text(words) }
    case .accepted: page.span(.class("state state--solved")) { $0.text(words) }
    case .refused: page.span(.class("state")) { $0.text(words) }
    }
  }

  // MARK: One of them

  static func show(_ shown: ShownSuggestion, _ visit: Visit) -> Response {
    let say = visit.say.suggestions
    let suggestion = shown.suggestion
    let decision = shown.decision
    var frame = PageFrame(title: say.one(suggestion.heading), menu: .tutorials)
    frame.hasProblems = decision.problem != nil
    frame.status = frame.hasProblems ? 422 : 200
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(say.one(suggestion.heading)) }
        back(shown.view, visit, &page)
        page.p(.class("meta")) { page in
          state(suggestion, visit, &page)
          page.text(" ")
          page.signature(suggestion.author, visit)
          page.text(" · ")
          page.moment(suggestion.created, visit)
          page.text(" · ")
          page.a(.href(Tutorial.address(shown.view.tutorial.id, version: suggestion.base))) {
            $0.text(say.madeOn(suggestion.base))
          }
        }
      }
      if let problem = decision.problem {
        let field: StaticString = decision.isAboutWords ? "mot" : "contenu"
        page.problems([(field, problem)], visit.say.site)
      }
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(say.change) }
        page.blockquote(visit.writtenLanguage) { $0.text(suggestion.reason) }
        for hunk in shown.hunks { self.hunk(hunk, visit, &page) }
      }
      outcome(shown, visit, &page)
      if let place = shown.place {
        acceptance(place, shown, visit, &page)
        refusal(shown, visit, &page)
      }
    }
  }

  private static func hunk(_ hunk: TextHunk, _ visit: Visit, _ page: inout Page) {
    page.div(visit.writtenLanguage) { page in
      PostPages.difference(
        from: hunk.old.joined(separator: "\n"), to: hunk.new.joined(separator: "\n"),
        visit.say.threads, &page)
    }
  }

  private static func outcome(_ shown: ShownSuggestion, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.suggestions
    let suggestion = shown.suggestion
    guard let decided = suggestion.decided else { return }
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.state(suggestion.state)) }
      page.p(.class("meta")) { page in
        if let decider = suggestion.decider {
          page.signature(decider, visit)
          page.text(" · ")
        }
        page.moment(decided, visit)
      }
      if !suggestion.words.isEmpty { page.p(visit.writtenLanguage) { $0.text(suggestion.words) } }
      if let version = suggestion.version { held(version, shown.view, visit, &page) }
    }
  }

  private static func held(
    _ version: Int, _ view: TutorialView, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.suggestions
    page.p { page in
      if view.actor.isAuthor || version <= view.tutorial.pointers.published ?? 0 {
        page.a(.href(Tutorial.address(view.tutorial.id, version: version))) {
          $0.text(visit.say.tutorials.version(version))
        }
      } else {
        page.text(say.willAppear)
      }
    }
  }

  // MARK: Deciding

  private static func acceptance(
    _ place: SuggestionPlace, _ shown: ShownSuggestion, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.suggestions
    let action: Address =
      "/tutoriels/\(shown.view.tutorial.id.value)/corrections/\(shown.suggestion.id.value)/acceptation"
    let isConflict = place.rebase == .conflict
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(isConflict ? say.conflict : say.accepting) }
      switch place.rebase {
      case .clean:
        if place.draft != shown.suggestion.base { page.p { $0.text(say.rebased) } }
      case .done: page.p { $0.text(say.done) }
      case .conflict:
        page.p { $0.text(say.conflictAdvice) }
        sides(place, shown.hunks, visit, &page)
      }
      if !isConflict {
        page.form(action, visit) { page in
          page.input(.type("hidden"), .name("version"), .value(String(place.draft)))
          page.button(.class("button button--main")) { $0.text(say.accept) }
        }
      }
      if case .done = place.rebase { return }
      guard let wanted = shown.decision.text ?? place.wanted else { return }
      if isConflict {
        byHand(wanted, place, action, visit, &page)
      } else {
        page.details(.flag("open", shown.decision.text != nil)) { page in
          page.summary { $0.text(say.retouch) }
          byHand(wanted, place, action, visit, &page)
        }
      }
    }
  }

  /// What is proposed, and what the draft says by now.
  private static func sides(
    _ place: SuggestionPlace, _ hunks: [TextHunk], _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.suggestions
    page.div(.class("sides")) { page in
      page.section { page in
        page.h3 { $0.text(say.proposed) }
        for hunk in hunks {
          page.div(.class("difference"), visit.writtenLanguage) {
            $0.text(hunk.new.joined(separator: "\n"))
          }
        }
      }
      page.section { page in
        page.h3 { $0.text(say.present) }
        if let present = place.present {
          page.div(.class("difference"), visit.writtenLanguage) { $0.text(present) }
        } else {
          page.p { $0.text(say.sectionGone) }
        }
      }
    }
  }

  private static func byHand(
    _ text: String, _ place: SuggestionPlace, _ action: Address, _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.suggestions
    page.form(action, visit, .class("stack")) { page in
      page.input(.type("hidden"), .name("version"), .value(String(place.draft)))
      page.textArea(
        Field(
          name: "texte", label: place.present == nil ? say.wholeByHand : say.byHand,
          hint: say.byHandHint),
        value: text, rows: min(24, max(6, text.count / 60)), visit.say.site,
        visit.writtenLanguage)
      page.button(.class("button")) { $0.text(say.acceptByHand) }
    }
  }

  private static func refusal(_ shown: ShownSuggestion, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.suggestions
    let decision = shown.decision
    let action: Address =
      "/tutoriels/\(shown.view.tutorial.id.value)/corrections/\(shown.suggestion.id.value)/refus"
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.refusing) }
      page.form(action, visit, .class("stack")) { page in
        page.textArea(
          Field(
            name: "mot", label: say.words, hint: say.wordsHint,
            problem: decision.isAboutWords ? decision.problem ?? "" : ""),
          value: decision.words, rows: 3, visit.say.site,
          .named("maxlength", String(TutorialWorkshopForm.longestWords)))
        page.button(.class("button")) { $0.text(say.refuse) }
      }
    }
  }

  // MARK: On other pages

  /// The way from a section to its form.
  static func invitation(
    _ section: TutorialSection?, of view: TutorialView, version: Int, _ visit: Visit,
    _ page: inout Page
  ) {
    page.a(
      .class("button button--quiet"),
      .href(Suggestion.form(view.tutorial.id, version: version, section: section?.anchor ?? ""))
    ) { page in
      page.text(visit.say.suggestions.propose)
      page.span(.class("unseen")) {
        $0.text(visit.say.site.colon + visit.say.remarks.section(section?.title ?? ""))
      }
    }
  }

  /// How many wait, for the authors.
  static func waiting(
    _ count: Int, _ view: TutorialView, _ visit: Visit, _ page: inout Page
  ) {
    guard view.actor.isAuthor else { return }
    let say = visit.say.suggestions
    page.p { page in
      page.a(.href(Suggestion.list(view.tutorial.id))) { $0.text(say.all) }
      if count > 0 {
        page.text(" ")
        page.span(.class("state state--waiting")) { $0.text(say.waiting(count)) }
      }
    }
  }

  /// Those whose words a tutorial holds, named as its reader may see it.
  static func contributors(_ authors: [Author], _ visit: Visit, _ page: inout Page) {
    if authors.isEmpty { return }
    page.section(.class("card")) { page in
      page.h2 { $0.text(visit.say.suggestions.contributors) }
      page.p { $0.signatures(authors, visit) }
    }
  }
}

extension SuggestionDraft.Problem {
  /// The field that it is about.
  var field: StaticString {
    switch self {
    case .nothingChanged, .empty, .textTooLong, .textRefused: "texte"
    case .reasonMissing, .reasonTooLong: "raison"
    }
  }
}
