import HTML
import HTTP

/// The pages around one request.
enum HelpDeskPages {
  /// For whoever came second: nothing was changed, and why.
  static func tooLate(
    _ refusal: HelpRefusal, _ thread: Thread, _ space: Space, _ visit: Visit
  ) -> Response {
    let say = visit.say.help
    return visit.page(PageFrame(title: say.tooLateTitle, menu: .threads, status: 409)) { page in
      page.head(say.tooLateTitle, say.say(refusal, visit))
      page.p(.class("actions")) { page in
        page.a(.class("button button--main"), .href("/espaces/\(space.slug)/bureau")) {
          $0.text(say.seeBoard)
        }
        page.a(.class("button"), .href(thread.address)) { $0.text(say.seeThread) }
      }
    }
  }

  static func handOver(
    _ form: HandOverForm, _ view: ThreadView, mayGiveBack: Bool, _ helpers: [Author],
    _ notes: [HelpNote], _ visit: Visit
  ) -> Response {
    let say = visit.say.help
    let thread = view.thread
    let problem = form.refusal.map { say.say($0, visit) } ?? ""
    let isAboutNote = form.refusal?.isAboutNote ?? false
    let frame = PageFrame(
      title: say.handOverTitle, menu: .threads, status: form.refusal == nil ? 200 : 422,
      hasProblems: form.refusal != nil)
    return visit.page(frame) { page in
      page.trail(
        [(view.space.address, view.space.name), (thread.address, visit.title(thread.title))],
        visit)
      page.head(say.handOverTitle, say.handOverAdvice)
      if form.refusal != nil {
        page.problems([(isAboutNote ? "texte" : "a", problem)], visit.say.site)
      }
      page.form("/fils/\(thread.id.value)/relais", visit, .class("card form stack")) { page in
        var options = helpers.map { (value: String($0.id.value), label: visit.name(of: $0)) }
        if mayGiveBack { options.append((HandOverForm.desk, say.desk)) }
        page.choice(
          Field(name: "a", label: say.heir, problem: isAboutNote ? "" : problem),
          options: options, chosen: form.heir, visit.say.site)
        page.textField(
          Field(
            name: "texte", label: say.note, hint: say.noteHint,
            problem: isAboutNote ? problem : ""),
          value: form.note, visit.say.site, .named("maxlength", String(HelpNote.longest)))
        page.p { $0.mainButton(say.handOver) }
      }
      said(notes, visit, &page)
    }
  }

  private static func said(_ notes: [HelpNote], _ visit: Visit, _ page: inout Page) {
    if notes.isEmpty { return }
    let say = visit.say.help
    page.section(.class("card")) { page in
      page.h2 { $0.text(say.notes) }
      page.ol(.class("rows"), .role("list")) { page in
        for note in notes {
          let author = visit.name(of: note.author)
          page.li { page in
            page.div { page in
              page.p { $0.text(note.text) }
              page.p(.class("meta")) { page in
                page.text(
                  note.heir.map { say.toWhom(author, visit.name(of: $0)) } ?? say.toDesk(author))
                page.text(" · ")
                page.moment(note.created, visit)
              }
            }
          }
        }
      }
    }
  }
}

extension HelpRefusal {
  fileprivate var isAboutNote: Bool {
    switch self {
    case .noteMissing, .noteTooLong: true
    case .taken, .changed, .noSuchHelper: false
    }
  }
}
