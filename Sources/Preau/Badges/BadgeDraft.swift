import HTTP

/// What was typed to make or change a kind of badge, exactly.
struct BadgeDraft: Sendable {
  var issuer = ""
  var name = ""
  var description = ""
  var criteria = ""
  var tags = ""
  var concepts = ""
  var months = ""
  var shape = BadgeDrawing.Shape.disc.rawValue
  var colour = BadgeDrawing.Colour.tile.rawValue
  var pictogram = BadgeDrawing.Pictogram.star.rawValue
  var takesRequests = true
  var upload = BadgeUpload.none

  enum Problem: Error, Equatable {
    case nameMissing, descriptionMissing, criteriaMissing
    case tooLong(StaticFieldName, over: Int)
    case monthsWrong
    case conceptUnknown(String)
    case picture(BadgeUpload.Problem)

    var field: StaticString {
      switch self {
      case .nameMissing: "nom"
      case .descriptionMissing: "description"
      case .criteriaMissing: "criteres"
      case .tooLong(let name, _): name.field
      case .monthsWrong: "mois"
      case .conceptUnknown: "notions"
      case .picture: "image"
      }
    }
  }

  enum StaticFieldName: Sendable, Equatable {
    case name, description, criteria, tags

    var field: StaticString {
      switch self {
      case .name: "nom"
      case .description: "description"
      case .criteria: "criteres"
      case .tags: "etiquettes"
      }
    }
  }

  struct Problems: Error { let all: [Problem] }

  static let longestName = 120
  static let longestDescription = 600
  static let longestCriteria = 8_000
  static let longestTags = 300
  static let mostMonths = 240

  init() {}

  init(_ form: Form) {
    issuer = form["emetteur"] ?? ""
    name = form["nom"] ?? ""
    description = form["description"] ?? ""
    criteria = form["criteres"] ?? ""
    tags = form["etiquettes"] ?? ""
    concepts = form["notions"] ?? ""
    months = form["mois"] ?? ""
    shape = form["forme"] ?? shape
    colour = form["couleur"] ?? colour
    pictogram = form["pictogramme"] ?? pictogram
    takesRequests = form["demandes"] == "oui"
    upload = BadgeUpload(form)
  }

  /// A class as it stands, to be changed.
  ///
  /// - Parameter concepts: the addresses of what it corresponds to.
  init(_ badge: BadgeClass, concepts addresses: [String]) {
    let version = badge.version
    issuer = String(badge.issuer.id.value)
    name = version.name
    description = version.description
    criteria = version.criteria
    tags = version.tags.joined(separator: ", ")
    concepts = addresses.joined(separator: "\n")
    months = version.months.map(String.init) ?? ""
    shape = version.drawing.shape.rawValue
    colour = version.drawing.colour.rawValue
    pictogram = version.drawing.pictogram.rawValue
    takesRequests = version.takesRequests
  }

  /// - Parameter known: which of some addresses are those of concepts.
  func checked(known: ([String]) throws -> Set<String>) throws -> NewBadgeClass {
    var problems: [Problem] = []
    let name = name.oneLine
    let description = description.trimmed
    let criteria = criteria.withUnixLines.trimmed
    if name.isEmpty { problems.append(.nameMissing) }
    if description.isEmpty { problems.append(.descriptionMissing) }
    if criteria.isEmpty { problems.append(.criteriaMissing) }
    for (text, longest, field) in [
      (name, Self.longestName, StaticFieldName.name),
      (description, Self.longestDescription, .description),
      (criteria, Self.longestCriteria, .criteria), (tags, Self.longestTags, .tags),
    ] where text.count > longest {
      problems.append(.tooLong(field, over: text.count - longest))
    }
    let typedMonths = months.trimmed
    let months = Int(typedMonths)
    if !typedMonths.isEmpty, !(months.map { (1...Self.mostMonths).contains($0) } ?? false) {
      problems.append(.monthsWrong)
    }
    let addresses = concepts.split(whereSeparator: \.isWhitespace).map(String.init)
    let found = try known(addresses)
    if let unknown = addresses.first(where: { !found.contains($0) }) {
      problems.append(.conceptUnknown(unknown))
    }
    if case .wrong(let problem) = upload { problems.append(.picture(problem)) }
    if !problems.isEmpty { throw Problems(all: problems) }
    return NewBadgeClass(
      name: name, description: description, criteria: criteria, drawing: drawing, upload: upload,
      tags: tags.split(separator: ",").map { String($0).oneLine }.filter { !$0.isEmpty },
      months: months, takesRequests: takesRequests, alignments: addresses)
  }

  /// As chosen; what is none of ours is as at first.
  var drawing: BadgeDrawing {
    BadgeDrawing(
      shape: BadgeDrawing.Shape(rawValue: shape) ?? .disc,
      colour: BadgeDrawing.Colour(rawValue: colour) ?? .tile,
      pictogram: BadgeDrawing.Pictogram(rawValue: pictogram) ?? .star)
  }
}
