import HTML

/// What a member can do with a post: the row of buttons below it.
///
/// There are some hundred and fifty of them on a page, so their markup is written as it stands.
enum PostFoot {
  /// - Parameter pageNumber: the page of the thread, from 1, on which a quotation is written.
  static func write(
    _ post: Post, _ actions: PostActions, in thread: Thread, pageNumber: Int,
    _ say: ThreadStrings, _ page: inout Page
  ) {
    page.literal("<footer class=\"post__foot\">")
    if let isAccepted = actions.isAccepted {
      gesture(post, "/acceptation\">", isAccepted ? say.unaccept : say.accept, &page)
    }
    if let saidMeToo = actions.saidMeToo { meToo(thread, saidMeToo, say, &page) }
    let count = post.thanksCount
    if let isThanked = actions.isThanked {
      gesture(post, "/merci\">", isThanked ? say.thanked(count) : say.thanks(count), &page)
    } else if count > 0 {
      page.span(.class("count")) { $0.text(say.thanks(count)) }
    }
    if actions.quotes { quote(post, thread, pageNumber, say, &page) }
    if actions.edits { link(post, "/modifier\">", say.edit, &page) }
    if actions.removes {
      // A whole thread, or what somebody else wrote: a page asks first, and why.
      if post.number == 1 || actions.reports {
        link(post, "/retrait\">", say.remove, &page)
      } else {
        gesture(post, "/retrait\">", say.remove, &page)
      }
    }
    if actions.reports { link(post, "/signalement\">", say.report, &page) }
    if actions.reveals { gesture(post, "/nom\">", say.revealName, &page) }
    page.literal("</footer>")
  }

  private static func meToo(
    _ thread: Thread, _ saidMeToo: Bool, _ say: ThreadStrings, _ page: inout Page
  ) {
    let count = thread.meTooCount
    page.gesture("/fils/\(thread.id.value)/moi-aussi", .class("button button--quiet")) {
      $0.text(saidMeToo ? say.meTooSaid(count) : say.meToo(count))
    }
  }

  private static func quote(
    _ post: Post, _ thread: Thread, _ pageNumber: Int, _ say: ThreadStrings, _ page: inout Page
  ) {
    page.literal("<a class=\"button button--quiet\" href=\"/fils/")
    page.number(Int(thread.id.value))
    page.literal("-")
    page.text(thread.slug)
    page.literal("?page=")
    page.number(pageNumber)
    page.literal("&amp;citer=")
    page.number(post.number)
    page.literal("#repondre\">")
    page.text(say.quote)
    page.literal("</a>")
  }

  /// - Parameter ending: of the address and of the tag.
  private static func link(
    _ post: Post, _ ending: StaticString, _ label: String, _ page: inout Page
  ) {
    page.literal("<a class=\"button button--quiet\" href=\"/messages/")
    page.number(Int(post.id.value))
    page.literal(ending)
    page.text(label)
    page.literal("</a>")
  }

  /// - Parameter ending: of the address and of the tag.
  private static func gesture(
    _ post: Post, _ ending: StaticString, _ label: String, _ page: inout Page
  ) {
    page.literal("<button form=\"gestes\" class=\"button button--quiet\" formaction=\"/messages/")
    page.number(Int(post.id.value))
    page.literal(ending)
    page.text(label)
    page.literal("</button>")
  }
}
