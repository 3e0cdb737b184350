import HTML
import HTTP

/// Somebody's own badges.
enum OwnBadgePages {
  /// - Parameter all: what the filter has chosen from.
  static func list(
    _ all: [BadgeSheet], _ filter: OwnBadgeFilter, _ progress: [BadgeProgress],
    imported: [ImportedBadge], _ visit: Visit
  ) -> Response {
    let say = visit.say.badges
    let sheets = all.filter { filter.admits($0, at: visit.now) }
    return visit.page(PageFrame(title: say.mine, menu: .badges)) { page in
      page.trail([("/badges", say.title)], visit)
      page.head(say.mine, say.mineAdvice)
      page.p(.class("actions no-print")) { page in
        page.a(.class("button"), .href(BadgeCollectionPages.address)) {
          $0.text(visit.say.badgeCollections.title)
        }
        page.a(.class("button button--quiet"), .href("/badges")) { $0.text(say.seeAll) }
      }
      page.ownBadgeFilter(
        filter, issuers: Set(all.map(\.badge.issuer.name)).sorted(), count: all.count, visit)
      if sheets.isEmpty {
        page.p(.class("empty")) { page in
          page.text(filter.isEmpty ? say.noneYet + " " : visit.say.badgeCollections.nothingFound)
          if filter.isEmpty { page.a(.href("/badges")) { $0.text(say.seeAll) } }
        }
      }
      if !sheets.isEmpty { cards(sheets, visit, &page) }
      page.importedBadges(imported, visit)
      page.badgeProgress(progress, visit)
      page.p(.class("actions no-print")) { page in
        page.a(.class("button"), .href("/mes-badges/apporter")) {
          $0.text(visit.say.imported.bring)
        }
        page.a(.class("button button--quiet"), .href("/mes-badges/recommandations")) {
          $0.text(visit.say.endorsing.mine)
        }
        if all.contains(where: { $0.award.state == .accepted }) || !imported.isEmpty {
          page.a(.class("button"), .href("/mes-badges/tout"), .flag("download", true)) {
            $0.text(say.takeAll)
          }
        }
      }
    }
  }

  private static func cards(_ sheets: [BadgeSheet], _ visit: Visit, _ page: inout Page) {
    page.ul(.class("badges"), .role("list")) { page in
      for sheet in sheets {
        page.li(.class("card")) { page in
          page.drawing(of: sheet.version)
          page.h2 { page in
            page.a(.href(sheet.award.address), visit.writtenLanguage) {
              $0.text(sheet.version.name)
            }
          }
          page.p { page in
            page.standing(sheet.award, visit)
            page.text(" " + visit.say.dates.day(sheet.award.issued))
          }
        }
      }
    }
  }

  /// - Parameter agreement: nil where the badge needs none to be shown.
  static func show(
    _ sheet: BadgeSheet, _ shares: [BadgeShare], _ visit: Visit, agreement: BadgeAgreement?
  ) -> Response {
    let say = visit.say.badges
    let award = sheet.award
    return visit.page(PageFrame(title: sheet.version.name, menu: .badges, reads: true)) { page in
      page.trail([("/badges", say.title), ("/mes-badges", say.mine)], visit)
      page.div(.class("badge-head")) { page in
        page.drawing(of: sheet.version)
        page.div(.class("head")) { page in
          page.h1(visit.writtenLanguage) { $0.text(sheet.version.name) }
          page.p { page in
            page.span(.class("state")) { $0.text(say.standing(award, at: visit.now)) }
          }
          page.p(visit.writtenLanguage) { $0.text(sheet.version.description) }
        }
      }
      if award.state == .revoked {
        page.div(.class("notice")) { page in
          page.p { page in page.strong { $0.text(say.revokedBecause) } }
          page.div(visit.writtenLanguage) { $0.paragraphs(award.reason) }
        }
      }
      earned(sheet, visit, &page)
      switch award.state {
      case .offered: answer(sheet, visit, &page)
      case .accepted:
        BadgeAgreementPages.notice(agreement, visit, &page)
        sharing(sheet, shares, visit, &page)
        EndorsementPages.own(sheet, visit, &page)
        files(sheet, visit, &page)
        reflection(sheet, visit, &page)
        BadgeReissuePages.way(sheet, visit, &page)
      case .refused, .revoked: break
      }
      page.p(.class("actions no-print")) { page in
        page.a(.class("button button--quiet"), .href("/badges/\(sheet.badge.id.value)")) {
          $0.text(say.aboutBadge)
        }
        page.a(.class("button button--quiet"), .href("/mes-badges/\(award.id.value)/suppression")) {
          $0.text(say.delete)
        }
      }
      page.gestures(visit)
    }
  }

