import HTML
import HTTP

/// What masks add to pages.
enum MaskPages {
  /// The name of who wrote a post, for the référent who asked: on no other page.
  static func revealed(
    _ person: Author?, _ view: ThreadView, _ place: PostPlace, _ visit: Visit
  ) -> Response {
    let say = visit.say.masks
    let number = place.post.number
    return visit.page(PageFrame(title: say.revealTitle, menu: .threads)) { page in
      page.head(say.revealTitle, say.revealAdvice)
      page.section(.class("card stack")) { page in
        page.p { page in
          page.text(visit.name(of: place.post.author) + visit.say.site.colon)
          page.strong { page in
            if let person {
              page.signature(person, visit)
            } else {
              page.text(visit.say.members.deletedMember)
            }
          }
        }
        page.p { page in
          page.a(
            .class("button"),
            .href(Thread.address(view.thread.id, view.thread.slug, post: number))
          ) { $0.text(say.back) }
        }
      }
    }
  }

  /// Whether members of a space may write without their name, for those who look after it.
  static func choice(_ isAllowed: Bool, _ space: Space, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.masks
    page.section(.class("card")) { page in
      page.h2 { $0.text(say.choiceTitle) }
      page.p { $0.text(isAllowed ? say.isAllowed : say.isRefused) }
      page.p { page in
        page.gesture("/espaces/\(space.slug)/sans-nom", .class("button")) {
          $0.text(isAllowed ? say.refuse : say.allow)
        }
      }
    }
  }

  /// The box on a form; it says where it is of use.
  static func box(
    isChecked: Bool, hint: String, problem: String = "", _ visit: Visit, _ page: inout Page
  ) {
    page.checkbox(
      Field(
        name: "sans-nom", label: visit.say.masks.boxLabel, hint: hint, problem: problem),
      isChecked: isChecked, visit.say.site)
  }
}
