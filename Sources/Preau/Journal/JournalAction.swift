import SQLite

/// What the journal keeps. Stored under these names: renaming a case is a migration.
///
/// A new case needs its words in ``JournalStrings`` and nothing else.
enum JournalAction: String, ColumnValue, Sendable, CaseIterable {
  // Accounts. The detail of a role: the former one and the new one.
  case accountCreated = "account-created"
  case accountSuspended = "account-suspended"
  case accountRestored = "account-restored"
  case accountDeleted = "account-deleted"
  case roleChanged = "role-changed"
  case codeIssued = "code-issued"
  case passwordSet = "password-set"
  case invitationMade = "invitation-made"
  case invitationRevoked = "invitation-revoked"

  // Spaces.
  case referentAppointed = "referent-appointed"
  case referentDismissed = "referent-dismissed"
  case memberAdmitted = "member-admitted"
  case memberRemoved = "member-removed"

  // Moderation.
  /// Of older journals: a removal is a decision now, with its reason.
  case postRemoved = "post-removed"
  case postRestored = "post-restored"
  case postEdited = "post-edited"
  case threadPinned = "thread-pinned"
  case threadUnpinned = "thread-unpinned"
  case threadClosed = "thread-closed"
  case threadReopened = "thread-reopened"
  case threadMoved = "thread-moved"
  case threadReceived = "thread-received"
  case threadMerged = "thread-merged"
  case mergeUndone = "merge-undone"
  case reportSettled = "report-settled"
  // Cases. The detail of a decision: what was decided, and why.
  case caseTaken = "case-taken"
  case caseReleased = "case-released"
  case caseDecided = "case-decided"
  case decisionContested = "decision-contested"
  case contestAnswered = "contest-answered"
  case moderationShown = "moderation-shown"
  case moderationKept = "moderation-kept"
  case nameRevealed = "name-revealed"
  case masksAllowed = "masks-allowed"
  case masksRefused = "masks-refused"
  // Posts that are read before they are published. The detail of a refusal: why; of a choice: which.
  case postApproved = "post-approved"
  case postRefused = "post-refused"
  case holdingChosen = "holding-chosen"

  // Classes.
  case classMade = "class-made"
  case classClosed = "class-closed"
  case classReopened = "class-reopened"
  case classCodeRenewed = "class-code-renewed"
  case classArchived = "class-archived"
  case secretReset = "secret-reset"
  case learnerRenamed = "learner-renamed"

  // The help desk. The detail of many at once: how many; of a delay: its hours.
  case requestHandedOver = "request-handed-over"
  case requestsTagged = "requests-tagged"
  case requestsAssigned = "requests-assigned"
  case requestsClosed = "requests-closed"
  case bulkUndone = "bulk-undone"
  case volunteerNamed = "volunteer-named"
  case volunteerDismissed = "volunteer-dismissed"
  case deskDelaySet = "desk-delay-set"
  case needsSent = "needs-sent"
  case needsExported = "needs-exported"

  // Tags and vocabularies. The detail of an import: how many concepts are new, changed and gone.
  case tagRenamed = "tag-renamed"
  case tagMerged = "tag-merged"
  case tagPromoted = "tag-promoted"
  case vocabularyImported = "vocabulary-imported"

  // Tutorials.
  case tutorialAccepted = "tutorial-accepted"
  case tutorialReturned = "tutorial-returned"
  case tutorialRemoved = "tutorial-removed"
  case tutorialRestored = "tutorial-restored"
  case tutorialTaken = "tutorial-taken"
  // Reviews. The detail: which seals.
  case sealGiven = "seal-given"
  case sealRefused = "seal-refused"
  case sealsChosen = "seals-chosen"
  case tradeReviewerNamed = "trade-reviewer-named"
  case tradeReviewerDismissed = "trade-reviewer-dismissed"
  /// A remark of somebody else. The detail: why.
  case remarkHidden = "remark-hidden"

  // The catalogue.
  case resourceRemoved = "resource-removed"
  case resourceRestored = "resource-restored"
  case useRemoved = "use-removed"
  case useRestored = "use-restored"

  // The whole site.
  case exported = "exported"

  /// Whether the page may say on whom. Who wrote without a name stays unknown to those who read
  /// that somebody else has looked.
  var namesWhom: Bool { self != .nameRevealed }

  /// Whether nobody does it: the site, as somebody has decided once.
  var isOfTheSite: Bool { self == .badgeRuled || self == .badgeRecognised }

  // Badges. The detail of an issuer: which.
  case badgeIssuerAllowed = "badge-issuer-allowed"
  case badgeIssuerClosed = "badge-issuer-closed"
  case badgeMade = "badge-made"
  case badgeActivated = "badge-activated"
  case badgeRetired = "badge-retired"
  case badgeOffered = "badge-offered"
  // Rules that give badges; what one has given.
  case badgeRuleSet = "badge-rule-set"
  case badgeRulePaused = "badge-rule-paused"
  case badgeRuleResumed = "badge-rule-resumed"
  case badgeRuleStopped = "badge-rule-stopped"
  case badgeRuled = "badge-ruled"
  // Recognition by peers. The detail: from how many on.
  case badgePeersSet = "badge-peers-set"
  case badgeRecognised = "badge-recognised"
  // What pupils need to show a badge.
  case badgeAgreementNeeded = "badge-agreement-needed"
  case badgeAgreementDropped = "badge-agreement-dropped"
  case badgeShowingAgreed = "badge-showing-agreed"
  case badgeShowingDeclined = "badge-showing-declined"
  /// To another address of the same person.
  case badgeReissued = "badge-reissued"
  case badgeReturned = "badge-returned"
  case badgeRevoked = "badge-revoked"
  case badgeRestored = "badge-restored"
  case badgeKeysRenewed = "badge-keys-renewed"
  case badgeEndorsed = "badge-endorsed"
  case badgeEndorsementRemoved = "badge-endorsement-removed"
}

/// On what something was done, besides on whom. Stored under these names.
enum JournalObject: Sendable, Equatable {
  case thread(Thread.ID)
  case post(Post.ID)
  case invitation(Invitation.ID)
  case tutorial(Tutorial.ID)
  case resource(Resource.ID)
  case badge(BadgeClass.ID)

  var kind: String {
    switch self {
    case .thread: "thread"
    case .post: "post"
    case .invitation: "invitation"
    case .tutorial: "tutorial"
    case .resource: "resource"
    case .badge: "badge"
    }
  }

  var number: Int64 {
    switch self {
    case .thread(let id): id.value
    case .post(let id): id.value
    case .invitation(let id): id.value
    case .tutorial(let id): id.value
    case .resource(let id): id.value
    case .badge(let id): id.value
    }
  }

  /// - Returns: nil for a kind that this release does not know.
  init?(kind: String?, number: Int64?) {
    guard let kind, let number else { return nil }
    switch kind {
    case "thread": self = .thread(Number(number))
    case "post": self = .post(Number(number))
    case "invitation": self = .invitation(Number(number))
    case "tutorial": self = .tutorial(Number(number))
    case "resource": self = .resource(Number(number))
    case "badge": self = .badge(Number(number))
    default: return nil
    }
  }
}
