/// What a SKOS file holds, as we understand it: values alone, in the order of the file.
struct SKOSDocument: Sendable, Equatable {
  var schemes: [SKOSScheme] = []
  var concepts: [SKOSConcept] = []
  var collections: [SKOSCollection] = []
  /// What stands below concepts but is not in ``concepts``: for a part of a vocabulary.
  var narrower: [String: [String]] = [:]
}

/// A text in a language (BCP 47, in lower case).
struct SKOSText: Sendable, Hashable {
  let language: String
  let text: String
}

/// A vocabulary.
struct SKOSScheme: Sendable, Equatable {
  let uri: String
  /// Of texts that name none.
  let language: String
  /// Whether the file describes it: one that is only named may have concepts elsewhere.
  let isDescribed: Bool
  var titles: [SKOSText] = []
  var descriptions: [SKOSText] = []
}

/// A notion of a vocabulary. Nothing here depends on the order of what is in sets.
struct SKOSConcept: Sendable, Equatable {
  let uri: String
  /// Schemes that it belongs to; the first one gives it its page.
  var schemes: [String] = []
  /// Those at the top of which it stands.
  var topOf: Set<String> = []
  var labels: [SKOSLabel] = []
  var notes: [SKOSNote] = []
  var notations: [String] = []
  var links: Set<SKOSLink> = []
  var isDeprecated = false
  /// What to use in its place.
  var replacement: String?

  /// The same in an order of its own, to be compared.
  var sorted: SKOSConcept {
    var concept = self
    concept.schemes.sort()
    concept.labels.sort { $0.key < $1.key }
    concept.notes.sort { $0.key < $1.key }
    concept.notations.sort()
    return concept
  }

  func links(_ kind: SKOSLink.Kind) -> [String] {
    links.filter { $0.kind == kind }.map(\.uri).sorted()
  }

  /// What it is called in a language, when it has one.
  func preferred(_ language: String) -> String? {
    labels.first { $0.kind == .preferred && $0.text.language == language }?.text.text
  }
}

/// What a concept is called.
struct SKOSLabel: Sendable, Hashable {
  /// Stored under these names.
  enum Kind: String, Sendable, CaseIterable {
    case preferred = "pref"
    case other = "alt"
    /// For searches alone: misspellings and the like.
    case hidden
  }

  let kind: Kind
  let text: SKOSText

  fileprivate var key: String { kind.rawValue + "\n" + text.language + "\n" + text.text }
}

/// What explains a concept.
struct SKOSNote: Sendable, Hashable {
  /// Stored under these names.
  enum Kind: String, Sendable, CaseIterable { case definition, scope, example, note }

  let kind: Kind
  let text: SKOSText

  fileprivate var key: String { kind.rawValue + "\n" + text.language + "\n" + text.text }
}

/// What leads from one concept to another. `narrower` is the other end of `broader`.
struct SKOSLink: Sendable, Hashable {
  /// Stored under these names, which are those of SKOS.
  enum Kind: String, Sendable, CaseIterable {
    case broader, related, exactMatch, closeMatch, broadMatch, narrowMatch, relatedMatch

    static let matches: [Kind] = [
      .exactMatch, .closeMatch, .broadMatch, .narrowMatch, .relatedMatch,
    ]
  }

  let kind: Kind
  let uri: String
}

/// Concepts that are shown together.
struct SKOSCollection: Sendable, Equatable {
  let uri: String
  let scheme: String
  var labels: [SKOSText] = []
  var members: [String] = []
}

/// What is wrong with a file, the rest of which is taken.
enum SKOSProblem: Sendable, Equatable {
  /// Concepts above each other in a circle: the last step is left out.
  case circle([String])
  /// Two preferred labels in one language: the second becomes another label.
  case severalPreferred(String, language: String)
  /// The concept above is not in the file.
  case unknownParent(String, parent: String)
  /// A concept without any label is left out.
  case noLabel(String)
  /// A concept that belongs to no scheme, among several, is left out.
  case noScheme(String)
  /// A member of a collection that is not in the file.
  case unknownMember(String, member: String)
}

/// The words of SKOS and those used with it.
enum SKOS {
  static let namespace = "http://www.w3.org/2004/02/skos/core#"
  static let terms = "http://purl.org/dc/terms/"
  static let elements = "http://purl.org/dc/elements/1.1/"
  static let owl = "http://www.w3.org/2002/07/owl#"
  static let xl = "http://www.w3.org/2008/05/skos-xl#"
  static let boolean = "http://www.w3.org/2001/XMLSchema#boolean"
  static let isothes = "http://purl.org/iso25964/skos-thes#"
}
