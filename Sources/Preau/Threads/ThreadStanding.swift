import SQLite

/// What a thread is to one reader, whichever of its pages is open: the thread as they may see it, the
/// help that goes with it, and the reply that they have begun.
struct ThreadStanding: Sendable {
  let view: ThreadView
  /// Where a question stands on the help desk, for those whom it concerns.
  let help: HelpView?
  let draft: StoredDraft?
  /// Tutorials that may answer it.
  let answers: [AnsweringTutorial]

  /// - Throws: ``Refusal`` when this reader may not see the thread.
  static func load(_ id: Thread.ID, _ visit: Visit, _ db: Reader) throws -> ThreadStanding {
    guard let view = try ThreadStore.view(id, for: visit.viewer, db) else {
      let asksLogIn = try !visit.viewer.isLoggedIn && ThreadStore.isForMembers(id, db)
      throw asksLogIn ? Refusal.needsLogIn : Refusal.notFound
    }
    return ThreadStanding(
      view: view, help: try HelpView.load(view, visit, db),
      draft: try visit.viewer.member.flatMap { member in
        try DraftStore.draft(at: .reply(id), of: member.id, db)
      },
      answers: try visit.site.answers(
        to: view.thread, reader: visit.viewer.reader, at: visit.now, db))
  }
}

/// Who reads one page of a thread soon reads another, or comes back to it.
typealias ThreadStandings = ChangeKeep<ThreadStandingKey, ThreadStanding>

struct ThreadStandingKey: Hashable {
  let thread: Thread.ID
  let member: Member.ID
}

extension ThreadStandings {
  /// Room for some thousand readers.
  static func make() -> ThreadStandings { ThreadStandings(mostBytes: 4_000_000) }

  /// What the thread is to `visit`, from the shelf or from the database.
  ///
  /// - Parameter freshness: asked for before `db` began to read; nil keeps nothing.
  /// - Throws: ``Refusal`` when this reader may not see the thread.
  func standing(
    in id: Thread.ID, _ visit: Visit, _ freshness: Freshness?, _ db: Reader
  ) throws -> ThreadStanding {
    guard let member = visit.viewer.member?.id, let freshness else {
      return try ThreadStanding.load(id, visit, db)
    }
    let key = ThreadStandingKey(thread: id, member: member)
    if let kept = value(key, freshness) { return kept }
    let standing = try ThreadStanding.load(id, visit, db)
    keep(standing, bytes: standing.bytes, as: key, freshness)
    return standing
  }
}

extension ThreadStanding {
  /// About how much memory it holds.
  var bytes: Int {
    let draft = draft?.fields.pairs.reduce(0) { $0 + $1.value.utf8.count + 128 }
    let answers = help?.answers.reduce(0) { $0 + $1.body.utf8.count + 128 }
    return 1_024 + (draft ?? 0) + (answers ?? 0) + 256 * self.answers.count
  }
}
