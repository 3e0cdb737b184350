import HTML
import HTTP

/// What stands in the forms of a case.
struct CaseForm {
  var draft = RulingDraft()
  var problem: RulingDraft.Problem?
  var refusal: CaseRefusal?
  /// Why the corrected post cannot be published.
  var posting: PostingRefusal?
}

/// One case: the post, what was said of it, notes, and the form to decide.
enum CasePages {
  static func address(of item: ModerationCase.ID) -> Address { "/signalements/\(item.value)" }

  static func show(
    _ item: ModerationCase, _ place: PostPlace, _ remarks: [Remark], _ form: CaseForm,
    _ visit: Visit
  ) -> Response {
    let say = visit.say.moderation
    let problems = problems(form, visit)
    let frame = PageFrame(
      title: say.caseTitle(item.threadTitle), status: problems.isEmpty ? 200 : 422,
      hasProblems: !problems.isEmpty, reads: true)
    return visit.page(frame) { page in
      page.trail(
        [("/mon-preau", visit.say.members.home.title), ("/signalements", say.title)], visit)
      page.div(.class("head")) { page in
        page.h1 { $0.text(say.caseTitle(item.threadTitle)) }
        QueuePages.facts(item, visit, &page)
      }
      page.problems(problems, visit.say.site)
      post(item, place, visit, &page)
      if let contested = item.contested { self.contested(contested, remarks, visit, &page) }
      said(item, visit, &page)
      notes(item, remarks, visit, &page)
      if let ruling = item.ruling {
        decided(ruling, visit, &page)
        givenBack(form, visit, &page)
      } else if item.isHeld(by: visit.viewer) {
        decisionForm(item, place, form, visit, &page)
      } else {
        notYours(item, visit, &page)
        givenBack(form, visit, &page)
      }
      page.gestures(visit)
    }
  }

  private static func problems(
    _ form: CaseForm, _ visit: Visit
  ) -> [(field: StaticString, text: String)] {
    let say = visit.say.moderation
    if let refusal = form.refusal { return [("decider", say.refusal(refusal))] }
    if let posting = form.posting { return [("texte", visit.say.threads.say(posting))] }
    guard let problem = form.problem else { return [] }
    return [(problem.field, say.problem(problem, visit.say.threads))]
  }

  // MARK: What there is to know

