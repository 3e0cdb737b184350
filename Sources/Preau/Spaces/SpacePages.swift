import HTML
import HTTP

extension Visit {
  func spaceListPage(_ list: SpaceList, subject: String, isFirst: Bool) -> Response {
    let say = self.say.spaces
    let frame = PageFrame(
      title: say.title, menu: .spaces, isIndexed: isFirst && subject.isEmpty,
      canonical: isFirst && subject.isEmpty ? "/espaces" : nil)
    return page(frame) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(say.title) }
        page.p { $0.text(say.advice) }
        if viewer.isAdministrator {
          page.p { page in
            page.a(.class("button"), .href("/espaces/nouveau")) { $0.text(say.create) }
          }
        }
      }
      page.subjectLinks(list.subjects, chosen: subject, say)
      if list.joined.isEmpty && list.others.isEmpty {
        page.p(.class("empty")) { $0.text(subject.isEmpty ? say.empty : say.emptySubject) }
      }
      page.spaces(say.mine, list.joined, self)
      page.spaces(list.joined.isEmpty ? say.all : say.others, list.others, self)
      page.moreSpaces(list.next, subject: subject, isFirst: isFirst, self)
      page.closedSpaces(list.closed, say)
    }
  }

  func spacePage(
    _ profile: SpaceProfile, _ referents: [Author], _ threads: [ThreadLine], _ held: [HeldPost],
    _ tutorials: [TutorialLine], next: ThreadCursor?, isFirst: Bool
  ) -> Response {
    let space = profile.space
    let say = self.say.spaces
    let frame = PageFrame(
      title: space.name, menu: .spaces, isIndexed: space.visibility == .public && isFirst,
      canonical: isFirst ? space.address : nil,
      feed: space.visibility == .public ? space.feedAddress : nil,
      mainClass: "wide page page--aside")
    return page(frame) { page in
      page.div { page in
        page.div(.class("head")) { page in
          page.h1 { $0.text(space.name) }
          page.spaceFacts(profile, say)
          if profile.rights.isClosed {
            page.p(.class("notice notice--wait")) { $0.text(say.closedNotice) }
          }
          page.paragraphs(profile.about)
          page.spaceActions(profile, self)
        }
        HeldPages.inSpace(held, self, &page)
        page.latestTutorials(tutorials, of: space, self)
        page.section(.class("stack")) { page in
          page.h2 { $0.text(say.threadList) }
          if threads.isEmpty {
            page.p(.class("empty")) {
              $0.text(profile.rights.mayWrite ? say.noThreadsYet : say.noThreads)
            }
          } else {
            page.threadList(threads, self, namesSpace: false)
          }
          page.older(next, of: space.address, isFirst: isFirst, self)
        }
      }
      page.aside(.class("aside"), .label(say.aboutSpace)) { page in
        page.referents(referents, self)
        page.spaceCare(profile, self)
        page.feedCard(profile, self)
      }
      if viewer.isLoggedIn { page.gestures(self) }
    }
  }

  /// Asks for a confirmation, or says why it cannot be.
  func leavingPage(_ profile: SpaceProfile, refusal: MembershipRefusal?) -> Response {
    let say = self.say.spaces
    let space = profile.space
    let title = say.quitTitle(space.name)
    let frame = PageFrame(
      title: title, menu: .spaces, status: refusal == nil ? 200 : 422,
      hasProblems: refusal != nil)
    return page(frame) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(title) }
        if let refusal {
          page.p(.class("problem"), .role("alert")) {
            $0.text(refusal == .lastReferent ? say.lastReferent : say.refused(refusal))
          }
        } else if space.visibility == .private {
          page.p { $0.text(say.quitAdvice) }
        }
      }
      page.form("/espaces/\(space.slug)/depart", self) { page in
        page.p(.class("actions")) { page in
          if refusal == nil {
            page.button(.class("button button--main")) { $0.text(say.confirmQuit) }
          }
          page.a(.class("button"), .href(space.address)) { $0.text(self.say.site.cancel) }
        }
      }
    }
  }
}

