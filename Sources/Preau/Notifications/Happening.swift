import SQLite

/// Something that happened, of which members are told.
enum Happening {
  /// A post was published: those whom it calls, whom it answers, and who follow its thread.
  case posted(in: Thread.ID, number: Int)
  /// A post was changed: those whom it calls now.
  case edited(Post.ID)
  /// A post was accepted as the answer, or no longer: its author, those who follow the question and
  /// those who have it too.
  case accepted(Post.ID, by: Member.ID)
  case unaccepted(Post.ID)
  /// The thanks for a post have changed: its author.
  case thanked(Post.ID)
  /// Anything else, said to some members.
  case told(
    Notification.Kind, to: [Member.ID], about: Subject, by: Member.ID? = nil, words: String = "")

  /// What something told is about. It is shown to nobody who cannot read the thread, nor once the
  /// post is removed: what a member must learn of a removed post has a page of its own.
  enum Subject {
    case post(Post.ID)
    case thread(Thread.ID)
    /// A page of ours.
    case page(String)
  }
}

/// Telling members what happened.
enum Notifications {
  /// Tells those concerned, in the transaction of the cause: call it once the change is made.
  ///
  /// Nobody is told of what they did themselves, nor of what they may not read, nor twice of the
  /// same. Mails follow by themselves.
  static func tell(_ happening: Happening, at now: Instant, _ db: Writer) throws {
    switch happening {
    case .posted(let thread, let number):
      if let post = try NotificationStore.post(number, of: thread, db) {
        try NotificationStore.tellPosted(post, at: now, db)
      }
    case .edited(let post): try NotificationStore.tellMentions(post, at: now, db)
    case .accepted(let post, let member):
      try NotificationStore.tellAccepted(post, by: member, at: now, db)
    case .unaccepted(let post): try NotificationStore.withdrawAccepted(post, db)
    case .thanked(let post): try NotificationStore.tellThanks(post, at: now, db)
    case .told(let kind, let members, let subject, let actor, let words):
      for member in try members.map({ try MaskStore.member(behind: $0, db) })
      where member != actor {
        try NotificationStore.tell(
          kind, to: member, about: subject, by: actor, words: words, at: now, db)
      }
    }
  }
}
