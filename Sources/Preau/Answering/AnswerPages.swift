import HTML

extension Page {
  /// Tutorials that may answer, each with who vouches for it and the time that it takes.
  mutating func answers(_ tutorials: [AnsweringTutorial], _ visit: Visit) {
    if tutorials.isEmpty { return }
    let say = visit.say.answering
    section(.class("card similar")) { page in
      page.h2 { $0.text(say.title(tutorials.contains { !$0.seals.isEmpty })) }
      page.ul(.class("rows"), .role("list")) { page in
        for tutorial in tutorials {
          page.li { page in
            page.a(.href(tutorial.address), .lang(tutorial.language.rawValue)) {
              $0.text(visit.title(tutorial.title))
            }
            page.span(.class("meta")) { page in
              for seal in tutorial.seals {
                ReviewPages.mark(seal, 0, isCurrent: true, visit, &page)
                page.text(" ")
              }
              page.text(visit.say.tutorials.minutes(tutorial.minutes))
            }
          }
        }
      }
    }
  }
}
