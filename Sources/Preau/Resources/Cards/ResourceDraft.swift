import HTML
import HTTP

/// What was typed to describe a resource, exactly.
struct ResourceDraft: Sendable {
  var kind = Resource.Kind.link
  var space = ""
  var url = ""
  /// The key of the file that has come.
  var file = ""
  var title = ""
  var description = ""
  var authors = ""
  var licence = Licence.unknown.uri
  var language = "fr"
  var cover = ""
  var dropsCover = false
  var minutes = ""
  var connection = ""
  var adaptation = ""
  var tags = ""
  var concepts: [Concept.ID] = []
  var terms: [AccessibilityTerm] = []
  /// Whether it was said that it is no duplicate.
  var isConfirmed = false

  enum Problem: Error, Equatable {
    case spaceMissing
    case urlMissing
    case urlInvalid
    /// A card of the same space has the same address.
    case urlTaken
    case fileMissing
    case file(FileProblem)
    case coverNoPicture
    case titleMissing
    case titleTooLong(over: Int)
    case descriptionMissing
    case descriptionTooLong(over: Int)
    case authorsTooLong
    case licenceMissing
    case minutesInvalid
    case adaptationTooLong(over: Int)
    case tooManyTags
    case tagTooLong
    /// It is said to have a danger, and not to have it.
    case hazardsContradict
    case held
    case silenced(until: Instant)
    case spaceFull

    /// The field of the form that it is about.
    var field: StaticString {
      switch self {
      case .spaceMissing, .held, .silenced, .spaceFull: "espace"
      case .urlMissing, .urlInvalid, .urlTaken: "adresse"
      case .fileMissing, .file: "fichier"
      case .coverNoPicture: "couverture"
      case .titleMissing, .titleTooLong: "titre"
      case .descriptionMissing, .descriptionTooLong: "description"
      case .authorsTooLong: "auteurs"
      case .licenceMissing: "licence"
      case .minutesInvalid: "duree"
      case .adaptationTooLong: "adaptation"
      case .tooManyTags, .tagTooLong: "etiquettes"
      case .hazardsContradict: "acces"
      }
    }
  }

  struct Problems: Error { let all: [Problem] }

  static let longestDescription = 1_000
  static let longestAuthors = 200
  static let longestAdaptation = 1_500
  /// A week of ten-hour days: more is no duration but a mistake.
  static let longestMinutes = 4_200

  /// The same, known to be storable, or everything that is wrong, in the order of the form.
  ///
  /// - Parameters:
  ///   - space: the space that was chosen, when the member may write there.
  ///   - isTutorial: what its tutorial says is not asked again.
  func checked(in space: Space.ID?, isTutorial: Bool = false) throws(Problems) -> NewResource {
    var problems: [Problem] = []
    var address: ResourceAddress?
    let title = title.oneLine
    let description = description.withUnixLines.trimmed
    let licence = Licence(uri: licence)
    if !isTutorial {
      if space == nil { problems.append(.spaceMissing) }
      address = source(&problems)
      if title.isEmpty { problems.append(.titleMissing) }
      if let over = Self.over(title, ThreadDraft.longestTitle) {
        problems.append(.titleTooLong(over: over))
      }
      if description.isEmpty { problems.append(.descriptionMissing) }
      if let over = Self.over(description, Self.longestDescription) {
        problems.append(.descriptionTooLong(over: over))
      }
      if Self.over(authors.oneLine, Self.longestAuthors) != nil { problems.append(.authorsTooLong) }
      if licence == nil { problems.append(.licenceMissing) }
    }
    let typed = self.minutes.trimmed
    let minutes = Int(typed).flatMap { (1...Self.longestMinutes).contains($0) ? $0 : nil }
    if minutes == nil, !typed.isEmpty { problems.append(.minutesInvalid) }
    let adaptation = adaptation.withUnixLines.trimmed
    if let over = Self.over(adaptation, Self.longestAdaptation) {
      problems.append(.adaptationTooLong(over: over))
    }
    let tags = TagLabels(tags)
    if tags.labels.count > ThreadDraft.mostTags { problems.append(.tooManyTags) }
    if tags.labels.contains(where: { $0.count > ThreadDraft.longestTag }) {
      problems.append(.tagTooLong)
    }
    if AccessibilityTerm.contradict(terms) { problems.append(.hazardsContradict) }
    guard problems.isEmpty else { throw Problems(all: problems) }
    return NewResource(
      space: space, address: address, file: kind == .file ? file : "", title: title,
      description: description, authors: authors.oneLine, licence: licence ?? .unknown,
      language: Self.languages.contains(language) ? language : "fr",
      cover: dropsCover ? "" : cover, minutes: minutes,
      connection: Resource.Connection(rawValue: connection), adaptation: adaptation, tags: tags,
      concepts: concepts, terms: terms)
  }

