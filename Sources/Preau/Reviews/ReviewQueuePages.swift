import HTML
import HTTP

/// What waits for reviewers, and what each has done.
enum ReviewQueuePages {
  // MARK: A space

  static func queue(_ queue: ReviewQueue, _ visit: Visit) -> Response {
    let say = visit.say.reviews
    let title = say.queueOf(queue.space.name)
    return visit.page(PageFrame(title: title, menu: .tutorials)) { page in
      page.trail(
        [
          ("/tutoriels", visit.say.tutorials.title), (queue.space.address, queue.space.name),
        ], visit)
      page.div(.class("head")) { page in
        page.h1 { $0.text(title) }
        page.p { $0.text(say.asked(queue.seals)) }
        page.p(.class("buttons")) { page in
          page.a(.class("button"), .href(ReviewRoutes.mineAddress)) { $0.text(say.mine) }
          if queue.actor.rights.mayArrange {
            page.a(.class("button"), .href(ReviewSettingsRoutes.address(of: queue.space))) {
              $0.text(say.settings)
            }
          }
        }
      }
      if queue.lines.isEmpty { page.p(.class("empty")) { $0.text(say.nothingWaits) } }
      for line in queue.lines { card(line, queue, visit, &page) }
      page.gestures(visit)
    }
  }

  private static func card(
    _ line: ReviewQueueLine, _ queue: ReviewQueue, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.reviews
    page.article(.class("card stack")) { page in
      page.h2(visit.writtenLanguage) { page in
        page.a(.href(Review.address(of: line.tutorial))) { $0.text(visit.title(line.title)) }
      }
      page.p(.class("meta")) { page in
        page.span { page in
          page.text(visit.say.tutorials.by + " ")
          page.signatures(line.authors, visit)
        }
        page.span { $0.text(visit.say.tutorials.version(line.version)) }
        page.span { page in
          page.text(say.waitsSince + " ")
          page.moment(line.submitted, visit)
        }
      }
      var actor = queue.actor
      actor.isInvolved = line.isInvolved
      let seals = queue.seals.isEmpty ? Set(ReviewSeal.allCases) : queue.seals
      let version = ReviewedVersion(number: line.version, isWaiting: true, claims: line.claims)
      ReviewPages.desk(seals, version, of: line.tutorial, actor, visit, &page)
      if actor.isInvolved { page.p(.class("meta")) { $0.text(say.refusal(.ownWork, visit)) } }
    }
  }

  // MARK: A member

  static func mine(
    _ reviews: [MyReview], _ waiting: [ReviewsWaiting], _ visit: Visit
  ) -> Response {
    let say = visit.say.reviews
    return visit.page(PageFrame(title: say.mine, menu: .tutorials)) { page in
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      page.head(say.mine)
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(say.waitingTitle) }
        if waiting.isEmpty { page.p { $0.text(say.nothingWaitsForYou) } }
        page.ul(.class("links"), .role("list")) { page in
          for one in waiting {
            page.li { page in
              page.a(.href("/espaces/\(one.space.slug)/relectures")) {
                $0.text(
                  say.waitingIn(
                    one.space.name, one.count,
                    visit.say.dates.relative(one.oldest, now: visit.now)))
              }
            }
          }
        }
      }
      list(say.underWay, reviews.filter { $0.state == .reserved }, visit, &page)
      list(say.done, reviews.filter { $0.state != .reserved }, visit, &page)
      if reviews.isEmpty { page.p(.class("empty")) { $0.text(say.noneMine) } }
    }
  }

  private static func list(
    _ title: String, _ reviews: [MyReview], _ visit: Visit, _ page: inout Page
  ) {
    if reviews.isEmpty { return }
    let say = visit.say.reviews
    page.section(.class("stack")) { page in
      page.h2 { $0.text(title) }
      page.ul(.class("rows"), .role("list")) { page in
        for review in reviews {
          page.li { page in
            page.div { page in
              page.a(.href(Review.address(review.id)), visit.writtenLanguage) {
                $0.text(visit.title(review.title))
              }
              page.p(.class("meta")) { page in
                page.text(say.sealOf(review.seal, review.version) + " · ")
                page.a(.href(review.space.address)) { $0.text(review.space.name) }
                page.text(" · ")
                if let decided = review.decided { page.moment(decided, visit) }
                if review.decided == nil {
                  page.text(
                    say.until(
                      visit.say.dates.day(review.reserved + Review.secondsReserved)))
                }
              }
            }
            state(review, visit, &page)
          }
        }
      }
    }
  }

  private static func state(_ review: MyReview, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.reviews
    switch review.state {
    case .accepted: page.span(.class("state state--solved")) { $0.text(say.accepted) }
    case .returned: page.span(.class("state state--late")) { $0.text(say.returned) }
    case .reserved, .released:
      let isOver = visit.now - review.reserved >= Review.secondsReserved
      page.span(.class("state state--waiting")) { $0.text(isOver ? say.over : say.reserved) }
    }
  }
}
