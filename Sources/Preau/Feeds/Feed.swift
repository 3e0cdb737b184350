import HTML

/// A list of posts to be followed from elsewhere (RFC 4287).
struct Feed: Sendable {
  /// Never changes, whatever the site's address.
  let id: String
  let title: String
  let subtitle: String
  /// The page of the same content.
  let page: Address
  /// The feed itself, without the secret that may open it.
  let address: Address
  /// When the place began: what "updated" says while there is no post.
  let begun: Instant
  let entries: [FeedEntry]
  /// Tutorials and resources among them.
  var cards: [FeedCard] = []

  /// The last time that anything in it changed.
  var updated: Instant { (entries.map(\.updated) + cards.map(\.changed)).max() ?? begun }

  /// All of it, the newest first.
  var items: [Item] {
    let all = entries.map(Item.post) + cards.map(Item.card)
    return Array(all.sorted { $0.created > $1.created }.prefix(FeedStore.mostEntries))
  }

  enum Item: Sendable {
    case post(FeedEntry)
    case card(FeedCard)

    var created: Instant {
      switch self {
      case .post(let entry): entry.created
      case .card(let card): card.created
      }
    }
  }
}

/// A tutorial, a file or a link of the catalogue in a feed.
struct FeedCard: Sendable {
  let resource: Resource.ID
  let title: String
  let summary: String
  /// Who made it, as it is written; empty: `signers` did.
  let authors: String
  var signers: [Author] = []
  let address: Address
  let created: Instant
  let changed: Instant
}

/// A post of a feed.
struct FeedEntry: Sendable {
  let post: Post.ID
  let number: Int
  let thread: Thread.ID
  let threadSlug: String
  let threadTitle: String
  let author: Author
  let created: Instant
  let edited: Instant?
  let body: SanitizedHTML

  var updated: Instant { edited ?? created }
  var address: Address { Thread.address(thread, threadSlug, post: number) }
}

/// Identifiers of feeds and entries: the same for ever, and another site's are others.
///
/// A feed reader knows what it has shown by these alone (RFC 4287 §4.2.6): they come from the
/// site's key and a number, never from a host name, a slug or a title, which all may change.
enum FeedID {
  /// - Parameter place: such as `post 12`.
  static func text(_ place: String, key: SiteKey) -> String {
    var bytes = Array(Crypto.hash(Array("feed\n\(place)".utf8), key: key.bytes).prefix(16))
    // A UUID of version 8, whose bits are ours to choose (RFC 9562 §5.8).
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
      text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return "urn:uuid:" + String(decoding: text, as: UTF8.self)
  }
}
