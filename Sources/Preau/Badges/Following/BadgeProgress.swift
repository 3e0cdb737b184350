/// How far somebody is from a badge that they aim at.
struct BadgeProgress: Sendable {
  let badge: BadgeClass
  /// What is known of each way to it, the nearest first.
  let steps: [Step]

  /// What has been done, or is to be done next.
  enum Step: Sendable, Equatable {
    /// It was asked for, and nobody has answered.
    case waits(since: Instant)
    /// It was asked for, and came back with these words.
    case returned(answer: String)
    case canBeAskedFor
    /// Somebody gives it: it cannot be asked for.
    case isGiven
    /// Nobody gives it any more.
    case isOver
  }

  init(badge: BadgeClass, request: Request?) {
    self.badge = badge
    steps = [Self.asking(badge, request)]
  }

  /// A request for it, as it stands.
  struct Request: Sendable {
    let state: BadgeRequest.State
    let created: Instant
    let answer: String
  }

  private static func asking(_ badge: BadgeClass, _ request: Request?) -> Step {
    if let request, request.state == .waiting { return .waits(since: request.created) }
    guard badge.state == .active, !badge.issuer.isClosed else { return .isOver }
    guard badge.version.takesRequests else { return .isGiven }
    if let request, request.state == .returned { return .returned(answer: request.answer) }
    return .canBeAskedFor
  }
}
