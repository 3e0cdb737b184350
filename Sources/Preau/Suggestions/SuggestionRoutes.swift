import HTML
import HTTP
import SQLite

/// Proposing a change to a tutorial, and deciding on it. Nothing that was typed is lost.
enum SuggestionRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/tutoriels/*/corriger", .members, write)
    routes.post("/tutoriels/*/corriger", .members, make)
    routes.get("/tutoriels/*/corrections", .members, list)
    routes.get("/tutoriels/*/corrections/*", .members, lane: .slow, show)
    routes.post("/tutoriels/*/corrections/*/acceptation", .members, accept)
    routes.post("/tutoriels/*/corrections/*/refus", .members, refuse)
  }

  // MARK: Proposing

  static func write(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    let query = visit.request.query
    return try visit.read { db in
      let view = try TutorialRoutes.load(id, visit, db)
      if view.actor.isAuthor { return visit.redirect(to: "/tutoriels/\(id.value)/modifier") }
      guard view.maySuggest else { throw Refusal.notAllowed }
      let form = try form(
        view, version: query["version"], anchor: query["partie"] ?? "", visit, db)
      return SuggestionPages.write(form, visit)
    }
  }

  /// The section of a version that the reader may read, as it stands there.
  private static func form(
    _ view: TutorialView, version typed: String?, anchor: String, _ visit: Visit, _ db: Reader
  ) throws -> SuggestionForm {
    let id = view.tutorial.id
    let pointers = view.tutorial.pointers
    let number = typed.flatMap { Int($0) } ?? pointers.published ?? pointers.shared
    let version = try TutorialStore.version(number.orNotFound(), of: id, db).orNotFound()
    guard
      pointers.mayRead(version.number, wasPublished: version.published != nil, view.actor)
    else { throw Refusal.notFound }
    let source = try TutorialStore.source(of: id, version: version.number, db).orNotFound()
    let sections = SourceSections(source, TutorialBody(version.body, filmHosts: []).sections)
    let part = sections.part(anchor) ?? sections.whole
    return SuggestionForm(
      view: view, version: version.number, anchor: anchor, source: sections, part: part,
      draft: SuggestionDraft(text: sections.text(of: part)))
  }

  static func make(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    let member = try visit.member
    let anchor = visit.form["partie"] ?? ""
    var form = try visit.read { db in
      let view = try TutorialRoutes.load(id, visit, db)
      return try self.form(view, version: visit.form["version"], anchor: anchor, visit, db)
    }
    form.draft = SuggestionDraft(
      text: visit.form["texte"] ?? "", reason: visit.form["raison"] ?? "")
    do {
      let new = try form.draft.checked(on: form.source, form.part)
      let submission = visit.submission("correction \(id.value)\n" + form.draft.text)
      let made = try visit.write { db -> Suggestion.ID in
        if let made = try SuggestionStore.made(submission, db) { return made }
        let view = try TutorialRoutes.load(id, visit, db)
        if view.actor.rights.isClosed { throw SuggestionRefusal.spaceClosed }
        guard view.maySuggest else { throw SuggestionRefusal.notAllowed }
        try visit.admitPost(form.draft.text, view.actor.rights, startsThread: false, db)
        return try SuggestionStore.make(
          new, of: view, version: form.version, form.part.section, submission: submission,
          by: member.id, at: visit.now, db)
      }
      return visit.redirect(to: Suggestion.address(id, made), notice: .saved)
    } catch let problems as SuggestionDraft.Problems {
      form.problems = problems.all
    } catch let refusal as SuggestionRefusal {
      form.refusal = visit.say.suggestions.refusal(refusal)
    } catch let refusal as PostingRefusal {
      form.refusal = visit.say.threads.say(refusal)
      return SuggestionPages.write(form, visit).asking(toWaitFor: refusal)
    }
    return SuggestionPages.write(form, visit)
  }

  // MARK: Looking

  /// Authors see all of them, others their own.
  static func list(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    let member = try visit.member
    return try visit.read { db in
      let view = try TutorialRoutes.load(id, visit, db)
      let found = try SuggestionStore.all(
        of: id, by: view.actor.isAuthor ? nil : member.id, db)
      return SuggestionPages.list(found, view, visit)
    }
  }

  static func show(
    _ visit: Visit, _ id: Tutorial.ID, _ number: Suggestion.ID
  ) throws -> Response {
    try show(visit, id, number, SuggestionDecision())
  }

  private static func show(
    _ visit: Visit, _ id: Tutorial.ID, _ number: Suggestion.ID, _ decision: SuggestionDecision
  ) throws -> Response {
    try visit.read { db in
      let (view, suggestion) = try load(id, number, visit, db)
      var shown = ShownSuggestion(
        view: view, suggestion: suggestion, hunks: try SuggestionStore.hunks(of: number, db),
        decision: decision)
      if view.actor.isAuthor, suggestion.state == .waiting {
        shown.place = try place(of: suggestion, shown.hunks, view, db)
      }
      return SuggestionPages.show(shown, visit)
    }
  }

  /// For the authors of the tutorial, and for who made it.
  private static func load(
    _ id: Tutorial.ID, _ number: Suggestion.ID, _ visit: Visit, _ db: Reader
  ) throws -> (TutorialView, Suggestion) {
    let view = try TutorialRoutes.load(id, visit, db)
    let suggestion = try SuggestionStore.suggestion(number, of: id, db).orNotFound()
    guard view.actor.isAuthor || suggestion.author.id == visit.viewer.member?.id else {
      throw Refusal.notFound
    }
    return (view, suggestion)
  }

  /// What would become of the draft.
  private static func place(
    of suggestion: Suggestion, _ hunks: [TextHunk], _ view: TutorialView, _ db: Reader
  ) throws -> SuggestionPlace {
    let id = view.tutorial.id
    let number = view.tutorial.pointers.draft
    let base = try TutorialStore.source(of: id, version: suggestion.base, db).orNotFound()
    let source = try TutorialStore.source(of: id, version: number, db).orNotFound()
    return SuggestionPlace(
      draft: number, source: source, rebase: Rebase(hunks, from: base, onto: source),
      suggestion)
  }

  // MARK: Deciding

  /// As it was proposed, or as the author has changed it by hand.
  static func accept(
    _ visit: Visit, _ id: Tutorial.ID, _ number: Suggestion.ID
  ) throws -> Response {
    let typed = visit.form["texte"]
    return try decide(visit, id, number, SuggestionDecision(text: typed)) { view, suggestion, db in
      try view.admitDeciding()
      let hunks = try SuggestionStore.hunks(of: number, db)
      let place = try place(of: suggestion, hunks, view, db)
      guard let source = place.result(byHand: typed) else { throw SuggestionRefusal.conflict }
      try SuggestionStore.accept(
        suggestion, of: view, as: source, over: Int(visit.field("version")) ?? 0,
        message: visit.say.suggestions.message(suggestion.heading), by: visit.member.id,
        at: visit.now, db)
      try visit.admitFiles(of: source, in: view.space.id, db)
    }
  }

  static func refuse(
    _ visit: Visit, _ id: Tutorial.ID, _ number: Suggestion.ID
  ) throws -> Response {
    let words = String(visit.field("mot").prefix(TutorialWorkshopForm.longestWords))
    return try decide(visit, id, number, SuggestionDecision(words: words)) { view, suggestion, db in
      try SuggestionStore.refuse(
        suggestion, of: view, words: words, by: visit.member.id, at: visit.now, db)
    }
  }

  private static func decide(
    _ visit: Visit, _ id: Tutorial.ID, _ number: Suggestion.ID, _ given: SuggestionDecision,
    _ body: (TutorialView, Suggestion, Writer) throws -> Void
  ) throws -> Response {
    var decision = given
    do {
      try visit.write { db in
        let (view, suggestion) = try load(id, number, visit, db)
        try body(view, suggestion, db)
      }
      return visit.redirect(to: Suggestion.list(id), notice: .saved)
    } catch let refusal as SuggestionRefusal {
      decision.problem = visit.say.suggestions.refusal(refusal)
      decision.isAboutWords = refusal == .wordsMissing
    } catch let refusal as TutorialRefusal {
      decision.problem = visit.say.tutorials.refusal(refusal, visit.say)
    } catch let problems as TutorialDraft.Problems {
      decision.problem = problems.all.map { visit.say.tutorials.problem($0, visit.say) }
        .joined(separator: " ")
    } catch PostingRefusal.spaceFull {
      decision.problem = visit.say.threads.say(.spaceFull)
    }
    return try show(visit, id, number, decision)
  }
}

