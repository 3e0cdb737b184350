import HTML

/// What a member can do with a post: the row of buttons below it.
///
/// There are some hundred and fifty of them on a page, so their markup is written as it stands.
enum PostFoot {
  static func write(
    _ post: Post, _ shown: ThreadPage, _ say: ThreadStrings, _ visit: Visit, _ page: inout Page
  ) {
    let thread = shown.view.thread
    let relation = shown.view.relation
    let isMine = visit.viewer.member?.id == post.author.id
    page.literal("<footer class=\"post__foot\">")
    if relation.mayAccept(in: thread), post.number > 1 {
      let isAccepted = post.number == thread.acceptedNumber
      gesture(post, "/acceptation\">", isAccepted ? say.unaccept : say.accept, &page)
    }
    if post.number == 1, thread.kind == .question, !relation.isAuthor {
      meToo(thread, relation, say, &page)
    }
    if !isMine {
      let count = post.thanksCount
      gesture(post, "/merci\">", post.isThanked ? say.thanked(count) : say.thanks(count), &page)
    } else if post.thanksCount > 0 {
      page.span(.class("count")) { $0.text(say.thanks(post.thanksCount)) }
    }
    if relation.mayReply(in: thread) { quote(post, shown, say, &page) }
    if post.mayEdit(visit.viewer, relation.rights) {
      link(post, "/modifier\">", say.edit, &page)
    }
    if post.mayRemove(visit.viewer, relation.rights) {
      gesture(post, "/retrait\">", say.remove, &page)
    }
    if !isMine { link(post, "/signalement\">", say.report, &page) }
    page.literal("</footer>")
  }

  private static func meToo(
    _ thread: Thread, _ relation: ThreadRelation, _ say: ThreadStrings, _ page: inout Page
  ) {
    let count = thread.meTooCount
    page.gesture("/fils/\(thread.id.value)/moi-aussi", .class("button button--quiet")) {
      $0.text(relation.saidMeToo ? say.meTooSaid(count) : say.meToo(count))
    }
  }

  private static func quote(
    _ post: Post, _ shown: ThreadPage, _ say: ThreadStrings, _ page: inout Page
  ) {
    page.literal("<a class=\"button button--quiet\" href=\"/fils/")
    page.number(Int(shown.view.thread.id.value))
    page.literal("-")
    page.text(shown.view.thread.slug)
    page.literal("?page=")
    page.number(shown.number)
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
