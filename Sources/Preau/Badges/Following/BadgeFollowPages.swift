import HTML

extension Page {
  /// What somebody aims at, and what is still needed for each.
  mutating func badgeProgress(_ progress: [BadgeProgress], _ visit: Visit) {
    if progress.isEmpty { return }
    let say = visit.say.badgeFollows
    section(.class("stack"), .id("vises")) { page in
      page.h2 { $0.text(say.title) }
      page.ul(.class("rows card"), .role("list")) { page in
        for one in progress {
          page.li { page in
            page.div(.class("badge-aim")) { page in
              page.drawing(of: one.badge.version)
              page.div { page in
                page.p { page in
                  page.a(.href(one.badge.address), visit.writtenLanguage) {
                    $0.text(one.badge.version.name)
                  }
                }
                for step in one.steps { page.badgeStep(step, visit) }
              }
            }
            page.badgeWay(one, visit)
          }
        }
      }
    }
  }

  private mutating func badgeStep(_ step: BadgeProgress.Step, _ visit: Visit) {
    let say = visit.say.badgeFollows
    switch step {
    case .waits(let since): p(.class("meta")) { $0.text(say.waits(visit.say.dates.day(since))) }
    case .returned(let answer):
      p(.class("meta")) { $0.text(say.returned) }
      blockquote(visit.writtenLanguage) { $0.paragraphs(answer) }
    case .canBeAskedFor: p(.class("meta")) { $0.text(say.canBeAskedFor) }
    case .isGiven: p(.class("meta")) { $0.text(say.isGiven) }
    case .isOver: p(.class("meta")) { $0.text(say.isOver) }
    }
  }

  /// Where the next step is made.
  private mutating func badgeWay(_ progress: BadgeProgress, _ visit: Visit) {
    let badge = progress.badge
    let label =
      switch progress.steps.first {
      case .returned: visit.say.badges.askAgain
      case .canBeAskedFor: visit.say.badges.ask
      case .waits, .isGiven, .isOver, nil: ""
      }
    if label.isEmpty { return }
    a(.class("button no-print"), .href("/badges/\(badge.id.value)/demander")) { page in
      page.text(label)
      page.span(.class("unseen")) { $0.text(visit.say.site.colon + badge.version.name) }
    }
  }

  /// The button by which a member aims at a badge, or no longer.
  mutating func badgeFollow(_ badge: BadgeClass, isFollowed: Bool, _ visit: Visit) {
    let say = visit.say.badgeFollows
    gesture("/badges/\(badge.id.value)/suivi", .class("button")) {
      $0.text(isFollowed ? say.unfollow : say.follow)
    }
  }
}
