import HTML
import HTTP

/// The versions of a tutorial, and what one says otherwise than another.
enum TutorialVersionPages {
  static func list(
    _ view: TutorialView, _ versions: [TutorialVersion], _ change: TutorialChange?,
    _ contributors: [Int: [Author]], _ visit: Visit
  ) -> Response {
    let say = visit.say.tutorials
    let address: Address = "/tutoriels/\(view.tutorial.id.value)/versions"
    return visit.page(PageFrame(title: say.versions, menu: .tutorials)) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(say.versions) }
        page.p { page in
          page.a(.href(view.tutorial.address)) { $0.text("← " + visit.title(view.tutorial.title)) }
        }
      }
      if let change { self.change(change, versions, address, visit, &page) }
      page.section { page in
        page.h2 { $0.text(say.allVersions) }
        page.ol(.class("rows"), .role("list")) { page in
          for version in versions {
            row(version, view, contributors[version.number] ?? [], visit, &page)
          }
        }
      }
    }
  }

  private static func row(
    _ version: TutorialVersion, _ view: TutorialView, _ contributors: [Author], _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.tutorials
    page.li { page in
      page.div { page in
        page.a(.href(Tutorial.address(view.tutorial.id, version: version.number))) {
          $0.text(say.version(version.number))
        }
        if version.number == view.tutorial.pointers.published {
          page.text(" ")
          page.span(.class("state state--solved")) { $0.text(say.published) }
        }
        page.p(.class("meta")) { page in
          page.signature(version.author, visit)
          page.text(" · ")
          page.moment(version.published ?? version.created, visit)
          if !version.message.isEmpty { page.text(" · " + visit.title(version.message)) }
          if !contributors.isEmpty {
            page.text(" · " + visit.say.suggestions.from + " ")
            page.signatures(contributors, visit)
          }
        }
      }
    }
  }

  private static func change(
    _ change: TutorialChange, _ versions: [TutorialVersion], _ address: Address, _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.tutorials
    let options = versions.map { (String($0.number), say.version($0.number)) }
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.compared(change.from.number, change.to.number)) }
      page.askingForm(address, .class("buttons")) { page in
        page.choice(
          Field(name: "de", label: say.compareFrom), options: options,
          chosen: String(change.from.number), visit.say.site)
        page.choice(
          Field(name: "a", label: say.compareTo), options: options,
          chosen: String(change.to.number), visit.say.site)
        page.button(.class("button")) { $0.text(say.compare) }
      }
      if change.from.title != change.to.title {
        page.h3 { $0.text(visit.say.threads.threadTitle) }
        PostPages.difference(
          from: visit.title(change.from.title), to: visit.title(change.to.title),
          visit.say.threads, &page)
      }
      page.h3 { $0.text(say.body) }
      PostPages.difference(
        from: visit.masked(change.from.body).plainText, to: visit.masked(change.to.body).plainText,
        visit.say.threads, &page)
      if change.from.licence != change.to.licence {
        page.p { page in
          page.text(visit.say.licences.title + visit.say.site.colon)
          page.del { $0.text(visit.say.licences.name(change.from.licence)) }
          page.text(" ")
          page.ins { $0.text(visit.say.licences.name(change.to.licence)) }
        }
      }
    }
  }
}
