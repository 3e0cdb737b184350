import HTML
import HTTP
import Sanitizer

/// What was typed to write a tutorial, exactly.
struct TutorialDraft: Sendable {
  var space = ""
  var title = ""
  var summary = ""
  var body = ""
  var tags = ""
  var licence = Licence.bySA.uri
  var language = Language.french.rawValue
  var fits = ""
  /// `2027-09-01`, as a browser sends a day; empty: none.
  var reviewBy = ""
  var message = ""

  enum Problem: Error, Equatable {
    case spaceMissing
    case titleMissing
    case titleTooLong(over: Int)
    case summaryTooLong(over: Int)
    case bodyEmpty
    case bodyTooLong(over: Int)
    case bodyRefused
    case tooManyTags
    case tagTooLong
    case licenceMissing
    /// What the original allows.
    case licence(Licence.AdaptingRefusal)
    case fitsTooLong
    case dayInvalid
    case messageTooLong
  }

  struct Problems: Error {
    let all: [Problem]
  }

  static let longestSummary = 300
  /// In characters: about twenty pages.
  static let longestBody = 40_000
  /// A form of this size is still kept when its session has ended: see ``KeptForm``.
  private static let longestBytes = 110_000
  static let longestFits = 120
  static let longestMessage = 200

  /// The same, known to be storable, or everything that is wrong, in the order of the form.
  ///
  /// - Parameters:
  ///   - space: the space that was chosen, when the member may write there.
  ///   - original: the licence of what it is made from.
  func checked(
    in space: Space.ID?, from original: Licence? = nil
  ) throws(Problems) -> NewTutorialVersion {
    var problems: [Problem] = []
    if space == nil { problems.append(.spaceMissing) }
    let title = title.oneLine
    if title.isEmpty { problems.append(.titleMissing) }
    if let over = Self.over(title, ThreadDraft.longestTitle) {
      problems.append(.titleTooLong(over: over))
    }
    let summary = summary.oneLine
    if let over = Self.over(summary, Self.longestSummary) {
      problems.append(.summaryTooLong(over: over))
    }
    let body = body.withUnixLines
    let html = rendered(body, &problems)
    let tags = TagLabels(tags)
    if tags.labels.count > ThreadDraft.mostTags { problems.append(.tooManyTags) }
    if tags.labels.contains(where: { $0.count > ThreadDraft.longestTag }) {
      problems.append(.tagTooLong)
    }
    let licence = licence(from: original, &problems)
    if Self.over(fits.oneLine, Self.longestFits) != nil { problems.append(.fitsTooLong) }
    let day = Day(reviewBy.trimmed)
    if day == nil, !reviewBy.trimmed.isEmpty { problems.append(.dayInvalid) }
    if Self.over(message.oneLine, Self.longestMessage) != nil { problems.append(.messageTooLong) }
    guard problems.isEmpty, let space, let html, let licence else {
      throw Problems(all: problems)
    }
    return NewTutorialVersion(
      space: space, title: title, summary: summary, source: body, html: html, licence: licence,
      language: Language(rawValue: language) ?? .french, fits: fits.oneLine, tags: tags,
      reviewBy: day, message: message.oneLine)
  }

  private func rendered(_ body: String, _ problems: inout [Problem]) -> SanitizedHTML? {
    if body.allSatisfy(\.isWhitespace) {
      problems.append(.bodyEmpty)
      return nil
    }
    let spare = body.utf8.count - Self.longestBytes
    let over = spare > 0 ? spare : body.count - Self.longestBody
    if over > 0 {
      problems.append(.bodyTooLong(over: over))
      return nil
    }
    do { return try TutorialText.render(body) } catch {
      problems.append(.bodyRefused)
      return nil
    }
  }

  private func licence(from original: Licence?, _ problems: inout [Problem]) -> Licence? {
    guard let licence = Licence(uri: licence) else {
      problems.append(.licenceMissing)
      return nil
    }
    do throws(Licence.AdaptingRefusal) {
      if let original { try original.admitAdapting(into: licence) }
      return licence
    } catch {
      problems.append(.licence(error))
      return nil
    }
  }

  /// By how many characters `text` is too long. Bytes are counted first: one character can be
  /// megabytes long.
  private static func over(_ text: String, _ longest: Int) -> Int? {
    let spare = text.utf8.count - 4 * longest
    if spare > 0 { return spare }
    return text.count > longest ? text.count - longest : nil
  }
}

extension TutorialDraft {
  /// What a form sent, or a stored draft holds.
  init(_ fields: Parameters) {
    space = fields["espace"] ?? ""
    title = fields["titre"] ?? ""
    summary = fields["resume"] ?? ""
    body = fields["texte"] ?? ""
    tags = fields["etiquettes"] ?? ""
    licence = fields["licence"] ?? Licence.bySA.uri
    language = fields["langue-du-texte"] ?? Language.french.rawValue
    fits = fields["convient"] ?? ""
    reviewBy = fields["relire-avant"] ?? ""
    message = fields["changements"] ?? ""
  }

  /// A version as it stands, to be changed.
  init(_ version: TutorialVersion, source: String, reviewBy: Day?) {
    title = version.title
    summary = version.summary
    body = source
    tags = version.tags
    licence = version.licence.uri
    language = version.language.rawValue
    fits = version.fits
    self.reviewBy = reviewBy?.text ?? ""
  }
}

/// A version known to be storable.
struct NewTutorialVersion: Sendable {
  let space: Space.ID
  let title: String
  let summary: String
  let source: String
  let html: SanitizedHTML
  let licence: Licence
  let language: Language
  let fits: String
  let tags: TagLabels
  let reviewBy: Day?
  let message: String

  fileprivate init(
    space: Space.ID, title: String, summary: String, source: String, html: SanitizedHTML,
    licence: Licence, language: Language, fits: String, tags: TagLabels, reviewBy: Day?,
    message: String
  ) {
    self.space = space
    self.title = title
    self.summary = summary
    self.source = source
    self.html = html
    self.licence = licence
    self.language = language
    self.fits = fits
    self.tags = tags
    self.reviewBy = reviewBy
    self.message = message
  }

  /// How many words it has.
  var words: Int { html.plainText.split(whereSeparator: \.isWhitespace).count }
}

/// The texts of tutorials as they are stored: the one place that knows their scope.
enum TutorialText {
  /// One text stands on a page.
  private static let scope = "t"

  static func render(_ source: String) throws(Sanitizer.Refusal) -> SanitizedHTML {
    try PostBody.render(source, scope: scope)
  }
}