/// The form for a suggestion, as it is shown and shown again.
struct SuggestionForm {
  let view: TutorialView
  /// The version that it is written on.
  let version: Int
  let anchor: String
  let source: SourceSections
  let part: SourceSections.Part
  var draft: SuggestionDraft
  var problems: [SuggestionDraft.Problem] = []
  var refusal: String?

  var hasProblems: Bool { !problems.isEmpty || refusal != nil }
}

/// What an author typed to decide, given back where it cannot be done.
struct SuggestionDecision {
  /// The section as the author wants it; nil: as it was proposed.
  var text: String?
  var words = ""
  var problem: String?
  /// Whether the problem is that of the word that is missing.
  var isAboutWords = false
}

/// Everything that the page of a suggestion shows.
struct ShownSuggestion {
  let view: TutorialView
  let suggestion: Suggestion
  let hunks: [TextHunk]
  let decision: SuggestionDecision
  /// Nil for who does not decide, or once it is decided.
  var place: SuggestionPlace?
}

/// Where a suggestion would stand in the draft.
struct SuggestionPlace {
  /// The number of the draft.
  let draft: Int
  let rebase: Rebase
  /// The section as the draft has it; nil: it is not there any more.
  let present: String?
  /// The same with what was proposed, or what has to be put together by hand; nil where a section
  /// comes or goes.
  let wanted: String?
  private let sections: SourceSections
  private let part: SourceSections.Part

