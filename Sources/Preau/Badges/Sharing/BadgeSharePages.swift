import HTML
import HTTP

/// What somebody sees who follows a link to a badge: in plain words, for an employer or a family.
enum BadgeSharePages {
  static func show(_ showing: BadgeShowing, _ visit: Visit) -> Response {
    let say = visit.say.badges
    let sheet = showing.sheet
    let title =
      showing.name.isEmpty
      ? sheet.version.name : say.earnedTitle(showing.name, sheet.version.name)
    var frame = PageFrame(
      title: title, canonical: showing.address, summary: sheet.version.description, reads: true)
    frame.card = showing.collection.map(\.address.card) ?? showing.address.card
    return visit.page(frame) { page in
      if let shelf = showing.collection { page.trail([(shelf.address, shelf.title)], visit) }
      page.article(.class("badge-public card")) { page in
        head(showing, visit, &page)
        if sheet.award.state == .revoked {
          page.div(.class("notice notice--wait")) { page in
            page.p { page in page.strong { $0.text(say.revokedBecause) } }
            page.div(visit.writtenLanguage) { $0.paragraphs(sheet.award.reason) }
          }
        }
        words(showing, visit, &page)
        page.section(.class("prose")) { page in
          page.h2 { $0.text(say.howAssessed) }
          page.div(visit.writtenLanguage) { $0.markdown(sheet.version.criteria) }
        }
        evidence(sheet, visit, &page)
        page.endorsements(sheet.endorsed.visible, visit)
        facts(showing, visit, &page)
        foot(showing, visit, &page)
      }
    }
  }

  private static func head(_ showing: BadgeShowing, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.badges
    let sheet = showing.sheet
    page.header(.class("badge-public__head")) { page in
      page.drawing(of: sheet.version)
      page.div { page in
        page.p(.class("badge-public__who")) {
          $0.text(showing.name.isEmpty ? say.earnedBySomebody : say.earnedBy(showing.name))
        }
        page.h1(visit.writtenLanguage) { $0.text(sheet.version.name) }
        page.p(.class("badge-public__what"), visit.writtenLanguage) {
          $0.text(sheet.version.description)
        }
        page.p { page in page.standing(sheet.award, visit) }
        page.p(.class("actions no-print")) { page in
          page.a(.class("button button--main"), .href(showing.address.verification)) {
            $0.text(say.verify)
          }
        }
      }
    }
  }

  /// What was seen, and what the learner says.
  private static func words(_ showing: BadgeShowing, _ visit: Visit, _ page: inout Page) {
    let narrative = showing.sheet.award.narrative
    if !narrative.isEmpty {
      page.section(.class("badge-public__words")) { page in
        page.h2 { $0.text(visit.say.badges.whatWasSaid) }
        page.blockquote(visit.writtenLanguage) { $0.paragraphs(narrative) }
        if let by = showing.by, visit.isNamed(by) {
          page.p(.class("meta")) { $0.text("— " + visit.name(of: by)) }
        }
      }
    }
    if showing.reflection.isEmpty { return }
    page.section(.class("badge-public__words")) { page in
      page.h2 { $0.text(visit.say.badgeShares.learnerSays) }
      page.blockquote(visit.writtenLanguage) { $0.paragraphs(showing.reflection) }
    }
  }

  private static func evidence(_ sheet: BadgeSheet, _ visit: Visit, _ page: inout Page) {
    let shown = sheet.evidence.filter(\.isShown)
    if shown.isEmpty { return }
    page.section { page in
      page.h2 { $0.text(visit.say.badges.evidence) }
      page.ul { page in
        for one in shown {
          page.li(visit.writtenLanguage) { page in
            page.evidence(one.address, one.name.isEmpty ? one.words : one.name)
          }
        }
      }
    }
  }

  private static func facts(_ showing: BadgeShowing, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.badges
    let sheet = showing.sheet
    page.dl(.class("badge-facts")) { page in
      page.fact(say.givenBy, visit) { page in
        page.text(sheet.badge.issuer.name)
        // A learner who assessed nobody's badges is named nowhere; a teacher signs.
        if let by = showing.by, visit.isNamed(by) { page.text(", " + visit.name(of: by)) }
      }
      page.fact(say.givenOn, visit) { $0.text(visit.say.dates.day(sheet.award.issued)) }
      page.fact(say.validity, visit) {
        $0.text(sheet.award.expires.map { say.until(visit.say.dates.day($0)) } ?? say.forEver)
      }
    }
  }

  /// What can be taken along; on paper, the way back.
  private static func foot(_ showing: BadgeShowing, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.badgeShares
    page.printedWay(showing.address, visit)
    guard showing.collection == nil, showing.sheet.award.state == .accepted else { return }
    page.div(.class("badge-public__foot no-print")) { page in
      if let file = Address(ownPath: showing.address.text + "/certificat.pdf") {
        page.certificate(file, visit)
      }
      page.p { page in
        page.text(say.takeAlong + visit.say.site.colon)
        for (index, file) in BadgeShowing.files.enumerated() {
          if index > 0 { page.text(", ") }
          let address = Address(ownPath: showing.address.text + "/fichiers/" + file.word)
          page.a(.href(address ?? showing.address), .flag("download", true)) {
            $0.text(visit.say.badges.fileName(file))
          }
        }
      }
      page.p(.class("meta")) { $0.text(say.pictureAdvice) }
    }
  }
}

extension Page {
  /// On paper: the dots and the address that lead back to a page.
  mutating func printedWay(_ address: Address, _ visit: Visit) {
    let whole = visit.site.badges.base + address.text
    div(.class("only-print printed-way")) { page in
      page.qr(whole, label: visit.say.badgeShares.qrLabel)
      page.p { page in
        page.text(visit.say.badgeShares.toVerify)
        page.br()
        page.text(whole)
      }
    }
  }
}
