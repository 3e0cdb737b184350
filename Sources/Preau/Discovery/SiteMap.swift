import HTML

/// One of the files that together list what a visitor may read here (sitemaps.org).
///
/// A file may hold 50,000 addresses: things with numbers are parted by them, so that a file is one
/// stretch of an index and does not change when something is added elsewhere.
struct SiteMapPart: Hashable, PathValue {
  let kind: Kind
  /// From 0.
  let block: Int

  /// The most things of one kind in a file.
  static let blockSize = 10_000

  enum Kind: String, CaseIterable, Sendable {
    case spaces = "espaces"
    case threads = "fils"
    case resources = "ressources"
    case collections = "collections"
    case tutorials = "tutoriels"
    case vocabularies = "vocabulaires"
    case concepts = "notions"
  }

  init(_ kind: Kind, block: Int) {
    self.kind = kind
    self.block = block
  }

  /// Reads `fils-0.xml`.
  init?(segment: String) {
    guard segment.hasSuffix(".xml"), let dash = segment.lastIndex(of: "-"),
      let kind = Kind(rawValue: String(segment[..<dash])),
      let block = Int(segment[segment.index(after: dash)...].dropLast(4)),
      (0...1_000_000).contains(block)
    else { return nil }
    self.init(kind, block: block)
  }

  var address: Address { "/plan/\(kind.rawValue)-\(block).xml" }

  /// The numbers of what stands in it.
  var numbers: Range<Int> { block * Self.blockSize..<(block + 1) * Self.blockSize }
}

/// One address that a search engine may keep.
struct SiteMapEntry {
  let address: Address
  let changed: Instant
}