  init(draft: Int, source: String, rebase: Rebase, _ suggestion: Suggestion) {
    let sections = Self.sections(of: source)
    let found = Self.part(suggestion, in: sections)
    let part = found ?? sections.whole
    self.draft = draft
    self.rebase = rebase
    self.sections = sections
    self.part = part
    present = found.map { sections.text(of: $0) }
    if case .clean(let made) = rebase {
      wanted = Self.text(of: part, of: sections, in: made)
    } else {
      wanted = sections.text(of: part)
    }
  }

  /// The section has the same place among the others, unless headings were added with it.
  private static func text(
    of part: SourceSections.Part, of sections: SourceSections, in source: String
  ) -> String? {
    guard let index = sections.parts.firstIndex(of: part) else { return source }
    let later = Self.sections(of: source)
    guard later.parts.count == sections.parts.count else { return nil }
    return later.text(of: later.parts[index])
  }

  private static func sections(of source: String) -> SourceSections {
    let html = try? TutorialText.render(source)
    return SourceSections(source, html.map { TutorialBody($0, filmHosts: []).sections } ?? [])
  }

  private static func part(
    _ suggestion: Suggestion, in sections: SourceSections
  ) -> SourceSections.Part? {
    sections.part(suggestion.anchor)
      ?? sections.parts.first { ($0.section?.title ?? "") == suggestion.heading }
  }

  /// The whole text that the draft becomes; nil where it cannot be done without somebody's hand.
  ///
  /// - Parameter text: the section as the author wants it; nil: as it was proposed.
  func result(byHand text: String?) -> String? {
    if let text { return sections.replacing(part, with: text) }
    switch rebase {
    case .clean(let source): return source
    case .done: return sections.lines.joined(separator: "\n")
    case .conflict: return nil
    }
  }
}
