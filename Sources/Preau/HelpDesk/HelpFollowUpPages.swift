import HTML
import HTTP

/// The question to the asker, and what the answers to it say.
enum HelpFollowUpPages {
  static func ask(
    _ followUp: HelpFollowUp, _ draft: HelpUseDraft, _ visit: Visit
  ) -> Response {
    let say = visit.say.help.followUp
    let problem = draft.problem.map { $0 == .answerMissing ? say.answerMissing : say.tooLong }
    let isAboutAnswer = draft.problem == .answerMissing
    let frame = PageFrame(
      title: say.question, menu: .threads, status: problem == nil ? 200 : 422,
      hasProblems: problem != nil)
    return visit.page(frame) { page in
      page.trail(
        [(Thread.address(followUp.thread, followUp.slug), visit.title(followUp.title))], visit)
      page.head(say.question, say.advice)
      if let problem {
        page.problems([(isAboutAnswer ? "usage" : "texte", problem)], visit.say.site)
      }
      page.form(followUp.address, visit, .class("card form stack")) { page in
        page.radios(
          Field(name: "usage", label: say.question, problem: isAboutAnswer ? problem ?? "" : ""),
          options: HelpFollowUp.Answer.allCases.map { ($0.rawValue, say.answer($0), "") }
            + [(HelpUseDraft.notYet, say.notYet, "")],
          chosen: draft.answer, visit.say.site)
        page.textArea(
          Field(
            name: "texte", label: say.comment, hint: say.commentHint,
            problem: isAboutAnswer ? "" : problem ?? "", isOptional: true),
          value: draft.comment, rows: 4, visit.say.site)
        page.checkbox(
          Field(name: "reprendre", label: say.reopen), isChecked: draft.reopens, visit.say.site)
        page.p { $0.mainButton(say.send) }
      }
    }
  }

  static func outcomes(
    _ whole: HelpOutcome, _ tags: [(tag: Tag, outcome: HelpOutcome)], _ uses: [HelpUse],
    _ space: Space, _ visit: Visit
  ) -> Response {
    let say = visit.say.help.followUp
    return visit.page(PageFrame(title: say.outcomes, menu: .spaces, reads: true)) { page in
      page.trail(
        [(space.address, space.name), ("/espaces/\(space.slug)/bureau", visit.say.help.title)],
        visit)
      page.head(say.outcomes, whole.count == 0 ? say.noOutcome : say.share(whole))
      table(tags, space, visit, &page)
      if !uses.isEmpty {
        page.section(.class("card")) { page in
          page.h2 { $0.text(say.latest) }
          page.ul(.class("rows"), .role("list")) { page in
            for use in uses { line(use, visit, &page) }
          }
        }
      }
    }
  }

  private static func table(
    _ tags: [(tag: Tag, outcome: HelpOutcome)], _ space: Space, _ visit: Visit,
    _ page: inout Page
  ) {
    if tags.isEmpty { return }
    let say = visit.say.help.followUp
    page.section(.class("card prose")) { page in
      page.h2 { $0.text(say.byTag) }
      page.table { page in
        page.thead { page in
          page.tr { page in
            for words in [visit.say.help.tag, say.worked] {
              page.th(.named("scope", literally: "col")) { $0.text(words) }
            }
          }
        }
        page.tbody { page in
          for (tag, outcome) in tags {
            page.tr { page in
              page.th(.named("scope", literally: "row")) { page in
                page.a(.href(HelpBoardChoice(list: .resolved, tag: tag.slug).address(space))) {
                  $0.text(tag.label)
                }
              }
              // Two columns, so that a telephone shows all of it.
              page.td { page in
                page.strong { $0.text("\(outcome.share)\u{00A0}%") }
                page.text(visit.say.site.colon)
                page.text(say.counts(outcome))
              }
            }
          }
        }
      }
    }
  }

  private static func line(_ use: HelpUse, _ visit: Visit, _ page: inout Page) {
    page.li { page in
      page.div { page in
        page.a(.href(Thread.address(use.thread, use.slug)), visit.writtenLanguage) {
          $0.text(visit.title(use.title))
        }
        page.p(.class("meta")) { page in
          page.strong { $0.text(visit.say.help.followUp.answer(use.answer)) }
          page.text(" · ")
          page.moment(use.answered, visit)
        }
        page.div(visit.writtenLanguage) { $0.paragraphs(use.comment) }
      }
    }
  }
}

extension Page {
  /// On the page of a thread, to its asker: what became of the answer?
  mutating func helpQuestion(_ help: HelpView?, _ visit: Visit) {
    guard let followUp = help?.followUp, followUp.due <= visit.now else { return }
    p(.class("notice notice--wait")) { page in
      page.a(.href(followUp.address)) { $0.text(visit.say.help.followUp.question) }
    }
  }
}
