import SQLite

// Cards of the catalogue, what was done with them, and what was put together from them.

extension ImportRun {
  mutating func load(
    _ resource: ExchangeRecord.Resource, _ line: Int, _ db: Writer
  ) throws {
    try ids.checkNew(.resource, resource.id)
    let space = try ids.row(.category, resource.category, "category")
    let tutorial = try resource.tutorial.map { id throws(Rejection) in
      try ids.row(.tutorial, id, "tutorial")
    }
    let references = CatalogueImportStore.References(
      author: try resource.author.map { id throws(Rejection) in
        try ids.row(.user, id, "author")
      },
      trustBy: try resource.trustBy.map { id throws(Rejection) in
        try ids.row(.user, id, "trust_by")
      },
      tags: try ids.rows(.tag, resource.tags, "tags"),
      concepts: try concepts(resource.concepts, line, db))
    var identity = LineIdentity()
    identity.add(tutorial ?? 0)
    identity.add(resource.url?.key ?? "")
    identity.add(resource.created.seconds)
    let digest = occurrences.digest(of: identity)
    if try ids.recall(.resource, resource.id, in: space, digest, db) != nil { return }
    if let tutorial {
      guard
        let card = try CatalogueImportStore.describe(
          cardOf: tutorial, resource, references, mayChange: !metTutorials.contains(tutorial), db)
      else { throw Rejection.notAllowed(key: "tutorial", what: "was never published") }
      if card.isNew {
        try ids.noteNew(.resource, resource.id, in: space, digest, row: card.id, db)
      } else {
        try ids.meet(.resource, resource.id, in: space, digest, row: card.id, db)
      }
    } else if let row = ids.first(
      try CatalogueImportStore.cards(in: space, resource, db), .resource)
    {
      try ids.meet(.resource, resource.id, in: space, digest, row: row, db)
    } else {
      let row = try CatalogueImportStore.add(resource, to: space, references, db)
      try ids.noteNew(.resource, resource.id, in: space, digest, row: row, db)
    }
  }

  /// It has no id: a member tells of a card once.
  mutating func load(_ use: ExchangeRecord.Use, _ line: Int, _ db: Writer) throws {
    let resource = try ids.row(.resource, use.resource, "resource")
    let author = try ids.row(.user, use.author, "author")
    var places: [Concept.ID?] = []
    for uri in [use.level, use.track, use.modality] {
      places.append(try concepts(uri.map { [$0] } ?? [], line, db).first)
    }
    let isNew = try CatalogueImportStore.add(use, places: places, by: author, to: resource, db)
    if !isNew { ids.noteKnown() }
  }

  mutating func load(_ collection: ExchangeRecord.Collection, _ db: Writer) throws {
    try ids.checkNew(.collection, collection.id)
    let owner = try ids.row(.user, collection.author, "author")
    let editors = try ids.rows(.user, collection.editors, "editors")
    let asked = try ids.rows(.user, collection.asked, "asked")
    var identity = LineIdentity()
    identity.add(owner)
    identity.add(collection.created.seconds)
    identity.add(collection.title)
    let digest = occurrences.digest(of: identity)
    if try ids.recall(.collection, collection.id, in: 0, digest, db) != nil { return }
    let same = try CatalogueImportStore.collections(of: owner, collection, db)
    if let row = ids.first(same, .collection) {
      try ids.meet(.collection, collection.id, in: 0, digest, row: row, db)
    } else {
      let row = try CatalogueImportStore.add(
        collection, of: owner, editors: editors, asked: asked, db)
      try ids.noteNew(.collection, collection.id, in: 0, digest, row: row, db)
    }
  }

  /// It has no id: a card stands once in a collection. Taken out here since, it does not come back.
  mutating func load(_ item: ExchangeRecord.Item, _ db: Writer) throws {
    let collection = try ids.row(.collection, item.collection, "collection")
    let resource = try ids.row(.resource, item.resource, "resource")
    var identity = LineIdentity()
    identity.add(resource)
    let digest = identity.digest
    if try ImportStore.row(.item, in: collection, digest, db) != nil { return ids.noteKnown() }
    try ImportStore.remember(.item, in: collection, digest, row: resource, db)
    if try !CatalogueImportStore.add(item, resource, to: collection, db) { ids.noteKnown() }
  }
}
