import HTML
import Sanitizer

/// What a member typed about themselves, exactly.
struct ProfileDraft: Sendable {
  var name = ""
  var about = ""
  var email = ""
  /// `fr`, `en`, or empty for what the browser asks.
  var language = ""
  var hasPublicName = false
  /// Whether a teacher made the account: the name is the teacher's to write, it is never shown
  /// outside log-in, and no address is asked for.
  var isClassAccount = false

  /// In characters as a reader counts them.
  static let longestAbout = 2_000

  enum Problem: Equatable {
    case name(DisplayName.Problem)
    case aboutTooLong(over: Int)
    case aboutRefused
    case emailMalformed
    case emailTaken
  }

  struct Problems: Error, Equatable {
    var list: [Problem]
  }

  func checked() throws(Problems) -> NewProfile {
    var problems: [Problem] = []
    var name: DisplayName?
    var about: RenderedAbout?
    var email: EmailAddress?
    do { name = try DisplayName(typed: self.name) } catch { problems.append(.name(error)) }
    switch Self.rendered(self.about) {
    case .success(let rendered): about = rendered
    case .failure(let error): problems += error.list
    }
    if !self.email.isEmpty {
      do { email = try EmailAddress(typed: self.email) } catch { problems.append(.emailMalformed) }
    }
    guard problems.isEmpty, let name, let about else { throw Problems(list: problems) }
    return NewProfile(
      name: name, about: about, email: email, language: Language(rawValue: language),
      hasPublicName: hasPublicName)
  }

  /// The size is limited before the text is rendered; bytes are counted before characters, for one
  /// can be megabytes long.
  private static func rendered(_ source: String) -> Result<RenderedAbout, Problems> {
    let source = source.withUnixLines
    var over = source.utf8.count - 4 * longestAbout
    if over <= 0 { over = source.count - longestAbout }
    if over > 0 { return .failure(Problems(list: [.aboutTooLong(over: over)])) }
    do {
      return .success(RenderedAbout(source: source, html: try RenderedAbout.render(source)))
    } catch {
      return .failure(Problems(list: [.aboutRefused]))
    }
  }
}

/// A member's own words, and the markup they make.
struct RenderedAbout: Sendable {
  let source: String
  let html: SanitizedHTML

  /// What the sanitiser's policy says now: older markup is made again.
  static let policy = Policy.version

  static func render(_ source: String) throws(Sanitizer.Refusal) -> SanitizedHTML {
    try PostBody.render(source, scope: "presentation")
  }
}

/// A profile that may be stored.
struct NewProfile: Sendable {
  let name: DisplayName
  let about: RenderedAbout
  let email: EmailAddress?
  let language: Language?
  let hasPublicName: Bool

  fileprivate init(
    name: DisplayName, about: RenderedAbout, email: EmailAddress?, language: Language?,
    hasPublicName: Bool
  ) {
    self.name = name
    self.about = about
    self.email = email
    self.language = language
    self.hasPublicName = hasPublicName
  }
}
