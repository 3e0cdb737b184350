/// What was typed to create or change a space, exactly.
struct SpaceDraft: Sendable {
  var name = ""
  var slug = ""
  var subject = ""
  var level = ""
  var about = ""
  var visibility = Space.Visibility.members.rawValue
  /// Whether the box was ticked that says: this space will not be opened again.
  var confirmsPrivacy = false

  enum Problem: Error, Equatable {
    case nameMissing
    case nameTooLong(over: Int)
    case slugInvalid
    case slugTaken
    case subjectTooLong(over: Int)
    case levelTooLong(over: Int)
    case aboutTooLong(over: Int)
    case visibilityUnknown
    case staysPrivate
    case privacyNotConfirmed
  }

  struct Problems: Error {
    let all: [Problem]
  }

  /// A space that already stands, as far as it limits what it may become.
  struct Standing {
    let visibility: Space.Visibility
    /// Whether anything was ever written in it, or ever will be by a class.
    let hasThreads: Bool
  }

  static let longestName = 80
  static let longestWords = 60
  static let longestAbout = 4_000
  static let longestSlug = 60

  /// The same, known to be storable, or everything that is wrong, in the order of the form.
  ///
  /// - Parameter standing: nil for a space to be created.
  func checked(_ standing: Standing?) throws(Problems) -> NewSpace {
    var problems: [Problem] = []
    let name = name.oneLine
    if name.isEmpty { problems.append(.nameMissing) }
    if let over = Self.over(name, Self.longestName) { problems.append(.nameTooLong(over: over)) }
    let slug = slug.trimmed.isEmpty ? Self.slug(from: name) : slug.trimmed
    if !Self.isSlug(slug) { problems.append(.slugInvalid) }
    let words = Self.longestWords
    if let over = Self.over(subject.oneLine, words) { problems.append(.subjectTooLong(over: over)) }
    if let over = Self.over(level.oneLine, words) { problems.append(.levelTooLong(over: over)) }
    if let problem = Self.problem(inAbout: about) { problems.append(problem) }
    let visibility = Space.Visibility(rawValue: visibility)
    if let problem = problem(with: visibility, standing) { problems.append(problem) }
    guard problems.isEmpty, let visibility else { throw Problems(all: problems) }
    return NewSpace(
      name: name, slug: slug, subject: subject.oneLine, level: level.oneLine,
      about: about.trimmed, visibility: visibility)
  }

  /// What is wrong with a description alone: all that a référent may change.
  static func problem(inAbout about: String) -> Problem? {
    over(about.trimmed, longestAbout).map { .aboutTooLong(over: $0) }
  }

  private func problem(with visibility: Space.Visibility?, _ standing: Standing?) -> Problem? {
    guard let visibility else { return .visibilityUnknown }
    guard let standing, standing.hasThreads, visibility != standing.visibility else { return nil }
    if standing.visibility == .private { return .staysPrivate }
    return visibility == .private && !confirmsPrivacy ? .privacyNotConfirmed : nil
  }

  /// By how many characters `text` is too long. Bytes are counted first: one character can be
  /// megabytes long.
  private static func over(_ text: String, _ longest: Int) -> Int? {
    let spare = text.utf8.count - 4 * longest
    if spare > 0 { return spare }
    return text.count > longest ? text.count - longest : nil
  }

  private static func slug(from name: String) -> String {
    let slug = Slug.make(from: name).prefix(longestSlug)
    return String(slug.hasSuffix("-") ? slug.dropLast() : slug)
  }

  /// Addresses below `/espaces/` that are not a space.
  private static let reserved: Set<String> = ["nouveau"]

  /// Whether `text` can be the last part of a space's address.
  static func isSlug(_ text: String, longest: Int = longestSlug) -> Bool {
    guard (1...longest).contains(text.utf8.count), !reserved.contains(text),
      !text.hasPrefix("-"), !text.hasSuffix("-")
    else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
  }
}

/// A space known to be storable.
struct NewSpace: Sendable {
  let name: String
  let slug: String
  let subject: String
  let level: String
  let about: String
  let visibility: Space.Visibility

  fileprivate init(
    name: String, slug: String, subject: String, level: String, about: String,
    visibility: Space.Visibility
  ) {
    self.name = name
    self.slug = slug
    self.subject = subject
    self.level = level
    self.about = about
    self.visibility = visibility
  }
}
