import SQLite

/// What waits to be read in the demo: the class reads the first posts of its pupils before they are
/// published, and two wait.
enum DemoHeld {
  /// Makes it, in the transaction that gives everybody a password, once the class is there.
  static func make(at now: Instant, _ db: Writer) throws {
    guard let teacher = try MemberStore.member(login: DemoClass.teacher, db)?.id,
      let thread = try DemoStore.thread(titled: "La mayonnaise ne prend pas chez moi", db),
      let space = try DemoStore.space(of: thread, db)
    else { return }
    try HeldStore.choose(
      HoldingChoice(holding: .first), in: space, by: teacher, at: now + -20 * 86_400, db)
    if let pupil = try DemoStore.pupil(named: "Jade L.", of: space, db) {
      _ = try HeldStore.hold(
        PostDraft(body: "Moi j’ajoute une cuillère d’eau chaude quand elle est trop épaisse.")
          .checked(), to: thread, answers: 1, submission: Crypto.randomBytes(16), by: pupil,
        isMasked: false, at: now + -9 * 3_600, db)
    }
    if let pupil = try DemoStore.pupil(named: "Mathis G.", of: space, db) {
      var draft = ThreadDraft()
      draft.title = "On peut venir au TP avec ses couteaux\u{202F}?"
      draft.body = "Mon oncle m’en a donné trois. J’ai peur de les perdre à l’atelier."
      _ = try HeldStore.hold(
        draft.checked(in: space).get(), submission: Crypto.randomBytes(16), by: pupil,
        at: now + -5 * 3_600, db)
    }
  }
}
