import HTML
import HTTP

/// The pages on which threads join others.
enum MergePages {
  static func choose(
    _ source: ThreadView, _ candidates: [ThreadView], _ refusal: MergeRefusal?, _ visit: Visit
  ) -> Response {
    let say = visit.say.merges
    let frame = PageFrame(
      title: say.title, menu: .threads, status: refusal == nil ? 200 : 422,
      hasProblems: refusal != nil)
    return visit.page(frame) { page in
      trail(source, visit, &page)
      page.head(say.title, say.advice)
      if let refusal { page.problems([("avec", say.refusal(refusal))], visit.say.site) }
      page.askingForm("/fils/\(source.thread.id.value)/reunion", .class("card form stack")) {
        page in
        page.textField(
          Field(name: "cherche", label: say.search, isOptional: true),
          value: visit.request.query["cherche"] ?? "", type: "search", visit.say.site)
        page.textField(
          Field(
            name: "avec", label: say.address, hint: say.addressHint,
            problem: refusal.map(say.refusal) ?? "", isOptional: true),
          value: visit.request.query["avec"] ?? "", visit.say.site,
          .named("autocomplete", literally: "off"))
        page.p { $0.mainButton(say.look) }
      }
      page.section(.class("stack")) { page in
        page.h2 { $0.text(say.candidates) }
        if candidates.isEmpty { page.p(.class("empty")) { $0.text(say.noCandidates) } }
        list(candidates, of: source, visit, &page)
      }
    }
  }

  private static func list(
    _ candidates: [ThreadView], of source: ThreadView, _ visit: Visit, _ page: inout Page
  ) {
    if candidates.isEmpty { return }
    page.ul(.class("rows"), .role("list")) { page in
      for view in candidates {
        let number = String(view.thread.id.value)
        page.li { page in
          page.div { page in
            page.a(.href(view.thread.address), visit.writtenLanguage) {
              $0.text(visit.title(view.thread.title))
            }
            page.p(.class("meta")) { page in
              page.text(view.space.name + " · ")
              page.text(visit.say.threads.replies(view.thread.replyCount) + " · ")
              page.moment(view.thread.lastActivity, visit)
            }
          }
          page.a(
            .class("button"),
            .href(
              Address("/fils/\(source.thread.id.value)/reunion").adding("avec", number)),
            .label(visit.say.merges.choose(view.thread.title))
          ) { $0.text(visit.say.merges.look) }
        }
      }
    }
  }

  private static func trail(_ source: ThreadView, _ visit: Visit, _ page: inout Page) {
    page.trail(
      [
        (source.space.address, source.space.name),
        (source.thread.address, visit.title(source.thread.title)),
      ], visit)
  }

  /// Says what moves, and who will be able to read it.
  static func confirm(
    _ source: ThreadView, _ target: ThreadView, words: String, _ refusal: MergeRefusal?,
    _ visit: Visit
  ) -> Response {
    let say = visit.say.merges
    let frame = PageFrame(
      title: say.confirmTitle, menu: .threads, status: refusal == nil ? 200 : 422,
      hasProblems: refusal != nil)
    return visit.page(frame) { page in
      trail(source, visit, &page)
      page.head(say.confirmTitle)
      if let refusal { page.problems([("mot", say.refusal(refusal))], visit.say.site) }
      page.form(
        "/fils/\(source.thread.id.value)/reunion", visit, .class("card form stack")
      ) { page in
        page.p {
          $0.text(
            say.willMove(source.thread.postCount, source.thread.title, target.thread.title))
        }
        page.p { page in
          page.strong {
            $0.text(
              say.whoReads(
                target.space.name, visit.say.spaces.visibilityHint(target.space.visibility)))
          }
        }
        page.p { $0.text(say.toldAndUndone) }
        page.input(.type("hidden"), .name("avec"), .value(String(target.thread.id.value)))
        page.textArea(
          Field(
            name: "mot", label: say.words, hint: say.wordsHint,
            problem: refusal.map(say.refusal) ?? "", isOptional: true),
          value: words, rows: 3, visit.say.site)
        page.p(.class("actions")) { page in
          page.mainButton(say.confirm)
          page.a(.class("button"), .href(source.thread.address)) {
            $0.text(visit.say.site.cancel)
          }
        }
      }
    }
  }

  static func refused(
    _ target: ThreadView, _ refusal: MergeRefusal, _ visit: Visit
  ) -> Response {
    let say = visit.say.merges
    let frame = PageFrame(title: say.title, menu: .threads, status: 422, hasProblems: true)
    return visit.page(frame) { page in
      trail(target, visit, &page)
      page.head(say.title)
      page.p(.class("problem"), .role("alert")) { $0.text(say.refusal(refusal)) }
      page.p { page in
        page.a(.class("button"), .href(target.thread.address)) {
          $0.text(visit.title(target.thread.title))
        }
      }
    }
  }
}
