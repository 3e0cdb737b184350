import HTML

extension Page {
  /// A list of threads, the title first.
  mutating func threadList(_ lines: [ThreadLine], _ visit: Visit, namesSpace: Bool = true) {
    ul(.class("threads"), .role("list")) { page in
      for line in lines { page.threadLine(line, visit, namesSpace: namesSpace) }
    }
  }

  private mutating func threadLine(_ line: ThreadLine, _ visit: Visit, namesSpace: Bool) {
    let say = visit.say.threads
    let isUnread = visit.hasNews(line)
    li(.when(isUnread, .class("unread"))) { page in
      page.h3 { page in
        page.a(.href(visit.address(of: line))) { page in
          if isUnread { page.span(.class("unseen")) { $0.text(say.new + visit.say.site.colon) } }
          page.span(visit.writtenLanguage) { $0.text(visit.title(line.title)) }
        }
      }
      page.threadState(line.kind, line.state, line.isSolved, replies: line.postCount - 1, say)
      page.p(.class("meta")) { page in
        if line.isPinned { page.span { $0.text(say.pinned) } }
        if namesSpace {
          page.a(.href("/espaces/\(line.spaceSlug)")) { $0.text(line.spaceName) }
        }
        page.span { $0.text(visit.name(of: line.author)) }
        page.span { $0.text(say.replies(line.postCount - 1)) }
        page.moment(line.lastActivity, visit)
        page.tags(line.tags, visit)
      }
    }
  }

  /// Where a thread stands, in words: colour is never alone.
  mutating func threadState(
    _ kind: Thread.Kind, _ state: Thread.State, _ isSolved: Bool, replies: Int,
    _ say: ThreadStrings
  ) {
    if isSolved {
      span(.class("state state--solved")) { $0.text("✓ " + say.solved) }
    } else if state == .closed {
      span(.class("state")) { $0.text(say.closedState) }
    } else if kind == .experience {
      span(.class("state state--story")) { $0.text(say.kind(kind)) }
    } else if kind == .question {
      span(.class("state state--waiting")) { page in
        page.text(replies == 0 ? say.unansweredState : say.openState)
      }
    } else {
      span(.class("state")) { $0.text(say.kind(kind)) }
    }
  }

  /// A moment in words, exact for machines.
  mutating func moment(_ moment: Instant, _ visit: Visit) {
    literal("<time datetime=\"")
    text(DateStrings.machine(moment))
    literal("\">")
    text(visit.say.dates.relative(moment, now: visit.now))
    literal("</time>")
  }

  mutating func tags(_ tags: [Tag], _ visit: Visit) {
    for tag in tags where visit.mayShow(tag) {
      a(.class("tag"), .href(tag.address)) { $0.text(tag.label(in: visit.say.language)) }
    }
  }

  /// The way to the next page of a list.
  mutating func older(_ next: ThreadCursor?, of list: Address, isFirst: Bool, _ visit: Visit) {
    if next == nil && isFirst { return }
    nav(.class("pager"), .label(visit.say.site.pages)) { page in
      if !isFirst {
        page.a(.class("button"), .href(list)) { $0.text(visit.say.threads.newest) }
      }
      if let next {
        page.a(.class("button"), .rel("next"), .href(list.adding("avant", next.text))) {
          $0.text(visit.say.threads.older)
        }
      }
    }
  }
}

extension Visit {
  /// Whether a thread has posts that this member has not seen.
  fileprivate func hasNews(_ line: ThreadLine) -> Bool {
    guard let member = viewer.member, line.lastActivity >= member.joined else { return false }
    return (line.readUpTo ?? 0) < line.lastNumber
  }

  /// A thread that was begun opens at the first post not yet seen.
  fileprivate func address(of line: ThreadLine) -> Address {
    guard let read = line.readUpTo, read < line.lastNumber else {
      return Thread.address(line.id, line.slug)
    }
    return Thread.address(line.id, line.slug, post: read + 1)
  }
}