  private func source(_ problems: inout [Problem]) -> ResourceAddress? {
    switch kind {
    case .link:
      if url.trimmed.isEmpty { problems.append(.urlMissing) }
      let address = ResourceAddress(url)
      if address == nil, !url.trimmed.isEmpty { problems.append(.urlInvalid) }
      return address
    case .file:
      if file.isEmpty { problems.append(.fileMissing) }
      return nil
    case .tutorial: return nil
    }
  }

  /// Those of what is most shared here; the first is the usual one.
  static let languages = ["fr", "en", "es", "de", "it", "pt", "ar", "br", "eu", "oc", "co"]

  /// By how many characters `text` is too long. Bytes are counted first: one character can be
  /// megabytes long.
  private static func over(_ text: String, _ longest: Int) -> Int? {
    let spare = text.utf8.count - 4 * longest
    if spare > 0 { return spare }
    return text.count > longest ? text.count - longest : nil
  }
}

extension ResourceDraft {
  /// What a form sent.
  init(_ form: Form, kind: Resource.Kind) {
    self.kind = kind
    space = form["espace"] ?? ""
    url = form["adresse"] ?? ""
    file = form["fichier-recu"].flatMap { FileLink.isKey($0) ? $0 : nil } ?? ""
    title = form["titre"] ?? ""
    description = form["description"] ?? ""
    authors = form["auteurs"] ?? ""
    licence = form["licence"] ?? ""
    language = form["langue-du-contenu"] ?? "fr"
    cover = form["couverture-recue"].flatMap { FileLink.isKey($0) ? $0 : nil } ?? ""
    dropsCover = form["sans-couverture"] == "oui"
    minutes = form["duree"] ?? ""
    connection = form["connexion"] ?? ""
    adaptation = form["adaptation"] ?? ""
    tags = form["etiquettes"] ?? ""
    concepts = ConceptPicker.chosen(form)
    var seen: Set<AccessibilityTerm> = []
    terms = form.all("acces").compactMap { AccessibilityTerm.term(value: $0) }
      .filter { seen.insert($0).inserted }
    isConfirmed = form["confirmer"] == "oui"
  }

  /// A card as it stands, to be changed.
  init(_ view: ResourceView) {
    let card = view.resource
    kind = card.source.kind
    space = view.space.slug
    if case .link(let url) = card.source { self.url = url }
    if case .file(let file) = card.source { self.file = file.key }
    title = card.title
    description = card.description
    authors = card.authors
    licence = card.licence.uri
    language = card.language
    cover = card.cover ?? ""
    minutes = card.minutes.map(String.init) ?? ""
    connection = card.connection?.rawValue ?? ""
    adaptation = card.adaptation
    tags = view.tags.map(\.label).joined(separator: ", ")
    concepts = view.concepts.map(\.id)
    terms = view.access.terms
  }
}

/// A card known to be storable.
struct NewResource: Sendable {
  let space: Space.ID?
  let address: ResourceAddress?
  /// The key of a file of whoever adds it; empty: none.
  let file: String
  let title: String
  let description: String
  let authors: String
  let licence: Licence
  let language: String
  /// The key of a picture; empty: none.
  let cover: String
  let minutes: Int?
  let connection: Resource.Connection?
  let adaptation: String
  let tags: TagLabels
  let concepts: [Concept.ID]
  let terms: [AccessibilityTerm]
}
