import HTTP

/// Which of their own badges somebody wants to see.
struct OwnBadgeFilter: Sendable, Equatable {
  /// Nil: all.
  var standing: Standing?
  /// As it was typed: a word, or the beginnings of several.
  var words = ""
  /// The name of who gave it; empty: anybody.
  var issuer = ""

  /// How a badge stands with its learner. Named so in addresses.
  enum Standing: String, Sendable, CaseIterable {
    case offered = "propose"
    case valid = "valable"
    case expired = "expire"
    case revoked = "revoque"
    case refused = "refuse"

    init(_ award: BadgeAward, at now: Instant) {
      self =
        switch award.state {
        case .offered: .offered
        case .refused: .refused
        case .revoked: .revoked
        case .accepted: award.isExpired(at: now) ? .expired : .valid
        }
    }
  }

  /// So many badges are seen at one glance: nobody needs to search fewer.
  static let fewest = 4

  init(standing: Standing? = nil, words: String = "", issuer: String = "") {
    self.standing = standing
    self.words = words
    self.issuer = issuer
  }

  init(_ query: Parameters) {
    standing = query["etat"].flatMap { Standing(rawValue: $0) }
    words = String((query["q"] ?? "").oneLine.prefix(120))
    issuer = query["par"] ?? ""
  }

  var isEmpty: Bool { self == OwnBadgeFilter() }

  /// - Parameter texts: in which the words are looked for.
  func admits(_ standing: Standing, from issuer: String, _ texts: [String]) -> Bool {
    if let wanted = self.standing, wanted != standing { return false }
    if !self.issuer.isEmpty, self.issuer != issuer { return false }
    let sought = SearchWord.folded(words)
    if sought.isEmpty { return true }
    let known = SearchWord.folded(texts.joined(separator: "\n"))
    return sought.allSatisfy { word in known.contains { $0.hasPrefix(word) } }
  }

  func admits(_ sheet: BadgeSheet, at now: Instant) -> Bool {
    let version = sheet.version
    return admits(
      Standing(sheet.award, at: now), from: sheet.badge.issuer.name,
      [version.name, version.description, sheet.award.narrative, sheet.award.reflection]
        + version.tags)
  }
}
