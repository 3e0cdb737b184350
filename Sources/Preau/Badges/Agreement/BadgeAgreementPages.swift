import HTML
import HTTP

/// The pages on which an adult agrees that a pupil shows a badge.
enum BadgeAgreementPages {
  static func list(
    _ waiting: [(award: BadgeAward.ID, author: Author, name: String, asked: Instant)],
    isNeeded: Bool, _ visit: Visit
  ) -> Response {
    let say = visit.say.badgeAgreements
    return visit.page(PageFrame(title: say.title, menu: .badges)) { page in
      page.trail([("/badges", visit.say.badges.title)], visit)
      page.head(say.title, say.advice)
      if visit.viewer.isAdministrator {
        page.form("/badges/accords", visit, .class("card stack form")) { page in
          page.checkbox(
            Field(name: "accord", label: say.isNeeded, hint: say.isNeededHint),
            isChecked: isNeeded, visit.say.site)
          page.mainButton(visit.say.resources.save)
        }
      }
      if waiting.isEmpty {
        page.p(.class("empty")) { $0.text(say.nothingWaits) }
        return
      }
      page.ul(.class("rows card"), .role("list")) { page in
        for one in waiting {
          page.li { page in
            page.span { page in
              page.a(.href(BadgeAgreement.address(one.award))) {
                $0.text(say.wantsToShow(visit.name(of: one.author), one.name))
              }
              page.text(" · " + visit.say.dates.day(one.asked))
            }
          }
        }
      }
    }
  }

  /// What somebody may agree to.
  struct Asked {
    let standing: BadgeAgreement
    let sheet: BadgeSheet
    let author: Author
    /// How the learner is called on the links that wait; empty: not at all.
    let names: [String]
  }

  static func show(_ asked: Asked, _ problems: FormProblems, _ visit: Visit) -> Response {
    let say = visit.say.badgeAgreements
    let (sheet, award) = (asked.sheet, asked.sheet.award)
    let title = say.wantsToShow(visit.name(of: asked.author), sheet.version.name)
    let frame = PageFrame(
      title: title, menu: .badges, status: problems.isEmpty ? 200 : 422,
      hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.trail([("/badges", visit.say.badges.title), ("/badges/accords", say.title)], visit)
      page.head(title, say.whatIsShown)
      page.problems(problems.list, visit.say.site)
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(say.what) }
        page.dl(.class("badge-facts")) { page in
          page.fact(visit.say.badges.nameThere, visit) { page in
            let names = Set(asked.names).sorted().map { $0.isEmpty ? say.noName : $0 }
            page.text(names.isEmpty ? say.noName : names.joined(separator: ", "))
          }
          page.fact(visit.say.badges.givenBy, visit) { $0.text(sheet.badge.issuer.name) }
        }
        page.p(visit.writtenLanguage) { $0.text(sheet.version.description) }
        if !award.narrative.isEmpty {
          page.blockquote(visit.writtenLanguage) { $0.paragraphs(award.narrative) }
        }
        for one in sheet.evidence where one.isShown {
          page.p(visit.writtenLanguage) {
            $0.evidence(one.address, one.name.isEmpty ? one.words : one.name)
          }
        }
      }
      if let state = asked.standing.state, state != .waiting {
        page.p(.class("notice")) { $0.text(say.decided(state)) }
      }
      page.form(BadgeAgreement.address(award.id), visit, .class("card stack form")) { page in
        page.textArea(
          Field(name: "mots", label: say.words, hint: say.wordsHint, problem: problems["mots"]),
          value: visit.form["mots"] ?? asked.standing.words, rows: 3, visit.say.site)
        page.p(.class("actions")) { page in
          page.button(.class("button button--main"), .name("avis"), .value("accord")) {
            $0.text(say.agree)
          }
          page.button(.class("button"), .name("avis"), .value("refus")) { $0.text(say.decline) }
        }
      }
    }
  }

  /// What the learner is told where the badge is shown from.
  static func notice(_ standing: BadgeAgreement?, _ visit: Visit, _ page: inout Page) {
    guard let standing, standing.state != .agreed else { return }
    let say = visit.say.badgeAgreements
    page.div(.class("notice")) { page in
      page.p { $0.text(say.toLearner(standing.state)) }
      if !standing.words.isEmpty {
        page.blockquote(visit.writtenLanguage) { $0.paragraphs(standing.words) }
      }
    }
  }
}
