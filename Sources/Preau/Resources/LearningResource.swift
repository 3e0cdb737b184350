// What machines read of a resource (schema.org, LRMI). It promises less than the page, never more:
// (1) It is on pages that visitors read, and says what visitors read: no name of a learner.
// (2) `name`, `inLanguage` and `license` are always there, the licence as an address.
// (3) Tags are concepts by their addresses, with our page of them beside.

import HTML

/// A resource as other catalogues and search engines take it.
struct LearningResource {
  let name: String
  let description: String
  let language: String
  let licence: Licence
  let authors: [String]
  let concepts: [Concept]
  let tags: [Tag]
  let terms: [AccessibilityTerm]
  let minutes: Int?
  let published: Instant
  let modified: Instant
  /// Our page of it.
  let page: Address
  /// The page that stands for it, where it has several: a tutorial and its card are one thing.
  var mainPage: Address?
  /// Whether it is here, open to all, and not elsewhere under rules that we do not know.
  var isHosted = false
  /// Where it is, when that is elsewhere.
  var url: String?
  var file: ResourceFile?
  /// What it was made from.
  var basedOn: [Address] = []

  func value(for visit: Visit) -> DataValue {
    let base = visit.baseURL
    return .members([
      "@context": .text("https://schema.org"),
      "@type": .texts(["CreativeWork", "LearningResource"]),
      "@id": .text(base + (mainPage ?? page).text + "#ressource"),
      "name": .text(name),
      "description": description.isEmpty ? nil : .text(description.oneLine),
      "url": .text(url ?? base + page.text),
      "mainEntityOfPage": .text(base + (mainPage ?? page).text),
      "publisher": isHosted ? organization(visit.site.configuration.siteName, base) : nil,
      "isAccessibleForFree": isHosted ? .flag(true) : nil,
      "inLanguage": .text(language),
      "license": .text(licence.uri(base: base)),
      "author": list(authors.map { person($0) }),
      "datePublished": .text(DateStrings.machine(published)),
      "dateModified": .text(DateStrings.machine(modified)),
      "keywords": .texts(tags.map(\.label)),
      "about": list(about.map { term($0, base, visit.say.language) }),
      "learningResourceType": .texts(labels(of: "types-de-ressource", visit)),
      "educationalLevel": list(
        concepts(of: UseSchemes.level).map { term($0, base, visit.say.language) }),
      "educationalAlignment": list(alignments(base, visit.say.language)),
      "audience": list(labels(of: "publics", visit).map { audience($0) }),
      "timeRequired": minutes.map { .text("PT\($0)M") },
      "accessMode": .texts(tokens(.mode)),
      "accessibilityFeature": .texts(tokens(.feature)),
      "accessibilityHazard": .texts(tokens(.hazard)),
      "isBasedOn": list(basedOn.map { .text(base + $0.text) }),
      "encoding": file.map { encoding($0, base) },
    ])
  }

  private func list(_ values: [DataValue]) -> DataValue? {
    values.isEmpty ? nil : .list(values)
  }

  private func person(_ name: String) -> DataValue {
    .members(["@type": .text("Person"), "name": .text(name)])
  }

  private func organization(_ name: String, _ base: String) -> DataValue {
    .members(["@type": .text("Organization"), "name": .text(name), "url": .text(base + "/")])
  }

  private func audience(_ label: String) -> DataValue {
    .members(["@type": .text("EducationalAudience"), "audienceType": .text(label)])
  }

  /// What it is about: not what it is, nor for which level or whom.
  private var about: [Concept] {
    let others: Set = ["types-de-ressource", UseSchemes.level, "publics"]
    return concepts.filter { !others.contains($0.scheme) }
  }

  private func concepts(of scheme: String) -> [Concept] {
    concepts.filter { $0.scheme == scheme }
  }

  private func labels(of scheme: String, _ visit: Visit) -> [String] {
    concepts(of: scheme).map { $0.label(in: visit.say.language) }
  }

  private func tokens(_ kind: AccessibilityTerm.Kind) -> [String] {
    terms.filter { $0.kind == kind }.map(\.token)
  }

  private func term(_ concept: Concept, _ base: String, _ language: Language) -> DataValue {
    .members([
      "@type": .text("DefinedTerm"), "@id": .text(concept.uri),
      "name": .text(concept.label(in: language)), "url": .text(base + concept.address.text),
      "inDefinedTermSet": .text(base + "/vocabulaires/" + concept.scheme),
    ])
  }

  /// For older readers, which know no other way.
  private func alignments(_ base: String, _ language: Language) -> [DataValue] {
    let kinds = [(UseSchemes.level, "educationalLevel"), (UseSchemes.track, "educationalSubject")]
    return kinds.flatMap { scheme, kind in
      concepts(of: scheme).map { concept in
        .members([
          "@type": .text("AlignmentObject"), "alignmentType": .text(kind),
          "educationalFramework": .text(base + "/vocabulaires/" + scheme),
          "targetName": .text(concept.label(in: language)), "targetUrl": .text(concept.uri),
        ])
      }
    }
  }

  private func encoding(_ file: ResourceFile, _ base: String) -> DataValue {
    .members([
      "@type": .text("MediaObject"), "contentUrl": .text(base + file.address.text),
      "encodingFormat": .text(file.type), "contentSize": .text("\(file.bytes) B"),
      "name": file.name.isEmpty ? nil : .text(file.name),
    ])
  }
}

extension ResourceView {
  /// The card as machines take it.
  func learningResource(_ visit: Visit) -> LearningResource {
    let named = signers.filter(\.isNamedToVisitors).map(\.name)
    let written = authors(for: .visitor)
    var found = LearningResource(
      name: visit.title(resource.title), description: visit.title(resource.description),
      language: resource.language, licence: resource.licence,
      authors: written.isEmpty ? named : [written], concepts: concepts,
      tags: tags.filter { visit.mayShow($0) }, terms: access.terms, minutes: resource.minutes,
      published: resource.created, modified: resource.changed, page: resource.address)
    switch resource.source {
    case .tutorial(let id, let slug):
      found.url = visit.baseURL + Tutorial.address(id, slug).text
      found.mainPage = Tutorial.address(id, slug)
      found.isHosted = true
    case .file(let file):
      found.file = file
      found.isHosted = true
    case .link(let url): found.url = url
    }
    return found
  }
}

extension TutorialPage {
  /// The tutorial as machines take it; nil where visitors do not read it.
  func learningResource(_ visit: Visit) -> LearningResource? {
    guard isPublished, view.space.visibility == .public, !view.tutorial.isRemoved, let card else {
      return nil
    }
    var found = LearningResource(
      name: visit.title(version.title), description: visit.title(version.summary),
      language: version.language.rawValue, licence: version.licence,
      authors: view.signers.filter(\.isNamedToVisitors).map(\.name), concepts: card.concepts,
      tags: tags.filter { visit.mayShow($0) }, terms: card.access.terms,
      minutes: card.resource.minutes ?? version.minutes,
      published: view.tutorial.publishedAt ?? version.created,
      modified: version.published ?? version.created, page: view.tutorial.address)
    found.isHosted = true
    found.basedOn = origins.filter { $0.isReadable && $0.published != nil }
      .map { Tutorial.address($0.original, $0.slug) }
    return found
  }
}
