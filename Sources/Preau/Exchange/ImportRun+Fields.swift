import SQLite

// What spaces ask of those who ask, and what was answered.

extension ImportRun {
  mutating func load(_ field: ExchangeRecord.Field, _ db: Writer) throws {
    try ids.checkNew(.field, field.id)
    let space = try ids.row(.category, field.category, "category")
    var identity = LineIdentity()
    identity.add(field.label)
    identity.add(field.kind)
    identity.add(field.options)
    let digest = occurrences.digest(of: identity)
    if try ids.recall(.field, field.id, in: space, digest, db) != nil { return }
    if let row = ids.first(try ImportStore.fields(of: space, field, db), .field) {
      try ids.meet(.field, field.id, in: space, digest, row: row, db)
      return
    }
    let row = try ImportStore.add(field, to: space, db)
    try ids.noteNew(.field, field.id, in: space, digest, row: row, db)
  }

  /// It has no id: a question answers each field once.
  mutating func load(_ answer: ExchangeRecord.Answer, _ db: Writer) throws {
    let field = try ids.row(.field, answer.field, "field")
    let isNew: Bool
    if let held = answer.held {
      let row = try ids.row(.held, held, "held")
      isNew = try ImportStore.add(answer.value, to: field, ofHeld: row, db)
    } else {
      let row = try ids.row(.thread, answer.thread ?? 0, "thread")
      isNew = try ImportStore.add(answer.value, to: field, ofThread: row, db)
    }
    if !isNew { ids.noteKnown() }
  }
}
