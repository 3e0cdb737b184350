import HTML

/// A space as its own page and the list of spaces show it.
struct SpaceProfile: Sendable {
  let space: Space
  let rights: SpaceRights
  let subject: String
  /// Free words: « établissement », « académie », « national »…
  let level: String
  /// Plain text, in paragraphs.
  let about: String
  let threadCount: Int
  let memberCount: Int
  /// Whether it is the space of a class, which has pages of its own.
  let isClass: Bool
}

extension Space {
  var address: Address { "/espaces/\(slug)" }
  /// Its latest posts, for a feed reader.
  var feedAddress: Address { "/espaces/\(slug)/atom" }
  /// Where a thread is begun in it.
  var newThreadAddress: Address { Address("/fils/nouveau").adding("espace", slug) }
}

/// The spaces that a page of their list shows.
struct SpaceList: Sendable {
  /// Those that the reader has joined; on the first page only.
  var joined: [SpaceProfile] = []
  var others: [SpaceProfile] = []
  /// The slug after which the next page begins.
  var next: String?
  /// What the readable spaces are about.
  var subjects: [String] = []
  /// Private spaces that an administrator looks after without reading them.
  var closed: [Space] = []
}

extension SpaceProfile {
  /// Whether the one who looks may appoint somebody. A class without a référent waits for a teacher:
  /// it is no way in for an administrator.
  func mayAppoint(oneself: Bool, beside referents: [Author]) -> Bool {
    rights.mayAppoint(oneself: oneself, othersAreThere: isClass || !referents.isEmpty)
  }
}
