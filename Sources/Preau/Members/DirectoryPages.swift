import HTML
import HTTP

/// The pages by which administrators look after members.
enum DirectoryPages {
  static func list(
    _ visit: Visit, _ search: DirectoryStore.Search, _ entries: [DirectoryStore.Entry]
  ) -> Response {
    let say = visit.say.members.directory
    let shown = entries.prefix(DirectoryStore.perPage)
    return visit.page(PageFrame(title: say.title)) { page in
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      page.head(say.title)
      searchForm(visit, search, &page)
      if shown.isEmpty { page.p { $0.text(say.nobody) } }
      page.ul(.class("rows"), .role("list")) { page in
        for entry in shown { row(entry, visit, &page) }
      }
      if entries.count > DirectoryStore.perPage, let last = shown.last {
        next(visit, search, after: last.login, &page)
      }
    }
  }

  private static func searchForm(
    _ visit: Visit, _ search: DirectoryStore.Search, _ page: inout Page
  ) {
    let say = visit.say.members
    let roles = Member.Role.allCases.map { (value: $0.rawValue, label: say.role($0)) }
    page.askingForm("/membres", .class("card form form--row"), .role("search")) { page in
      page.textField(
        Field(name: "q", label: say.directory.name), value: search.words, type: "search",
        visit.say.site, .named("maxlength", literally: "100"))
      page.choice(
        Field(name: "role", label: say.directory.role),
        options: [(value: "", label: say.directory.anyRole)] + roles,
        chosen: search.role?.rawValue ?? "", visit.say.site)
      page.button(.class("button")) { $0.text(visit.say.site.search) }
    }
  }

  private static func row(
    _ entry: DirectoryStore.Entry, _ visit: Visit, _ page: inout Page
  ) {
    page.li { page in
      page.div { page in
        page.a(.href("/membres/\(entry.id.value)")) { $0.text(entry.name) }
        page.p(.class("meta")) { page in
          page.text(entry.login + " · ")
          page.text(
            visit.say.members.profile.roleSince(
              visit.say.members.role(entry.role), visit.say.dates.day(entry.joined)))
        }
      }
    }
  }

  private static func next(
    _ visit: Visit, _ search: DirectoryStore.Search, after login: String, _ page: inout Page
  ) {
    var address: Address = "/membres"
    if !search.words.isEmpty { address = address.adding("q", search.words) }
    if let role = search.role { address = address.adding("role", role.rawValue) }
    page.nav(.class("pager"), .label(visit.say.site.pages)) { page in
      page.a(.class("button"), .rel("next"), .href(address.adding("apres", login))) {
        $0.text(visit.say.site.next)
      }
    }
  }

  /// What an administrator can do, on a member's profile.
  static func powers(
    over card: ProfileStore.Card, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.members
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.directory.powers) }
      page.form("/membres/\(card.id.value)/role", visit, .class("form form--row")) { page in
        page.choice(
          Field(name: "role", label: say.directory.role, hint: say.directory.roleHint),
          options: Member.Role.allCases.map { (value: $0.rawValue, label: say.role($0)) },
          chosen: card.role.rawValue, visit.say.site)
        page.button(.class("button")) { $0.text(say.directory.changeRole) }
      }
      if card.role == .administrator {
        page.p(.class("meta")) { $0.text(say.directory.noCodeForAdministrators) }
        return
      }
      if card.isSuspended {
        page.form("/membres/\(card.id.value)/retablissement", visit, .class("form")) { page in
          page.p(.class("notice notice--wait")) { $0.text(say.directory.isSuspended) }
          page.p { page in
            page.button(.class("button")) { $0.text(say.directory.restore) }
          }
        }
        return
      }
      page.form("/membres/\(card.id.value)/code", visit, .class("form")) { page in
        page.p(.class("meta")) { $0.text(say.directory.codeHint) }
        page.p { page in
          page.button(.class("button")) { $0.text(say.directory.issueCode) }
        }
      }
      page.p { page in
        page.a(.class("button"), .href("/membres/\(card.id.value)/suspension")) {
          $0.text(say.directory.suspend)
        }
      }
    }
  }

  /// Asks again before somebody may do everything.
  static func confirmAdministrator(_ member: Member, _ visit: Visit) -> Response {
    let say = visit.say.members.directory
    let title = say.makeAdministratorTitle(member.name)
    return visit.page(PageFrame(title: title)) { page in
      page.trail([("/membres", say.title), ("/membres/\(member.id.value)", member.name)], visit)
      page.head(title, say.makeAdministratorAdvice)
      page.form("/membres/\(member.id.value)/role", visit) { page in
        page.input(.type("hidden"), .name("role"), .value(Member.Role.administrator.rawValue))
        page.input(.type("hidden"), .name("confirme"), .value("oui"))
        page.p(.class("actions")) { page in
          page.mainButton(say.makeAdministrator)
          page.a(.class("button"), .href("/membres/\(member.id.value)")) {
            $0.text(visit.say.site.cancel)
          }
        }
      }
    }
  }

  /// A code, once.
  static func code(_ visit: Visit, _ code: WrittenCode, for member: Member) -> Response {
    let say = visit.say.members.directory
    let expires = visit.now + ResetCodeStore.secondsOfLife
    var response = visit.page(PageFrame(title: say.codeTitle)) { page in
      page.trail(
        [("/membres", say.title), ("/membres/\(member.id.value)", member.name)], visit)
      page.head(say.codeTitle)
      page.div(.class("card")) { page in
        page.p { $0.text(say.codeFor(member.name, member.login)) }
        page.p(.class("secret prose")) { page in page.code { $0.text(code.text) } }
        page.p { $0.text(say.codeAdvice(visit.say.dates.full(expires))) }
      }
    }
    response["Cache-Control"] = "no-store"
    return response
  }

  /// Why something cannot be done to a member.
  static func refused(_ visit: Visit, _ reason: String) -> Response {
    let say = visit.say.members.directory
    return visit.page(
      PageFrame(title: say.refused, status: 422, hasProblems: true)
    ) { page in
      page.head(say.refused, reason)
      page.p { page in
        page.a(.class("button"), .href("/membres")) { $0.text(say.title) }
      }
    }
  }
}
