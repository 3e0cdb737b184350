import HTML
import HTTP

/// The register of needs that nobody could meet, and its report for the level above.
enum UnmetNeedPages {
  static func list(
    _ needs: [UnmetNeed], _ space: Space, problem: Bool, _ visit: Visit
  ) -> Response {
    let say = visit.say.help.needs
    let frame = PageFrame(
      title: say.title, menu: .spaces, status: problem ? 422 : 200, hasProblems: problem)
    return visit.page(frame) { page in
      page.trail(
        [(space.address, space.name), ("/espaces/\(space.slug)/bureau", visit.say.help.title)],
        visit)
      page.head(say.title, say.advice)
      if problem { page.problems([("theme", say.nothingChosen)], visit.say.site) }
      if needs.isEmpty {
        page.p(.class("empty")) { $0.text(say.empty) }
        return
      }
      page.div(.class("actions")) { page in
        page.a(.class("button"), .href("/espaces/\(space.slug)/bureau/besoins/rapport")) {
          $0.text(say.report)
        }
        page.form("/espaces/\(space.slug)/bureau/besoins/csv", visit) { page in
          page.button(.class("button")) { $0.text(say.download) }
        }
      }
      form(needs, space, visit, &page)
    }
  }

  private static func form(
    _ needs: [UnmetNeed], _ space: Space, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.help.needs
    page.form("/espaces/\(space.slug)/bureau/besoins", visit, .class("desk")) { page in
      themes(needs, visit, &page) { page, need in
        page.label(.class("desk__choice")) { page in
          page.input(.type("checkbox"), .name("besoin"), .value(String(need.thread.value)))
          page.text(" " + visit.say.help.choose)
          page.span(.class("unseen")) { $0.text(visit.say.site.colon + visit.title(need.title)) }
        }
      }
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(say.withChosen) }
        page.textField(
          Field(name: "theme", label: say.theme, hint: say.themeHint, isOptional: true),
          value: visit.form["theme"] ?? "", visit.say.site,
          .named("maxlength", String(UnmetNeed.longestTheme)))
        page.textArea(
          Field(name: "texte", label: say.note, hint: say.noteHint, isOptional: true),
          value: visit.form["texte"] ?? "", rows: 3, visit.say.site)
        page.p(.class("actions")) { page in
          page.button(.class("button button--main"), .name("action"), .value("regrouper")) {
            $0.text(say.group)
          }
          page.button(.class("button"), .name("action"), .value("transmettre")) {
            $0.text(say.markSent)
          }
        }
      }
    }
  }

  /// What is sent up: without forms and names, it prints as it stands.
  static func report(_ needs: [UnmetNeed], _ space: Space, _ visit: Visit) -> Response {
    let say = visit.say.help.needs
    let title = say.reportTitle(space.name)
    return visit.page(PageFrame(title: title, menu: .spaces)) { page in
      page.trail(
        [
          ("/espaces/\(space.slug)/bureau", visit.say.help.title),
          ("/espaces/\(space.slug)/bureau/besoins", say.title),
        ], visit)
      page.head(title, say.reportIntroduction(needs.count, visit.say.dates.day(visit.now)))
      themes(needs, visit, &page) { _, _ in }
    }
  }

  private static func themes(
    _ needs: [UnmetNeed], _ visit: Visit, _ page: inout Page,
    choice: (inout Page, UnmetNeed) -> Void
  ) {
    var rest = needs[...]
    while let first = rest.first {
      let group = rest.prefix { $0.theme == first.theme }
      rest = rest.dropFirst(group.count)
      page.section(.class("card")) { page in
        page.h2 {
          $0.text(first.theme.isEmpty ? visit.say.help.needs.withoutTheme : first.theme)
        }
        page.ul(.class("rows"), .role("list")) { page in
          for need in group {
            page.li { page in
              line(need, visit, &page)
              choice(&page, need)
            }
          }
        }
      }
    }
  }

  private static func line(_ need: UnmetNeed, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.help.needs
    page.div { page in
      page.a(.href(Thread.address(need.thread, need.slug)), visit.writtenLanguage) {
        $0.text(visit.title(need.title))
      }
      page.p(.class("meta")) { page in
        page.text(say.asked(visit.say.dates.day(need.asked), need.meToo))
        if let sent = need.sent { page.text(" · " + say.sent(visit.say.dates.day(sent))) }
      }
      if !need.comment.isEmpty {
        page.p { $0.strong { $0.text(say.askerSays) } }
        page.div(visit.writtenLanguage) { $0.paragraphs(need.comment) }
      }
      if !need.note.isEmpty {
        page.p { $0.strong { $0.text(say.referentsSay) } }
        page.div(visit.writtenLanguage) { $0.paragraphs(need.note) }
      }
    }
  }
}