extension Page {
  /// Plain text that a member wrote, in paragraphs.
  mutating func paragraphs(_ text: String) {
    var paragraph: [Substring] = []
    // "\r\n" is one Character: both kinds of line ends are newlines.
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for line in lines + [""] {
      if !line.allSatisfy(\.isWhitespace) {
        paragraph.append(line)
        continue
      }
      if paragraph.isEmpty { continue }
      p { page in
        for (index, line) in paragraph.enumerated() {
          if index > 0 { page.br() }
          page.text(String(line))
        }
      }
      paragraph = []
    }
  }

  fileprivate mutating func subjectLinks(
    _ subjects: [String], chosen: String, _ say: SpaceStrings
  ) {
    if subjects.count < 2 && chosen.isEmpty { return }
    nav(.label(say.subjects)) { page in
      page.ul(.class("tabs"), .role("list")) { page in
        for subject in [""] + subjects {
          page.li { page in
            page.a(
              .href(subject.isEmpty ? "/espaces" : Address("/espaces").adding("sujet", subject)),
              .when(subject == chosen, .named("aria-current", literally: "page"))
            ) { $0.text(subject.isEmpty ? say.allSubjects : subject) }
          }
        }
      }
    }
  }

  fileprivate mutating func spaces(_ title: String, _ spaces: [SpaceProfile], _ visit: Visit) {
    if spaces.isEmpty { return }
    section(.class("stack")) { page in
      page.h2 { $0.text(title) }
      page.ul(.class("spaces"), .role("list")) { page in
        for profile in spaces {
          page.li(.class("card stack")) { page in
            page.h3 { page in
              page.a(.href(profile.space.address)) { $0.text(profile.space.name) }
            }
            page.spaceFacts(profile, visit.say.spaces)
            let about = firstParagraph(of: profile.about)
            if !about.isEmpty { page.p { $0.text(about) } }
          }
        }
      }
    }
  }

  fileprivate mutating func moreSpaces(
    _ next: String?, subject: String, isFirst: Bool, _ visit: Visit
  ) {
    if next == nil && isFirst { return }
    let say = visit.say.spaces
    let list = subject.isEmpty ? "/espaces" : Address("/espaces").adding("sujet", subject)
    nav(.class("pager"), .label(visit.say.site.pages)) { page in
      if !isFirst { page.a(.class("button"), .href(list)) { $0.text(say.first) } }
      if let next {
        page.a(.class("button"), .rel("next"), .href(list.adding("apres", next))) {
          $0.text(say.more)
        }
      }
    }
  }

  fileprivate mutating func closedSpaces(_ spaces: [Space], _ say: SpaceStrings) {
    if spaces.isEmpty { return }
    section(.class("card")) { page in
      page.h2 { $0.text(say.closedTitle) }
      page.p(.class("meta")) { $0.text(say.closedAdvice) }
      page.ul { page in
        for space in spaces {
          page.li { page in
            page.a(.href("/espaces/\(space.slug)/membres")) { $0.text(space.name) }
          }
        }
      }
    }
  }

  /// Subject, level, who reads, how much.
  fileprivate mutating func spaceFacts(_ profile: SpaceProfile, _ say: SpaceStrings) {
    let facts =
      [
        profile.subject, profile.level, say.visibility(profile.space.visibility),
        say.threads(profile.threadCount),
        profile.memberCount == 0 ? "" : say.members(profile.memberCount),
        profile.rights.role.map { say.role($0) } ?? "",
      ]
    p(.class("meta")) { $0.text(facts.filter { !$0.isEmpty }.joined(separator: " · ")) }
  }

