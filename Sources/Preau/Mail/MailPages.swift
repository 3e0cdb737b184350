import HTML
import HTTP

/// Where a member chooses mails, and where the link of a mail leads.
enum MailPages {
  static func choices(_ shown: MailChoicesShown, _ visit: Visit) -> Response {
    let say = visit.say.mail
    return visit.page(PageFrame(title: say.title)) { page in
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      page.head(say.title, say.introduction(shown.email))
      if let bounce = shown.bounce { refused(bounce, visit, &page) }
      page.form(MailRoutes.choices, visit, .class("card form")) { page in
        level(.personal, say.personal, shown.choices, visit, &page)
        level(.followed, say.followed, shown.choices, visit, &page)
        page.checkbox(
          Field(name: "calme", label: say.quiet, hint: say.quietHint),
          isChecked: !shown.mayDisturb, visit.say.site)
        page.checkbox(
          Field(name: "daily", label: say.dailyDigest, hint: say.dailyHint),
          isChecked: shown.choices.levels[.digest(.daily)] != .never, visit.say.site)
        page.checkbox(
          Field(name: "weekly", label: say.weeklyDigest, hint: say.weeklyHint),
          isChecked: shown.choices.levels[.digest(.weekly)] != .never, visit.say.site)
        if !shown.offered.isEmpty {
          page.h2 { $0.text(say.exceptions) }
          page.p { $0.text(say.exceptionsHint) }
          for offer in shown.offered {
            level(offer.choice, say.name(offer), shown.choices, visit, &page)
          }
        }
        page.p { page in page.mainButton(visit.say.site.save) }
      }
    }
  }

  private static func refused(_ bounce: MailBounce, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.mail
    page.form("/mon-preau/courriels/adresse", visit, .class("notice notice--wait form")) { page in
      page.p { $0.text(say.refused(bounce.email, visit.say.dates.day(bounce.at))) }
      page.p(.lang("en")) { page in page.code { $0.text(bounce.answer) } }
      page.p { page in
        page.a(.href("/mon-preau/profil")) { $0.text(say.otherAddress) }
      }
      page.p { page in page.button(.class("button")) { $0.text(say.tryAgain) } }
    }
  }

  static func thread(
    _ thread: Thread, _ offered: [OfferedChoice], _ choices: MailChoices, _ visit: Visit
  ) -> Response {
    let say = visit.say.mail
    return visit.page(PageFrame(title: say.threadTitle)) { page in
      page.trail([(thread.address, thread.title)], visit)
      page.head(say.threadTitle)
      page.form(MailRoutes.address(of: thread.id), visit, .class("card form")) { page in
        for offer in offered { level(offer.choice, say.name(offer), choices, visit, &page) }
        page.p { page in page.mainButton(visit.say.site.save) }
      }
      page.p { page in
        page.a(.href(MailRoutes.choices)) { $0.text(say.allChoices) }
      }
    }
  }

  /// A list of levels, under the name that the routes read back.
  private static func level(
    _ choice: MailChoice, _ label: String, _ choices: MailChoices, _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.mail
    let name = "niveau-\(choice.scope)-\(choice.target)"
    let chosen = choices.levels[choice] ?? choice.usual
    page.div(.class("field")) { page in
      page.label(.for(name)) { $0.text(label) }
      page.select(.id(name), .named("name", name)) { page in
        if choice.usual == nil {
          page.option(.value(""), .flag("selected", chosen == nil)) { $0.text(say.asUsual) }
        }
        for level in MailLevel.allCases {
          page.option(.value(level.rawValue), .flag("selected", chosen == level)) {
            $0.text(say.level(level))
          }
        }
      }
    }
  }

  // MARK: Stopping from a mail

  static func askStop(_ stop: MailStop, _ visit: Visit) -> Response {
    let say = visit.say.mail
    var response = visit.page(PageFrame(title: say.stopTitle)) { page in
      page.head(say.stopTitle, say.askStop(stop.choice))
      let send: [Attribute] = [
        .named("method", literally: "post"), .address("action", MailRoutes.address(of: stop)),
      ]
      page.rawForm(send) { page in page.mainButton(say.doStop) }
    }
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response
  }

  static func stopped(_ stop: MailStop, _ visit: Visit) -> Response {
    let say = visit.say.mail
    return visit.page(PageFrame(title: say.stoppedTitle)) { page in
      page.head(say.stoppedTitle, say.stopped(stop.choice))
      page.p { page in
        page.a(.href(MailRoutes.choices)) { $0.text(say.allChoices) }
      }
    }
  }
}
