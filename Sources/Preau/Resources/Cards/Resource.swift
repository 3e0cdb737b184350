// A card describes something; a learner is never named to visitors by it:
// (1) A tutorial's card takes its signatures from the tutorial whenever it is read.
// (2) What a card says of authors is free text: when a learner added it, visitors do not read it.
// (3) Whoever reads the space reads the card, and nobody else.

import HTML
import SQLite

/// A catalogue card: what a thing is, for whom, under which conditions.
struct Resource: Sendable {
  typealias ID = Number<Resource>
  let id: ID
  let source: Source
  let title: String
  let slug: String
  let description: String
  let authors: String
  let licence: Licence
  /// BCP 47.
  let language: String
  let cover: String?
  let created: Instant
  let changed: Instant
  let isRemoved: Bool
  let removedFor: String
  /// How long one needs for it.
  let minutes: Int?
  let connection: Connection?
  /// What to change for a pupil who…
  let adaptation: String
  let uses: UseCounts

  /// What the card is of.
  enum Source: Sendable, Equatable {
    case tutorial(Tutorial.ID, slug: String)
    case file(ResourceFile)
    case link(String)

    var kind: Kind {
      switch self {
      case .tutorial: .tutorial
      case .file: .file
      case .link: .link
      }
    }
  }

  /// The three kinds, under the words that stand in addresses.
  enum Kind: String, Sendable, CaseIterable {
    case tutorial = "tutoriel"
    case file = "fichier"
    case link = "lien"
  }

  /// Whether one must be connected. Stored under these names.
  enum Connection: String, ColumnValue, Sendable, CaseIterable {
    case needed, download, none
  }
}

/// A file that a card offers.
struct ResourceFile: Sendable, Equatable {
  let key: String
  let kind: FileKind
  let name: String
  let type: String
  let bytes: Int

  var address: Address { "/fichiers/\(key)" }
}

extension Resource {
  static func address(_ id: ID, _ slug: String) -> Address { "/ressources/\(id.value)-\(slug)" }
  var address: Address { Self.address(id, slug) }

  /// Its cover, small.
  var thumbnail: Address? { cover.map { "/fichiers/\($0)/vignette" } }

  /// Where the thing itself is.
  var target: Address? {
    switch source {
    case .tutorial(let id, let slug): Tutorial.address(id, slug)
    case .file(let file): file.address
    case .link(let url): Address(elsewhere: url)
    }
  }
}

/// Who may do what with a card.
struct ResourceActor: Sendable, Equatable {
  let rights: SpaceRights
  /// Whether the person added it or signs its tutorial.
  let isOwner: Bool

  /// Whether what the card says may be changed.
  var mayEdit: Bool { isOwner && rights.mayWrite || rights.mayArrange }
  /// A tutorial's card goes and comes with it.
  func mayRemove(_ resource: Resource) -> Bool {
    if case .tutorial = resource.source { return false }
    return !resource.isRemoved && (isOwner && rights.mayWrite || rights.mayModerate)
  }
  /// What somebody who looks after the space took away, only they return.
  func mayRestore(_ resource: Resource) -> Bool {
    if case .tutorial = resource.source { return false }
    return resource.isRemoved
      && (rights.mayModerate || isOwner && rights.mayWrite && resource.removedFor.isEmpty)
  }
  /// Anybody who is logged in and may read tells what happened: families and AESH too.
  var mayTell: Bool { rights.isLoggedIn && !rights.isClosed }
}

/// A card as one reader meets it.
struct ResourceView {
  let resource: Resource
  let space: Space
  let actor: ResourceActor
  /// Nil for a tutorial's card.
  let addedBy: Author?
  /// Those who sign the tutorial.
  var signers: [Author] = []
  var access = AccessibilityCard()
  var tags: [Tag] = []
  var concepts: [Concept] = []
  /// Since when its link does not answer.
  var brokenSince: Instant?

  /// Taken away, and the reader is none of those who could return it.
  var isGone: Bool { resource.isRemoved && !actor.mayRestore(resource) }

  /// The authors as `viewer` may read them: see the promises above.
  func authors(for viewer: Viewer) -> String {
    let isLearners = addedBy.map { !$0.isNamedToVisitors && !$0.isDeleted } ?? false
    return viewer.isLoggedIn || !isLearners ? resource.authors : ""
  }
}