  fileprivate mutating func spaceActions(_ profile: SpaceProfile, _ visit: Visit) {
    let say = visit.say.spaces
    let space = profile.space
    p(.class("actions")) { page in
      if !profile.rights.isClosed {
        page.a(.class("button button--main"), .href(space.newThreadAddress)) {
          $0.text(say.newThread)
        }
      }
      if !visit.viewer.isLoggedIn {
        let way = Address("/connexion").adding("retour", space.address.text)
        page.a(.class("button"), .href(way)) { $0.text(say.logInToJoin) }
      } else if profile.rights.mayJoin {
        page.gesture("/espaces/\(space.slug)/adhesion", .class("button")) { $0.text(say.join) }
      } else if space.visibility == .private {
        page.a(.class("button button--quiet"), .href("/espaces/\(space.slug)/depart")) {
          $0.text(say.quit)
        }
      } else {
        page.gesture("/espaces/\(space.slug)/depart", .class("button button--quiet")) {
          $0.text(say.leave)
        }
      }
    }
  }

  fileprivate mutating func latestTutorials(
    _ tutorials: [TutorialLine], of space: Space, _ visit: Visit
  ) {
    if tutorials.isEmpty { return }
    let say = visit.say.tutorials
    section(.class("stack")) { page in
      page.h2 { $0.text(say.title) }
      page.tutorialList(tutorials, visit, namesSpace: false)
      page.p { page in
        page.a(.href(TutorialListChoice.space(space).address)) { $0.text(say.seeAll) }
      }
    }
  }

  fileprivate mutating func referents(_ referents: [Author], _ visit: Visit) {
    let say = visit.say.spaces
    section(.class("card")) { page in
      page.h2 { $0.text(say.referents) }
      if referents.isEmpty { page.p(.class("meta")) { $0.text(say.noReferent) } }
      page.ul(.class("people"), .role("list")) { page in
        for referent in referents {
          page.li { page in
            page.face(referent, visit)
            page.signature(referent, visit)
          }
        }
      }
    }
  }

  fileprivate mutating func spaceCare(_ profile: SpaceProfile, _ visit: Visit) {
    guard profile.rights.mayDescribe || profile.rights.mayOpenMembers else { return }
    let slug = profile.space.slug
    let say = visit.say.spaces
    section(.class("card")) { page in
      page.h2 { $0.text(say.care) }
      page.ul { page in
        if profile.isClass && profile.rights.role == .referent {
          page.li { page in
            page.a(.href(SchoolClass.address(profile.space.id))) { $0.text(say.classLink) }
          }
        }
        page.li { page in
          page.a(.href("/espaces/\(slug)/modifier")) { $0.text(say.edit) }
        }
        page.li { page in
          page.a(.href("/espaces/\(slug)/membres")) { $0.text(say.seeMembers) }
        }
        if profile.rights.mayModerate {
          page.li { page in
            page.a(.href("/espaces/\(slug)/bureau")) { $0.text(visit.say.help.title) }
          }
          page.li { page in
            page.a(.href("/signalements")) { $0.text(visit.say.moderation.title) }
          }
          page.li { page in
            page.a(.href(HeldChoicePages.address(of: profile.space))) {
              $0.text(visit.say.held.choiceTitle)
            }
          }
          page.li { page in
            page.a(.href("/espaces/\(slug)/relectures")) { $0.text(visit.say.reviews.link) }
          }
          page.li { page in
            page.a(.href("/espaces/\(slug)/journal")) { $0.text(visit.say.journal.link) }
          }
          page.li { page in
            page.a(.href(RecordPages.address(of: profile.space))) {
              $0.text(visit.say.moderation.record)
            }
          }
        }
      }
    }
  }

  /// A public feed is one link; the address of another holds a secret, which one page shows.
  fileprivate mutating func feedCard(_ profile: SpaceProfile, _ visit: Visit) {
    let isPublic = profile.space.visibility == .public
    p(.class("meta")) { page in
      page.a(.href(isPublic ? profile.space.feedAddress : "/mon-preau/flux")) {
        $0.text(visit.say.spaces.feed)
      }
    }
  }
}

/// What a description says first, for a list.
private func firstParagraph(of text: String) -> String {
  let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  return line.count > 240 ? String(line.prefix(239)) + "…" : line
}
