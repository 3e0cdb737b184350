import HTML
import HTTP

/// Which seals a space asks for, and who gives that of the trade.
enum ReviewSettingsPages {
  static func show(_ settings: ReviewSettings, _ visit: Visit) -> Response {
    let say = visit.say.reviews
    let space = settings.space
    return visit.page(PageFrame(title: say.settingsOf(space.name), menu: .spaces)) { page in
      page.trail([("/espaces", visit.say.site.spaces), (space.address, space.name)], visit)
      page.head(say.settingsOf(space.name), say.settingsAdvice)
      page.form(
        ReviewSettingsRoutes.address(of: space), visit, .class("card form stack")
      ) { page in
        for seal in ReviewSeal.allCases {
          page.checkbox(
            Field(name: seal.field, label: say.asks(seal), hint: say.givenBy(seal)),
            isChecked: settings.seals.contains(seal), visit.say.site)
        }
        page.p { $0.mainButton(visit.say.site.save) }
      }
      named(settings, visit, &page)
      page.gestures(visit)
    }
  }

  private static func named(_ settings: ReviewSettings, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.reviews
    let slug = settings.space.slug
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.named) }
      page.p { $0.text(say.namedAdvice) }
      if settings.named.isEmpty { page.p(.class("meta")) { $0.text(say.noneNamed) } }
      people(settings.named, visit, &page) { page, author in
        page.gesture(
          "/espaces/\(slug)/sceaux/metier/retrait", .class("button button--quiet"),
          .name("membre"), .value(String(author.id.value))
        ) { $0.text(say.dismiss(visit.name(of: author))) }
      }
      page.askingForm(
        ReviewSettingsRoutes.address(of: settings.space), .class("stack"), .role("search")
      ) { page in
        page.textField(
          Field(name: "cherche", label: visit.say.spaces.search),
          value: settings.search?.text ?? "", type: "search", visit.say.site)
        page.p { page in
          page.button(.class("button")) { $0.text(visit.say.spaces.startSearch) }
        }
      }
      guard let search = settings.search else { return }
      let others = settings.found.filter { one in
        !settings.named.contains { $0.id == one.id } && one.role != .professional
      }
      if others.isEmpty {
        page.p(.class("empty"), .role("status")) {
          $0.text(visit.say.spaces.foundNobody(search.text))
        }
      }
      people(others, visit, &page) { page, author in
        page.gesture(
          "/espaces/\(slug)/sceaux/metier", .class("button button--quiet"), .name("membre"),
          .value(String(author.id.value))
        ) { $0.text(say.name(visit.name(of: author))) }
      }
    }
  }

  private static func people(
    _ people: [Author], _ visit: Visit, _ page: inout Page,
    button: (inout Page, Author) -> Void
  ) {
    if people.isEmpty { return }
    page.ul(.class("people"), .role("list")) { page in
      for author in people {
        page.li { page in
          page.face(author, visit)
          page.span { page in
            page.signature(author, visit)
            page.span(.class("meta")) { $0.text(" · " + visit.say.members.role(author.role)) }
          }
          button(&page, author)
        }
      }
    }
  }
}
