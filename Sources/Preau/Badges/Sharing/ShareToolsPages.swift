import HTML
import HTTP

/// What a learner does with links: making them, using them, taking them back.
enum ShareToolsPages {
  /// One link, and all the ways to show it.
  static func show(_ tools: ShareTools, _ visit: Visit) -> Response {
    let say = visit.say.badgeShares
    let whole = visit.site.badges.base + tools.address.text
    return visit.page(PageFrame(title: say.linkTitle, menu: .badges)) { page in
      page.trail(
        [
          ("/badges", visit.say.badges.title), ("/mes-badges", visit.say.badges.mine),
          (tools.back, tools.title),
        ], visit)
      page.head(say.linkTitle, say.linkAdvice)
      page.section(.class("card link-card")) { page in
        page.qr(whole, label: say.qrLabel)
        page.div(.class("stack")) { page in
          page.copied("adresse", say.address, whole, rows: 2)
          page.p(.class("meta")) { page in
            page.text(tools.name.isEmpty ? say.noName : say.named(tools.name))
            page.text(" ")
            page.text(
              tools.expires.map { say.opensUntil(visit.say.dates.day($0)) } ?? say.opensAlways)
          }
          page.p(.class("actions no-print")) { page in
            page.a(.class("button button--main"), .href(tools.address)) { $0.text(say.seeIt) }
            page.gesture(tools.withdrawal, .class("button")) {
              $0.text(visit.say.badges.withdraw)
            }
          }
        }
      }
      ways(tools, whole, visit, &page)
      page.gestures(visit)
    }
  }

  private static func ways(
    _ tools: ShareTools, _ whole: String, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.badgeShares
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.onPaper) }
      if tools.sheet != nil, let file = Address(ownPath: tools.address.text + "/certificat.pdf") {
        page.certificate(file, visit)
      }
      page.p { $0.text(say.onPaperAdvice) }
    }
    if let address = tools.sheet?.linkedIn(page: whole) {
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(say.onLinkedIn) }
        page.p { $0.text(say.onLinkedInAdvice) }
        page.p { page in
          page.a(.class("button"), .href(address), .rel("noopener noreferrer")) {
            $0.text(say.addToLinkedIn)
          }
        }
      }
    }
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.inAPage) }
      page.p { $0.text(say.inAPageAdvice) }
      page.copied(
        "integrer", say.code,
        EmbedSnippet.text(
          visit.site.badges.base + tools.address.embedded.text, title: tools.title,
          height: tools.sheet == nil
            ? EmbeddedPages.collectionHeight : EmbeddedPages.badgeHeight), rows: 4)
    }
  }
}

/// A link in a list.
struct ShareLine {
  let address: Address
  /// Where its learner uses it.
  let tools: Address
  let withdrawal: Address
  let name: String
  let expires: Instant?
  let isOpen: Bool
}

extension Page {
  /// Something to be copied elsewhere, as it is.
  fileprivate mutating func copied(_ id: String, _ label: String, _ text: String, rows: Int) {
    div(.class("field")) { page in
      page.label(.for(id)) { $0.text(label) }
      page.textarea(
        .id(id), .flag("readonly", true), .named("rows", String(rows)),
        .named("spellcheck", literally: "false")
      ) {
        $0.literal("\n")
        $0.text(text)
      }
    }
  }

  /// The links that there are, and the form that makes another.
  ///
  /// - Parameter offersWords: whether the learner has words of their own that can be shown, too.
  mutating func shareLinks(
    _ lines: [ShareLine], action: Address, advice: String, offersWords: Bool, _ visit: Visit
  ) {
    let say = visit.say.badges
    section(.class("card stack no-print"), .id("liens")) { page in
      page.h2 { $0.text(say.share) }
      page.p { $0.text(advice) }
      if !lines.isEmpty {
        page.ul(.class("rows"), .role("list")) { page in
          for line in lines { page.li { page in page.shareLine(line, visit) } }
        }
      }
      page.form(action, visit, .class("form")) { page in
        page.textField(
          Field(name: "nom", label: say.nameThere, hint: say.nameThereHint, isOptional: true),
          value: "", visit.say.site, .autocomplete("off"),
          .named("maxlength", literally: "120"))
        page.choice(
          Field(name: "duree", label: say.howLong),
          options: BadgeShareDraft.lives.map { (String($0), say.days($0)) }
            + [("", say.untilWithdrawn)], chosen: String(BadgeShareDraft.usualLife),
          visit.say.site)
        if offersWords {
          page.checkbox(
            Field(name: "avec-mots", label: visit.say.badgeShares.showWords), isChecked: false,
            visit.say.site)
        }
        page.button(.class("button button--main")) { $0.text(say.makeLink) }
      }
    }
  }

  private mutating func shareLine(_ line: ShareLine, _ visit: Visit) {
    let say = visit.say.badges
    span { page in
      if line.isOpen {
        page.a(.href(line.address)) { $0.text(visit.site.badges.base + line.address.text) }
      } else {
        page.text(say.withdrawn)
      }
      if let expires = line.expires {
        page.text(" · " + say.until(visit.say.dates.day(expires)))
      }
      if !line.name.isEmpty { page.text(" · «\u{00A0}\(line.name)\u{00A0}»") }
    }
    if !line.isOpen { return }
    span(.class("actions")) { page in
      page.a(.class("button"), .href(line.tools)) { $0.text(visit.say.badgeShares.use) }
      page.gesture(line.withdrawal, .class("button button--quiet")) { $0.text(say.withdraw) }
    }
  }
}
