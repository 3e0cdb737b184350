import HTTP

/// Pages as visitors see them: the same for all who ask in one language, so made once.
typealias SharedPages = ChangeKeep<SharedPageKey, Response>

struct SharedPageKey: Hashable {
  let target: String
  let language: Language
  /// Canonical addresses name the host that was asked.
  let host: String
}

extension SharedPages {
  /// Room for a few hundred pages.
  static func make() -> SharedPages { SharedPages(mostBytes: 16_000_000) }

  func keep(_ page: Response, as key: SharedPageKey, _ freshness: Freshness) {
    let bytes = page.body.count + (page.gzipped?.count ?? 0) + 1_024
    keep(page, bytes: bytes, as: key, freshness)
  }
}
