import HTML

/// A tutorial as one reader meets it.
struct TutorialView {
  let tutorial: Tutorial
  let space: Space
  let actor: TutorialActor
  /// The seals that the space asks for.
  let seals: Set<ReviewSeal>
  /// Those who sign, in their order, then those who are asked to.
  let authors: [TutorialAuthor]
  /// Whether the reader is asked to sign and has not answered.
  let isAsked: Bool

  var signers: [Author] { authors.filter(\.hasAgreed).map(\.author) }
  var publishesAlone: Bool { actor.publishesAlone(needing: seals) }

  /// Whether it was taken away, and only those who could return it still see it.
  var isGone: Bool { tutorial.isRemoved && !actor.mayRestore(tutorial) }
}

/// One version of a tutorial.
struct TutorialVersion {
  let number: Int
  let title: String
  let summary: String
  let body: SanitizedHTML
  let words: Int
  let licence: Licence
  let language: Language
  let fits: String
  let tags: String
  let message: String
  let created: Instant
  /// When everybody could first read it; nil: never.
  let published: Instant?
  let author: Author

  /// In minutes, at the pace of somebody who reads to do it (200 words a minute), at least one.
  var minutes: Int { max(1, (words + 100) / 200) }
}
