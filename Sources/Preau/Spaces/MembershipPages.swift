import HTML
import HTTP

/// What the page of a space's members shows.
struct MembershipPage {
  let profile: SpaceProfile
  var referents: [Author] = []
  var members: [SpaceMember] = []
  var next: MemberCursor?
  var isFirst = true
  var search: MemberSearch?
  var found: [FoundMember] = []
  var refusal: MembershipRefusal?

  fileprivate var address: Address { "/espaces/\(profile.space.slug)/membres" }
}

extension Visit {
  func membershipPage(_ content: MembershipPage) -> Response {
    let say = self.say.spaces
    let space = content.profile.space
    let rights = content.profile.rights
    let title = say.membersTitle(space.name)
    let frame = PageFrame(
      title: title, menu: .spaces, status: content.refusal == nil ? 200 : 422,
      hasProblems: content.refusal != nil)
    return page(frame) { page in
      page.div(.class("head")) { page in
        page.ol(.class("trail"), .role("list")) { page in
          page.li { page in page.a(.href("/espaces")) { $0.text(say.title) } }
          page.li { page in
            if rights.mayRead {
              page.a(.href(space.address)) { $0.text(space.name) }
            } else {
              page.text(space.name)
            }
          }
        }
        page.h1 { $0.text(title) }
        if let refusal = content.refusal {
          page.p(.class("problem"), .role("alert")) { $0.text(say.refused(refusal)) }
        }
        if rights.mayAppoint { page.p { $0.text(say.appointAdvice) } }
        if rights.mayAdmit { page.p { $0.text(say.admitAdvice) } }
        if rights.mayEdit && !rights.mayRead {
          page.p { page in
            page.a(.href("/espaces/\(space.slug)/modifier")) { $0.text(say.edit) }
          }
        }
      }
      if rights.mayAdmit || rights.mayAppoint { page.memberSearch(content, self) }
      page.referentList(content, self)
      page.memberList(content, self)
      page.gestures(self)
    }
  }
}

extension Page {
  fileprivate mutating func memberSearch(_ content: MembershipPage, _ visit: Visit) {
    let say = visit.say.spaces
    section(.class("card stack")) { page in
      page.askingForm(content.address, .class("stack"), .role("search")) { page in
        page.textField(
          Field(name: "cherche", label: say.search, hint: say.searchHint),
          value: content.search?.text ?? "", type: "search", visit.say.site)
        page.p { page in
          page.button(.class("button")) { $0.text(say.startSearch) }
        }
      }
      guard let search = content.search else { return }
      if content.found.isEmpty {
        page.p(.class("empty"), .role("status")) { $0.text(say.foundNobody(search.text)) }
        return
      }
      page.h2 { $0.text(say.found(search.text)) }
      page.people(content.found.map { ($0.author, visit.say.members.role($0.author.role)) }, visit)
      {
        page, author in
        let role = content.found.first { $0.author.id == author.id }?.role
        page.entryButtons(author, role, content, visit)
      }
    }
  }

  private mutating func entryButtons(
    _ author: Author, _ role: Space.Role?, _ content: MembershipPage, _ visit: Visit
  ) {
    let rights = content.profile.rights
    let slug = content.profile.space.slug
    let say = visit.say.spaces
    if rights.mayAdmit && !rights.isClosed && role == nil {
      memberButton("/espaces/\(slug)/membres", author, say.admit(author.name))
    }
    let isOneself = author.id == visit.viewer.member?.id
    if role != .referent,
      content.profile.mayAppoint(oneself: isOneself, beside: content.referents)
    {
      memberButton("/espaces/\(slug)/referents", author, say.appoint(author.name))
    }
  }

  fileprivate mutating func referentList(_ content: MembershipPage, _ visit: Visit) {
    let say = visit.say.spaces
    section(.class("stack")) { page in
      page.h2 { $0.text(say.referents) }
      if content.referents.isEmpty { page.p(.class("empty")) { $0.text(say.noReferent) } }
      let lines = content.referents.map { ($0, visit.say.members.role($0.role)) }
      page.people(lines, visit) { page, author in
        guard content.profile.rights.mayAppoint else { return }
        page.memberButton(
          "/espaces/\(content.profile.space.slug)/referents/retrait", author,
          say.dismiss(author.name))
      }
    }
  }

  fileprivate mutating func memberList(_ content: MembershipPage, _ visit: Visit) {
    let say = visit.say.spaces
    let rights = content.profile.rights
    section(.class("stack")) { page in
      page.h2 { $0.text(say.memberList) }
      guard rights.maySeeMembers else {
        page.p { $0.text(say.closedMembers) }
        return
      }
      if content.members.isEmpty { page.p(.class("empty")) { $0.text(say.noMembers) } }
      let lines = content.members.map {
        ($0.author, say.joinedOn(visit.say.dates.day($0.joined)))
      }
      page.people(lines, visit) { page, author in
        guard rights.mayAdmit else { return }
        page.memberButton(
          "/espaces/\(content.profile.space.slug)/membres/retrait", author,
          say.remove(author.name))
      }
      page.memberPager(content, visit)
    }
  }

  private mutating func memberPager(_ content: MembershipPage, _ visit: Visit) {
    if content.next == nil && content.isFirst { return }
    nav(.class("pager"), .label(visit.say.site.pages)) { page in
      if !content.isFirst {
        page.a(.class("button"), .href(content.address)) { $0.text(visit.say.spaces.first) }
      }
      if let next = content.next {
        page.a(
          .class("button"), .rel("next"), .href(content.address.adding("apres", next.text))
        ) { $0.text(visit.say.site.next) }
      }
    }
  }

  private mutating func people(
    _ people: [(author: Author, remark: String)], _ visit: Visit,
    buttons: (inout Page, Author) -> Void
  ) {
    if people.isEmpty { return }
    ul(.class("people"), .role("list")) { page in
      for person in people {
        page.li { page in
          page.face(person.author, visit)
          page.span { page in
            page.signature(person.author, visit)
            page.span(.class("meta")) { $0.text(" · " + person.remark) }
          }
          buttons(&page, person.author)
        }
      }
    }
  }

  private mutating func memberButton(_ action: Address, _ author: Author, _ label: String) {
    gesture(
      action, .class("button button--quiet"), .name("membre"), .value(String(author.id.value))
    ) { $0.text(label) }
  }
}
