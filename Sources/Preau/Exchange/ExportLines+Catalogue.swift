import SQLite

// Tutorials, the catalogue and what was put together from it.

extension ExportLines {
  mutating func writeCatalogue(_ db: Reader, _ put: ([UInt8]) throws -> Void) throws {
    try CatalogueExportStore.tutorials(db) { tutorial in
      try add(tutorial, db)
      try put(line.take())
      try CatalogueExportStore.versions(of: tutorial.id, db) { version in
        add(version)
        try put(line.take())
      }
      for seal in try CatalogueExportStore.seals(of: tutorial.id, db) {
        add(seal)
        try put(line.take())
      }
      for passage in try CatalogueExportStore.passages(of: tutorial.id, db) {
        guard let post = quoted[passage.post] else { continue }
        add(passage, post)
        try put(line.take())
      }
    }
    for origin in try CatalogueExportStore.origins(db) {
      try add(origin, db)
      try put(line.take())
    }
    try CatalogueExportStore.resources(db) { resource in
      try add(resource, db)
      try put(line.take())
      for use in try CatalogueExportStore.uses(of: resource.id, db) {
        add(use)
        try put(line.take())
      }
    }
    for (index, collection) in try CatalogueExportStore.collections(db).enumerated() {
      try add(collection, Int64(index + 1), db)
      try put(line.take())
      for item in try CatalogueExportStore.items(of: collection.id, db) {
        // Of a file, which stays behind.
        guard let resource = resources[item.resource] else { continue }
        line.begin("item")
        line.add("collection", Int64(index + 1))
        line.add("resource", resource)
        line.add("created", item.created)
        if !item.note.isEmpty { line.add("note", item.note) }
        line.end()
        try put(line.take())
      }
    }
  }

  private mutating func add(_ tutorial: CatalogueExportStore.Tutorial, _ db: Reader) throws {
    tutorials[tutorial.id] = Int64(tutorials.count + 1)
    line.begin("tutorial")
    line.add("id", Int64(tutorials.count))
    line.add("category", spaces[tutorial.space] ?? 0)
    line.add("authors", try authors(of: tutorial.id, agreed: true, db))
    let asked = try authors(of: tutorial.id, agreed: false, db)
    if !asked.isEmpty { line.add("asked", asked) }
    line.add("created", tutorial.created)
    add("shared", tutorial.shared)
    add("review", tutorial.review)
    add("submitted", tutorial.submitted)
    add("published", tutorial.published)
    add("published_at", tutorial.publishedAt)
    add("review_by", tutorial.reviewBy.map { $0.number * 86_400 })
    add("thread", tutorial.thread.flatMap { threads[$0] })
    let tags = try CatalogueExportStore.tags(ofTutorial: tutorial.id, db)
      .compactMap { self.tags[$0] }
    if !tags.isEmpty { line.add("tags", tags) }
    add("concepts", try CatalogueExportStore.concepts(.tutorial, of: tutorial.id, db))
    add("removed", tutorial.removed)
    line.end()
  }

  private func authors(of tutorial: Int64, agreed: Bool, _ db: Reader) throws -> [Int64] {
    try CatalogueExportStore.authors(of: tutorial, agreed: agreed, db)
      .compactMap { members[$0] }
  }

  /// Of the last tutorial.
  private mutating func add(_ version: CatalogueExportStore.Version) {
    line.begin("version")
    line.add("tutorial", Int64(tutorials.count))
    line.add("number", version.number)
    line.add("author", members[version.author] ?? 0)
    line.add("title", version.title)
    if !version.summary.isEmpty { line.add("summary", version.summary) }
    line.add("created", version.created)
    line.add("body", version.body)
    line.add("licence", version.licence.uri)
    if version.language != Language.french.rawValue { line.add("language", version.language) }
    if !version.fits.isEmpty { line.add("fits", version.fits) }
    if !version.tags.isEmpty { line.add("tags", version.tags) }
    if !version.message.isEmpty { line.add("message", version.message) }
    add("published", version.published)
    line.end()
  }

  private mutating func add(_ seal: CatalogueExportStore.Seal) {
    line.begin("seal")
    line.add("tutorial", Int64(tutorials.count))
    line.add("version", seal.version)
    line.add("kind", seal.kind)
    line.add("author", members[seal.author] ?? 0)
    line.add("given", seal.given)
    if !seal.words.isEmpty { line.add("words", seal.words) }
    line.end()
  }

  private mutating func add(_ passage: CatalogueExportStore.Passage, _ post: Int64) {
    line.begin("passage")
    line.add("tutorial", Int64(tutorials.count))
    line.add("number", passage.number)
    line.add("post", post)
    line.add("author", members[passage.author] ?? 0)
    line.add("body", passage.body)
    if passage.state != "agreed" { line.add("state", passage.state) }
    line.end()
  }

