import SQLite

/// How often a member wants to hear of something by mail. Stored under these names; from the most
/// often to never.
enum MailLevel: String, ColumnValue, Sendable, CaseIterable {
  case now, daily, weekly, never
}

/// One thing that a member can choose a ``MailLevel`` for.
enum MailChoice: Hashable, Sendable {
  /// What is said to the member: replies, calls by name, decisions.
  case personal
  /// What else happens in threads that the member follows.
  case followed
  /// A class is a space, too.
  case space(Space.ID)
  case tag(Int64)
  case thread(Thread.ID)
  /// The digest itself: stopped by its link, whatever it would hold.
  case digest(Digest)

  /// Stored under these names.
  enum Digest: String, Sendable { case daily, weekly }

  /// As it is stored, and as it stands in forms and addresses.
  var scope: String {
    switch self {
    case .personal: "personal"
    case .followed: "followed"
    case .space: "space"
    case .tag: "tag"
    case .thread: "thread"
    case .digest(let digest): digest.rawValue
    }
  }

  var target: Int64 {
    switch self {
    case .personal, .followed, .digest: 0
    case .space(let space): space.value
    case .tag(let tag): tag
    case .thread(let thread): thread.value
    }
  }

  init?(scope: some StringProtocol, target: Int64) {
    switch scope {
    case "personal" where target == 0: self = .personal
    case "followed" where target == 0: self = .followed
    case "space" where target > 0: self = .space(Number(target))
    case "tag" where target > 0: self = .tag(target)
    case "thread" where target > 0: self = .thread(Number(target))
    case "daily" where target == 0: self = .digest(.daily)
    case "weekly" where target == 0: self = .digest(.weekly)
    default: return nil
    }
  }

  /// What holds as long as nothing was chosen; nil: what a wider choice says.
  var usual: MailLevel? {
    switch self {
    case .personal: .now
    case .followed: .daily
    default: nil
    }
  }
}

/// What a thread's mails depend on: where it stands.
struct MailTopic: Sendable {
  var thread: Thread.ID?
  var space: Space.ID?
  var tags: [Int64] = []
}

/// All that one member chose.
struct MailChoices: Sendable {
  var levels: [MailChoice: MailLevel] = [:]

  /// How often `kind` about `topic` is wanted.
  ///
  /// The narrowest choice wins. A thread's holds for all that is told of it; those of tags (of
  /// several, the one that wants mails most often) and of the space for what is merely followed, so
  /// that a quiet space does not hide an answer.
  func level(of kind: Notification.Kind, about topic: MailTopic) -> MailLevel {
    if kind.isQuiet { return .never }
    let wanted = wanted(kind, topic)
    if wanted == .daily, levels[.digest(.daily)] == .never { return .never }
    if wanted == .weekly, levels[.digest(.weekly)] == .never { return .never }
    return wanted
  }

  private func wanted(_ kind: Notification.Kind, _ topic: MailTopic) -> MailLevel {
    if let thread = topic.thread, let level = levels[.thread(thread)] { return level }
    if kind.isPersonal { return levels[.personal] ?? .now }
    let tagged = Set(topic.tags.compactMap { levels[.tag($0)] })
    if let level = MailLevel.allCases.first(where: tagged.contains) { return level }
    if let space = topic.space, let level = levels[.space(space)] { return level }
    return levels[.followed] ?? .daily
  }
}

extension MailChoices {
  /// Seconds after joining during which a member gets at most one mail a day beside direct replies
  /// and calls by name.
  static let secondsOfNewness: Int64 = 7 * 86_400

  /// The same for a member who joined at `joined`: what is not said to a newcomer directly waits
  /// for the digest.
  func level(
    of kind: Notification.Kind, about topic: MailTopic, joined: Instant, now: Instant
  ) -> MailLevel {
    let level = level(of: kind, about: topic)
    let isDirect = kind == .reply || kind == .mention
    let isNew = now - joined < Self.secondsOfNewness
    if level == .now, isNew, !isDirect {
      return levels[.digest(.daily)] == .never ? .never : .daily
    }
    return level
  }
}
