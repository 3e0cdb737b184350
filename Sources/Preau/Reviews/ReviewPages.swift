import HTML
import HTTP

/// Reviews as authors and reviewers read them, and seals as everybody does.
enum ReviewPages {
  // MARK: A tutorial

  static func ofTutorial(
    _ view: TutorialView, _ actor: ReviewActor, _ versions: [ReviewedVersion],
    _ reviews: [Review], _ refusal: ReviewRefusal?, _ visit: Visit
  ) -> Response {
    let say = visit.say.reviews
    let tutorial = view.tutorial
    let frame = PageFrame(
      title: say.reviewsOf(visit.title(tutorial.title)), menu: .tutorials,
      status: refusal == nil ? 200 : 422, hasProblems: refusal != nil)
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.trail(
          [
            ("/tutoriels", visit.say.tutorials.title),
            ("/espaces/\(view.space.slug)/relectures", say.queueOf(view.space.name)),
          ], visit)
        page.h1(visit.writtenLanguage) { $0.text(visit.title(tutorial.title)) }
        page.p { $0.text(say.title) }
        page.p(.class("meta")) { page in
          page.text(visit.say.tutorials.by + " ")
          page.signatures(view.signers, visit)
        }
      }
      if let refusal {
        page.problems(at: [("versions", say.refusal(refusal, visit))], visit.say.site)
      }
      page.section(.class("stack"), .id("versions")) { page in
        page.h2 { $0.text(say.versions) }
        page.p { $0.text(say.asked(view.seals)) }
        if versions.isEmpty { page.p(.class("empty")) { $0.text(say.noVersion) } }
        for version in versions { card(version, view, actor, visit, &page) }
        if actor.isInvolved { page.p(.class("meta")) { $0.text(say.refusal(.ownWork, visit)) } }
      }
      list(reviews, view, visit, &page)
      page.gestures(visit)
    }
  }

  private static func card(
    _ version: ReviewedVersion, _ view: TutorialView, _ actor: ReviewActor, _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.reviews
    page.section(.class("card stack")) { page in
      page.h3 { page in
        page.a(.href(Tutorial.address(view.tutorial.id, version: version.number))) {
          $0.text(visit.say.tutorials.version(version.number))
        }
        page.text(" ")
        if version.isWaiting {
          page.span(.class("state state--waiting")) { $0.text(say.waits) }
        } else {
          page.span(.class("state state--solved")) { $0.text(visit.say.tutorials.published) }
        }
      }
      desk(Set(ReviewSeal.allCases), version, of: view.tutorial.id, actor, visit, &page)
    }
  }

  /// Who has each seal of a version in hand, with the button to reserve it.
  static func desk(
    _ seals: Set<ReviewSeal>, _ version: ReviewedVersion, of id: Tutorial.ID,
    _ actor: ReviewActor, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.reviews
    page.ul(.class("rows"), .role("list")) { page in
      for seal in ReviewSeal.allCases where seals.contains(seal) {
        let claim = version.claims.first { $0.seal == seal && $0.isLive(at: visit.now) }
        page.li { page in
          page.span { page in
            page.strong { $0.text(say.seal(seal)) }
            page.text(visit.say.site.colon)
            standing(claim, visit, &page)
          }
          if let claim {
            if claim.reviewer.id == actor.member, !claim.isGiven {
              page.a(.class("button button--main"), .href(Review.address(claim.id))) {
                $0.text(say.goOn)
              }
            }
          } else if mayReserve(seal, version, actor, visit) {
            page.gesture(
              "/tutoriels/\(id.value)/reservation", .class("button button--main"),
              .name("sceau"), .value("\(seal.rawValue).\(version.number)")
            ) { $0.text(say.reserve(seal)) }
          }
        }
      }
    }
  }

  private static func mayReserve(
    _ seal: ReviewSeal, _ version: ReviewedVersion, _ actor: ReviewActor, _ visit: Visit
  ) -> Bool {
    do throws(ReviewRefusal) {
      try actor.admit(seal, amid: version.claims, at: visit.now)
      return true
    } catch {
      return false
    }
  }

  private static func standing(
    _ claim: ReviewClaim?, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.reviews
    guard let claim else {
      page.text(say.free)
      return
    }
    page.text((claim.isGiven ? say.givenByWhom : say.reservedBy) + " ")
    page.signature(claim.reviewer, visit)
    page.text(", ")
    page.text(
      claim.isGiven
        ? visit.say.dates.day(claim.moment) : say.until(visit.say.dates.day(claim.until)))
  }

  // MARK: What was said

  /// What authors are told in their workshop, the latest first.
  static func list(
    _ reviews: [Review], _ view: TutorialView, _ visit: Visit, _ page: inout Page
  ) {
    if reviews.isEmpty { return }
    page.section(.class("stack"), .id("relectures")) { page in
      page.h2 { $0.text(visit.say.reviews.done) }
      for review in reviews {
        page.article(.class("card stack")) { page in
          page.h3 { page in
            page.a(.href(review.address)) {
              $0.text(visit.say.reviews.sealOf(review.seal, review.version))
            }
            page.text(" ")
            state(review, visit, &page)
          }
          content(review, view, level: 4, visit, &page)
        }
      }
    }
  }

  private static func state(_ review: Review, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.reviews
    if review.state == .accepted {
      page.span(.class("state state--solved")) { $0.text(say.accepted) }
    } else {
      page.span(.class("state state--late")) { $0.text(say.returned) }
    }
  }

  /// - Parameter level: of the headings inside.
  private static func content(
    _ review: Review, _ view: TutorialView, level: Int, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.reviews
    let address = Tutorial.address(review.tutorial, version: review.version)
    let mayRead = view.mayReadVersion(of: review)
    page.p(.class("meta")) { page in
      page.signature(review.reviewer, visit)
      page.text(", " + visit.say.dates.day(review.decided ?? review.reserved))
    }
    if !review.words.isEmpty { page.div(visit.writtenLanguage) { $0.paragraphs(review.words) } }
    if !review.points.isEmpty {
      heading(say.grid, level, &page)
      page.ul(.class("links")) { page in
        for point in review.points { line(point, visit, &page) }
      }
    }
    if review.comments.isEmpty { return }
    heading(say.bySection, level, &page)
    page.ul(.class("links")) { page in
      for comment in review.comments {
        page.li { page in
          if mayRead {
            page.a(.href(address.at(comment.anchor)), visit.writtenLanguage) {
              $0.text(comment.heading)
            }
          } else {
            page.strong(visit.writtenLanguage) { $0.text(comment.heading) }
          }
          page.div(visit.writtenLanguage) { $0.paragraphs(comment.words) }
        }
      }
    }
  }

  private static func heading(_ words: String, _ level: Int, _ page: inout Page) {
    if level == 4 { page.h4 { $0.text(words) } } else { page.h2 { $0.text(words) } }
  }

  private static func line(_ point: ReviewedPoint, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.reviews
    page.li { page in
      page.text(say.short(point.point) + visit.say.site.colon)
      if let answer = point.answer {
        page.strong { $0.text(say.answer(answer)) }
        if !point.remark.isEmpty { page.text(". ") }
      }
      if !point.remark.isEmpty { page.span(visit.writtenLanguage) { $0.text(point.remark) } }
    }
  }

  // MARK: One review

  static func one(_ shown: ReviewPage, _ visit: Visit) -> Response {
    let say = visit.say.reviews
    let review = shown.review
    let title = say.sealOf(review.seal, review.version)
    return visit.page(PageFrame(title: title, menu: .tutorials)) { page in
      page.div(.class("head")) { page in
        page.trail(
          [
            ("/tutoriels", visit.say.tutorials.title),
            (Review.address(of: review.tutorial), visit.title(shown.view.tutorial.title)),
          ], visit)
        page.h1 { $0.text(title) }
        page.p { page in state(review, visit, &page) }
      }
      page.section(.class("card stack")) { page in
        content(review, shown.view, level: 2, visit, &page)
      }
      guard shown.view.mayReadVersion(of: review) else { return }
      page.p { page in
        page.a(.href(Tutorial.address(review.tutorial, version: review.version))) {
          $0.text(say.readVersion(review.version))
        }
      }
    }
  }

  // MARK: Seals

  /// Who validated a tutorial, when, and for which version.
  static func seals(
    _ seals: [GivenSeal], shown version: Int, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.reviews
    if seals.isEmpty {
      page.p(.class("meta")) { $0.text(visit.say.tutorials.notValidated) }
      return
    }
    page.ul(.class("seals"), .role("list")) { page in
      for seal in seals {
        page.li { page in
          mark(seal.seal, seal.version, isCurrent: seal.version == version, visit, &page)
          page.p { page in
            let day = visit.say.dates.day(seal.given)
            page.text(say.validated(seal.version, day) + visit.say.site.colon)
            page.signature(seal.reviewer, visit)
            if seal.version != version { page.text(". " + say.changedSince) }
          }
          if !seal.words.isEmpty {
            page.p(.class("meta"), visit.writtenLanguage) {
              $0.text("«\u{00A0}" + visit.title(seal.words) + "\u{00A0}»")
            }
          }
        }
      }
    }
  }

  /// The small mark of a seal: a sign, and words that say the same.
  static func mark(
    _ seal: ReviewSeal, _ version: Int, isCurrent: Bool, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.reviews
    if isCurrent {
      page.span(.class("state state--solved")) { page in
        page.span(.hiddenFromReaders) { $0.text("✓\u{00A0}") }
        page.text(say.validatedFor(seal))
      }
    } else {
      page.span(.class("state")) { $0.text(say.validatedBefore(seal, version)) }
    }
  }
}

extension TutorialView {
  /// Whether the version that was reviewed is there for this reader.
  func mayReadVersion(of review: Review) -> Bool {
    tutorial.pointers.mayRead(review.version, wasPublished: review.wasPublished, actor)
  }
}