  private mutating func add(_ origin: CatalogueExportStore.Origin, _ db: Reader) throws {
    line.begin("origin")
    line.add("tutorial", tutorials[origin.tutorial] ?? 0)
    line.add("original", tutorials[origin.original] ?? 0)
    line.add("version", origin.version)
    line.add("title", origin.title)
    line.add("licence", origin.licence.uri)
    line.add("adapted", origin.adapted)
    line.add(
      "authors",
      try CatalogueExportStore.authors(ofOrigin: origin.tutorial, db).compactMap { members[$0] })
    line.end()
  }

  private mutating func add(_ resource: CatalogueExportStore.Resource, _ db: Reader) throws {
    resources[resource.id] = Int64(resources.count + 1)
    line.begin("resource")
    line.add("id", Int64(resources.count))
    line.add("category", spaces[resource.space] ?? 0)
    add("tutorial", resource.tutorial.flatMap { tutorials[$0] })
    if !resource.url.isEmpty { line.add("url", resource.url) }
    add("author", resource.author.flatMap { members[$0] })
    line.add("created", resource.created)
    line.add("changed", resource.changed)
    line.add("title", resource.title)
    if !resource.description.isEmpty { line.add("description", resource.description) }
    if !resource.authors.isEmpty { line.add("authors", resource.authors) }
    line.add("licence", resource.licence.uri)
    if resource.language != Language.french.rawValue { line.add("language", resource.language) }
    let tags = try CatalogueExportStore.tags(ofResource: resource.id, db)
      .compactMap { self.tags[$0] }
    if !tags.isEmpty { line.add("tags", tags) }
    add("concepts", try CatalogueExportStore.concepts(.resource, of: resource.id, db))
    add("minutes", resource.minutes)
    if let connection = resource.connection { line.add("connection", connection) }
    if !resource.adaptation.isEmpty { line.add("adaptation", resource.adaptation) }
    add("access", try CatalogueExportStore.access(of: resource.id, db))
    if resource.trust != "unchecked" { line.add("trust", resource.trust) }
    add("trust_by", resource.trustBy.flatMap { members[$0] })
    add("trust_at", resource.trustAt)
    if !resource.trustWords.isEmpty { line.add("trust_words", resource.trustWords) }
    if resource.isRemoved { line.addTrue("removed") }
    if !resource.removedFor.isEmpty { line.add("removed_for", resource.removedFor) }
    line.end()
  }

  private mutating func add(_ use: CatalogueExportStore.Use) {
    line.begin("use")
    line.add("resource", resources[use.resource] ?? 0)
    line.add("author", members[use.author] ?? 0)
    line.add("created", use.created)
    if !use.speaksAs.isEmpty { line.add("speaks_as", use.speaksAs) }
    if let level = use.level { line.add("level", level) }
    if let track = use.track { line.add("track", track) }
    if let modality = use.modality { line.add("modality", modality) }
    if !use.sought.isEmpty { line.add("sought", use.sought) }
    line.add("happened", use.happened)
    if !use.changed.isEmpty { line.add("changed", use.changed) }
    line.add("again", use.again)
    add("edited", use.edited)
    add("removed", use.removed)
    if !use.removedFor.isEmpty { line.add("removed_for", use.removedFor) }
    line.end()
  }

  private mutating func add(
    _ collection: CatalogueExportStore.Collection, _ id: Int64, _ db: Reader
  ) throws {
    line.begin("collection")
    line.add("id", id)
    line.add("author", members[collection.author] ?? 0)
    line.add("kind", collection.kind)
    line.add("title", collection.title)
    if !collection.words.isEmpty { line.add("words", collection.words) }
    if collection.visibility != "public" { line.add("visibility", collection.visibility) }
    line.add("created", collection.created)
    line.add("changed", collection.changed)
    for (name, agreed) in [("editors", true), ("asked", false)] as [(StaticString, Bool)] {
      let editors = try CatalogueExportStore.editors(of: collection.id, agreed: agreed, db)
        .compactMap { members[$0] }
      if !editors.isEmpty { line.add(name, editors) }
    }
    add("removed", collection.removed)
    line.end()
  }

  /// A number or a time, where there is one.
  private mutating func add(_ name: StaticString, _ value: Int64?) {
    if let value { line.add(name, value) }
  }

  /// Texts, where there are any.
  mutating func add(_ name: StaticString, _ texts: [String]) {
    if !texts.isEmpty { line.add(name, texts) }
  }
}