  private static func post(
    _ item: ModerationCase, _ place: PostPlace, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.moderation
    let address = Thread.address(item.thread, item.threadSlug, post: item.number)
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.message) }
      page.div(.class("prose"), visit.writtenLanguage) { $0.sanitized(place.post.body) }
      if item.isFromElsewhere { return }
      page.p { page in page.a(.class("button"), .href(address)) { $0.text(say.seePost) } }
    }
  }

  private static func said(_ item: ModerationCase, _ visit: Visit, _ page: inout Page) {
    if item.reports.isEmpty { return }
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(visit.say.moderation.said) }
      page.ul { page in
        for report in item.reports { QueuePages.line(report, visit, &page) }
      }
    }
  }

  private static func contested(
    _ ruling: PastRuling, _ remarks: [Remark], _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.moderation
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.firstDecision) }
      line(of: ruling, visit, &page)
      for remark in remarks where remark.kind == .words { page.paragraphs(remark.body) }
      page.h3 { $0.text(say.plea) }
      for remark in remarks where remark.kind == .plea { page.paragraphs(remark.body) }
    }
  }

  private static func line(of ruling: PastRuling, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.moderation
    page.p { page in
      page.strong { $0.text(say.decision(ruling.decision)) }
      if let reason = ruling.reason { page.text(" · " + say.reason(reason)) }
      page.span(.class("meta")) { page in
        page.text(" · ")
        page.signature(ruling.by, visit)
        page.text(" · ")
        page.moment(ruling.at, visit)
      }
    }
  }

  private static func decided(_ ruling: PastRuling, _ visit: Visit, _ page: inout Page) {
    page.section(.class("card stack"), .id("decider")) { page in
      page.h2 { $0.text(visit.say.moderation.decided) }
      line(of: ruling, visit, &page)
    }
  }

  private static func notes(
    _ item: ModerationCase, _ remarks: [Remark], _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.moderation
    let notes = remarks.filter { $0.kind == .note }
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.notes) }
      if notes.isEmpty { page.p(.class("meta")) { $0.text(say.noNotes) } }
      page.ul { page in
        for note in notes {
          page.li { page in
            page.p(.class("meta")) { page in
              page.signature(note.author, visit)
              page.text(" · ")
              page.moment(note.created, visit)
            }
            page.paragraphs(note.body)
          }
        }
      }
      page.form("/signalements/\(item.id.value)/notes", visit, .class("stack")) { page in
        page.textArea(
          Field(name: "note", label: say.noteLabel, hint: say.noteHint), value: "", rows: 2,
          visit.say.site, .named("maxlength", literally: "2000"))
        page.p { page in page.button(.class("button")) { $0.text(say.keepNote) } }
      }
    }
  }

  // MARK: Deciding

  private static func notYours(_ item: ModerationCase, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.moderation
    page.section(.class("card stack"), .id("decider")) { page in
      page.h2 { $0.text(say.decide) }
      if item.isOwnDecision(of: visit.viewer) {
        page.p { $0.text(say.othersAnswer) }
      } else if item.mayBeTaken(by: visit.viewer, now: visit.now) {
        page.p { $0.text(say.takeFirst) }
        page.p { page in
          page.gesture("/signalements/\(item.id.value)/prise", .class("button button--main")) {
            $0.text(item.holder == nil ? say.take : say.takeOver)
          }
        }
      } else if let holder = item.holder {
        page.p { $0.text(say.heldByOther(visit.name(of: holder.person))) }
      }
    }
  }

  private static func decisionForm(
    _ item: ModerationCase, _ place: PostPlace, _ form: CaseForm, _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.moderation
    page.section(.class("card stack"), .id("decider")) { page in
      page.h2 { $0.text(say.decide) }
      page.form(
        "/signalements/\(item.id.value)/decision", visit, .class("form stack")
      ) { page in
        page.radios(
          field("decision", say.decisionLabel, "", form, visit),
          options: item.decisions.map { ($0.rawValue, say.decision($0), say.decisionHint($0)) },
          chosen: form.draft.decision, visit.say.site)
        if item.contested == nil { reasons(place, form, visit, &page) }
        page.textArea(
          field("mot", say.wordsLabel, say.wordsHint, form, visit, isOptional: true),
          value: form.draft.words, rows: 4, visit.say.site)
        page.p(.class("actions")) { page in
          page.mainButton(say.confirm)
          page.gesture("/signalements/\(item.id.value)/abandon", .class("button")) {
            $0.text(say.release)
          }
        }
      }
    }
  }

  private static func reasons(
    _ place: PostPlace, _ form: CaseForm, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.moderation
    page.choice(
      field("motif", say.reasonLabel, "", form, visit),
      options: [("", say.chooseReason)]
        + RulingReason.allCases.map { ($0.rawValue, say.reason($0)) },
      chosen: form.draft.reason, visit.say.site)
    page.textField(
      field("jours", say.daysLabel, say.daysHint, form, visit, isOptional: true),
      value: form.draft.days, visit.say.site, .named("inputmode", literally: "numeric"),
      .autocomplete("off"))
    page.textArea(
      field("texte", say.textLabel, say.textHint, form, visit, isOptional: true),
      value: form.draft.text.isEmpty ? place.source : form.draft.text, rows: 8, visit.say.site)
  }

  private static func field(
    _ name: StaticString, _ label: String, _ hint: String, _ form: CaseForm, _ visit: Visit,
    isOptional: Bool = false
  ) -> Field {
    let problem = form.problem.flatMap { $0.field.description == name.description ? $0 : nil }
    let text = problem.map { visit.say.moderation.problem($0, visit.say.threads) }
    return Field(name: name, label: label, hint: hint, problem: text ?? "", isOptional: isOptional)
  }

  /// What was typed for a case that somebody else has decided or taken meanwhile.
  private static func givenBack(_ form: CaseForm, _ visit: Visit, _ page: inout Page) {
    if form.draft.words.isEmpty { return }
    page.textArea(
      Field(name: "mot", label: visit.say.site.yourText, hint: visit.say.site.yourTextHint),
      value: form.draft.words, rows: 4, visit.say.site, .flag("readonly", true))
  }
}

extension RulingDraft.Problem {
  /// The field that it is about.
  var field: StaticString {
    switch self {
    case .decisionMissing: "decision"
    case .reasonMissing: "motif"
    case .daysMissing: "jours"
    case .wordsTooLong: "mot"
    case .textUnchanged, .text: "texte"
    }
  }
}
