import HTML
import HTTP

/// Where a reviewer reads a version, and fills the grid in.
enum ReviewFormPages {
  static func show(
    _ shown: ReviewPage, _ draft: ReviewDraft, _ problem: ReviewFormProblem, _ visit: Visit
  ) -> Response {
    let say = visit.say.reviews
    let review = shown.review
    var frame = PageFrame(
      title: say.reviewing(visit.title(shown.version.title)), menu: .tutorials,
      status: problem.isThere ? 422 : 200, hasProblems: problem.isThere)
    frame.reads = true
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.trail(
          [
            ("/tutoriels", visit.say.tutorials.title),
            (Review.address(of: review.tutorial), say.title),
          ], visit)
        page.h1(visit.writtenLanguage) { $0.text(visit.title(shown.version.title)) }
        page.p { page in
          page.text(
            say.sealOf(review.seal, review.version) + ". "
              + say.reservedUntil(visit.say.dates.day(review.until)))
        }
        page.p(.class("buttons")) { page in
          page.a(.class("button"), .named("href", "#grille")) { $0.text(say.toGrid) }
          page.gesture("/relectures/\(review.id.value)/abandon", .class("button button--quiet")) {
            $0.text(say.giveUp)
          }
        }
      }
      problems(problem, draft, visit, &page)
      if shown.view.mayReadVersion(of: shown.review) { text(shown, visit, &page) }
      form(shown, draft, problem, visit, &page)
      page.gestures(visit)
    }
  }

  private static func problems(
    _ problem: ReviewFormProblem, _ draft: ReviewDraft, _ visit: Visit, _ page: inout Page
  ) {
    if !problem.refusal.isEmpty {
      page.problems(at: [("grille", problem.refusal)], visit.say.site)
    } else {
      page.problems(
        at: problem.problems.map { ($0.field(draft), visit.say.reviews.say($0)) },
        visit.say.site)
    }
  }

  private static func text(_ shown: ReviewPage, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.reviews
    page.article(.class("tutorial card")) { page in
      page.h2 { $0.text(say.textOf(shown.review.version)) }
      page.p(.class("meta")) { page in
        page.span { $0.text(visit.say.licences.name(shown.version.licence)) }
        if !shown.version.fits.isEmpty {
          page.span { $0.text(visit.say.tutorials.fits(shown.version.fits)) }
        }
        for file in shown.files {
          page.a(.href("/fichiers/\(file.key)")) { $0.text(file.name) }
        }
      }
      if !shown.version.summary.isEmpty {
        page.p(.lang(shown.version.language.rawValue)) {
          $0.text(visit.title(shown.version.summary))
        }
      }
      page.div(
        .class("prose tutorial__text"), .lang(shown.version.language.rawValue)
      ) { page in
        TutorialPages.text(shown.body, shown.passages, visit, &page)
      }
    }
  }

  // MARK: The form

  private static func form(
    _ shown: ReviewPage, _ draft: ReviewDraft, _ problem: ReviewFormProblem, _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.reviews
    page.form(shown.review.address, visit, .class("card form stack"), .id("grille")) { page in
      page.h2 { $0.text(say.grid) }
      for (index, point) in ReviewPoint.grid(for: draft.seal).enumerated() {
        self.point(point, index + 1, draft, problem, visit, &page)
      }
      sections(draft, problem, visit, &page)
      page.h2 { $0.text(say.conclusion) }
      page.textArea(
        Field(
          name: "mot", label: say.words, hint: say.wordsHint,
          problem: words(problem, visit) { $0 == "mot" }, isOptional: true),
        value: draft.words, rows: 5, visit.say.site,
        .named("maxlength", String(ReviewDraft.longestWords)))
      // The first button is what the Enter key presses: it concludes nothing.
      page.p(.class("buttons")) { page in
        page.button(.class("button"), .name("action"), .value("garder")) {
          $0.text(say.putAside)
        }
        page.button(.class("button"), .name("action"), .value("rendre")) {
          $0.text(say.giveBack)
        }
        page.button(.class("button button--main"), .name("action"), .value("valider")) {
          $0.text(say.giveSeal(draft.seal))
        }
      }
    }
  }

  private static func point(
    _ point: ReviewPoint, _ number: Int, _ draft: ReviewDraft, _ problem: ReviewFormProblem,
    _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.reviews
    let field = point.field.description
    page.div(.class("review-point")) { page in
      page.radios(
        Field(
          name: point.field, label: say.question(point),
          problem: words(problem, visit, of: draft) { $0 == field }),
        options: ReviewAnswer.allCases.map { ($0.rawValue, say.answer($0), "") },
        chosen: draft.answers[point]?.rawValue ?? "", visit.say.site)
      page.textField(
        Field(
          name: "remarque", label: say.remark(point),
          problem: words(problem, visit, of: draft) { $0 == "remarque-\(number)" },
          isOptional: true, number: Int64(number)),
        value: draft.remarks[point] ?? "", visit.say.site,
        .named("maxlength", String(ReviewDraft.longestRemark)),
        .named("autocomplete", literally: "off"))
    }
  }

  private static func sections(
    _ draft: ReviewDraft, _ problem: ReviewFormProblem, _ visit: Visit, _ page: inout Page
  ) {
    if draft.sections.isEmpty { return }
    let say = visit.say.reviews
    let isOpen =
      draft.comments.values.contains { !$0.isEmpty }
      || problem.problems.contains { if case .commentTooLong = $0 { true } else { false } }
    page.h2 { $0.text(say.bySection) }
    page.details(.flag("open", isOpen)) { page in
      page.summary { $0.text(say.openSections) }
      page.div(.class("stack")) { page in
        for (index, section) in draft.sections.enumerated() {
          page.textArea(
            Field(
              name: "section", label: section.title,
              problem: words(problem, visit, of: draft) { $0 == "section-\(index + 1)" },
              isOptional: true, number: Int64(index + 1)),
            value: draft.comments[section.anchor] ?? "", rows: 2, visit.say.site,
            .named("maxlength", String(ReviewDraft.longestComment)))
        }
      }
    }
  }

  /// What is wrong with one field; empty when nothing is.
  private static func words(
    _ problem: ReviewFormProblem, _ visit: Visit, of draft: ReviewDraft? = nil,
    where isField: (String) -> Bool
  ) -> String {
    let found = problem.problems.first { one in isField(one.field(draft)) }
    return found.map(visit.say.reviews.say) ?? ""
  }
}

extension ReviewDraft.Problem {
  /// The id of the field that it is about.
  fileprivate func field(_ draft: ReviewDraft?) -> String {
    switch self {
    case .unanswered(let point), .toRevise(let point): point.field.description
    case .remarkTooLong(let point, _):
      "remarque-\((ReviewPoint.grid(for: draft?.seal ?? .trade).firstIndex(of: point) ?? 0) + 1)"
    case .commentTooLong(let place, _): "section-\(place)"
    case .wordsMissing, .wordsTooLong: "mot"
    }
  }
}

extension ReviewPoint {
  /// Of the form.
  var field: StaticString {
    switch self {
    case .exactness: "point-exactitude"
    case .instructions: "point-consignes"
    case .accessibility: "point-accessibilite"
    case .rights: "point-droits"
    case .phone: "point-telephone"
    case .safety: "point-securite"
    case .gestures: "point-gestes"
    }
  }
}