  private static func earned(_ sheet: BadgeSheet, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.badges
    let award = sheet.award
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.howEarned) }
      page.dl(.class("badge-facts")) { page in
        page.fact(say.givenBy, visit) { $0.text(sheet.badge.issuer.name) }
        page.fact(say.givenOn, visit) { $0.text(visit.say.dates.day(award.issued)) }
        page.fact(say.validity, visit) {
          $0.text(award.expires.map { say.until(visit.say.dates.day($0)) } ?? say.forEver)
        }
      }
      if !award.narrative.isEmpty {
        page.blockquote(visit.writtenLanguage) { $0.paragraphs(award.narrative) }
      }
    }
  }

  private static func answer(_ sheet: BadgeSheet, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.badges
    page.form(
      "/mes-badges/\(sheet.award.id.value)/reponse", visit, .class("card form")
    ) { page in
      page.h2 { $0.text(say.doYouTakeIt) }
      page.p { $0.text(say.takeAdvice) }
      page.checkbox(
        Field(name: "en-ligne", label: say.putOnline, hint: say.putOnlineHint), isChecked: false,
        visit.say.site)
      if !sheet.evidence.isEmpty {
        page.fieldset(.class("field stack")) { page in
          page.legend { $0.text(say.showEvidence) }
          for (index, one) in sheet.evidence.enumerated() {
            let id = "preuve-\(index + 1)"
            page.div(.class("field field--check")) { page in
              page.input(
                .type("checkbox"), .id(id), .name("preuve"), .value(String(index + 1)))
              page.label(.for(id)) { $0.text(one.name.isEmpty ? one.words : one.name) }
            }
          }
        }
      }
      page.p(.class("actions")) { page in
        page.button(.class("button button--main"), .name("avis"), .value("accepter")) {
          $0.text(say.take)
        }
        page.button(.class("button"), .name("avis"), .value("refuser")) { $0.text(say.decline) }
      }
    }
  }

  private static func sharing(
    _ sheet: BadgeSheet, _ shares: [BadgeShare], _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.badges
    let award = sheet.award
    page.shareLinks(
      shares.map { share in
        ShareLine(
          address: share.address, tools: "/mes-badges/liens/\(share.id.value)",
          withdrawal: "/mes-badges/liens/\(share.id.value)/retrait", name: share.name,
          expires: share.expires, isOpen: share.isOpen(at: visit.now))
      }, action: "/mes-badges/\(award.id.value)/liens", advice: say.shareAdvice,
      offersWords: !award.reflection.isEmpty, visit)
    page.section(.class("card stack no-print"), .id("en-ligne")) { page in
      page.h2 { $0.text(say.online) }
      page.p { $0.text(award.isPublished ? say.isOnline : say.isNotOnline) }
      page.gesture("/mes-badges/\(award.id.value)/publication", .class("button")) {
        $0.text(award.isPublished ? say.takeOffline : say.putOnline)
      }
    }
  }

  private static func files(_ sheet: BadgeSheet, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.badges
    page.section(.class("card stack no-print")) { page in
      page.h2 { $0.text(say.takeAlong) }
      page.p { $0.text(say.takeAlongAdvice) }
      page.certificate("/mes-badges/\(sheet.award.id.value)/certificat.pdf", visit)
      page.ul { page in
        for file in OwnBadgeFile.all {
          page.li { page in
            page.a(
              .href("/mes-badges/\(sheet.award.id.value)/fichiers/\(file.word)"),
              .flag("download", true)
            ) { $0.text(say.fileName(file)) }
            if file.picture == .png {
              page.span(.class("meta")) { $0.text(" — " + visit.say.badgeShares.pictureIsStripped) }
            }
          }
        }
      }
    }
  }

  private static func reflection(_ sheet: BadgeSheet, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.badges
    page.form(
      "/mes-badges/\(sheet.award.id.value)/mots", visit, .class("card form no-print")
    ) { page in
      page.textArea(
        Field(name: "mots", label: say.reflection, hint: say.reflectionHint, isOptional: true),
        value: sheet.award.reflection, rows: 4, visit.say.site)
      page.button(.class("button")) { $0.text(visit.say.resources.save) }
    }
  }

  static func delete(_ sheet: BadgeSheet, _ visit: Visit) -> Response {
    let say = visit.say.badges
    return ResourceActPages.form(
      say.deleteTitle, sheet.award.address, "/mes-badges/\(sheet.award.id.value)/suppression",
      say.deleteNow, FormProblems(), visit, menu: .badges
    ) { page in
      page.p { $0.text(say.deleteAdvice(sheet.version.name)) }
    }
  }

  /// A page that opens without the site, beside the files that it names.
  static func index(
    _ lines: [(sheet: BadgeSheet, folder: String)], hasCertificates: Bool,
    imported: [(badge: ImportedBadge, path: String)], _ visit: Visit
  ) -> [UInt8] {
    let say = visit.say.badges
    return Page.bytes(capacity: 4_096) { page in
      page.literal("<!doctype html>\n")
      page.html(.lang(visit.say.language.rawValue)) { page in
        page.head { page in
          page.literal("<meta charset=\"utf-8\">")
          page.title { $0.text(say.mine) }
        }
        page.body { page in
          page.h1 { $0.text(say.mine) }
          for (sheet, folder) in lines {
            page.h2 { $0.text(sheet.version.name) }
            page.p { $0.text(sheet.version.description) }
            page.p {
              $0.text(sheet.badge.issuer.name + " · " + visit.say.dates.day(sheet.award.issued))
            }
            page.ul { page in
              if hasCertificates {
                page.li { page in
                  page.a(.named("href", folder + "/" + BadgeCertificate.fileName)) {
                    $0.text(visit.say.certificates.title)
                  }
                }
              }
              for file in OwnBadgeFile.all {
                page.li { page in
                  page.a(.named("href", folder + "/" + file.fileName)) {
                    $0.text(say.fileName(file))
                  }
                }
              }
            }
          }
          for (badge, path) in imported {
            page.h2 { $0.text(badge.name) }
            page.p { $0.text(visit.say.imported.by(badge.finding.facts.issuerName)) }
            page.p { page in page.a(.named("href", path)) { $0.text(badge.fileName) } }
          }
        }
      }
    }
  }
}
