import HTML
import HTTP

/// The page on which a badge is issued anew to an address.
enum BadgeReissuePages {
  /// Whether a badge is one that an address could replace, on a site that sends mails.
  static func isPossible(_ sheet: BadgeSheet, _ visit: Visit) -> Bool {
    let award = sheet.award
    return award.state == .accepted && award.identityKind == .identifier && !award.isTest
      && !award.isExpired(at: visit.now) && visit.site.configuration.mail.url != nil
  }

  /// The way in, on the page of the badge.
  static func way(_ sheet: BadgeSheet, _ visit: Visit, _ page: inout Page) {
    guard isPossible(sheet, visit) else { return }
    let say = visit.say.badgeReissues
    page.section(.class("card stack no-print")) { page in
      page.h2 { $0.text(say.title) }
      page.p { $0.text(say.advice) }
      page.p(.class("actions")) { page in
        page.a(.class("button"), .href("/mes-badges/\(sheet.award.id.value)/adresse")) {
          $0.text(say.begin)
        }
      }
    }
  }

  static func show(
    _ found: BadgeReissuing, _ problems: FormProblems, _ visit: Visit
  ) -> Response {
    let say = visit.say.badgeReissues
    let award = found.sheet.award
    let frame = PageFrame(
      title: say.title, menu: .badges, status: problems.isEmpty ? 200 : 422,
      hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.trail(
        [
          ("/badges", visit.say.badges.title), ("/mes-badges", visit.say.badges.mine),
          (award.address, found.sheet.version.name),
        ], visit)
      page.head(say.title, found.email.map(say.whatHappens) ?? say.advice)
      page.problems(problems.list, visit.say.site)
      if found.email == nil {
        page.p(.class("actions")) { page in
          page.a(.class("button"), .href("/mon-preau/profil")) { $0.text(say.addAddress) }
        }
        return
      }
      let isConfirmed = found.address?.isConfirmed ?? false
      let isOpen = found.address?.isOpen(at: visit.now) ?? false
      if !isConfirmed {
        page.section(.class("card stack")) { page in
          page.p { page in
            if let address = found.address, isOpen {
              page.text(say.codeStands(address.mail))
            } else {
              page.text(say.codeAdvice)
            }
          }
          page.p(.class("actions")) { page in
            page.gesture("/mes-badges/\(award.id.value)/adresse/code", .class("button")) {
              $0.text(isOpen ? say.sendAgain : say.sendCode)
            }
          }
        }
      }
      if isConfirmed || isOpen {
        page.form("/mes-badges/\(award.id.value)/adresse", visit, .class("card stack form")) {
          page in
          if !isConfirmed {
            page.textField(
              Field(name: "code", label: say.code, problem: problems["code"]), value: "",
              visit.say.site, .autocomplete("one-time-code"))
          }
          page.p(.class("actions")) { page in
            page.mainButton(say.reissue)
            page.a(.class("button"), .href(award.address)) { $0.text(visit.say.site.cancel) }
          }
        }
      }
      if !isConfirmed { page.gestures(visit) }
    }
  }
}
