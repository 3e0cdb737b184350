import SQLite

/// The vocabularies that come with Préau: loaded once into every site, as an administrator would.
enum VocabularySeeds {
  /// Loads those that this site has never had, in one transaction.
  ///
  /// A site that has them is asked one question and nothing else.
  /// - Parameter root: the folder that holds `Seeds/`.
  static func load(into database: Database, root: String, now: Instant) throws {
    let folder = root + "/Seeds/vocabularies"
    let names = namesInFolder(folder).filter { $0.hasSuffix(".xml") }
    let loaded = Set(try database.read { try VocabularySeedStore.loaded($0) })
    let missing = names.filter { !loaded.contains($0) }
    if missing.isEmpty { return }
    let documents = try missing.map { name in
      guard let bytes = readFile(folder + "/" + name) else {
        throw StartFailure("cannot read \(folder)/\(name)")
      }
      return (name, try SKOSReader(rdfXML: bytes).document)
    }
    try database.write { db in
      for (name, document) in documents {
        // What an administrator has imported since is newer than ours.
        let isKnown = try document.schemes.contains { scheme in
          try StoredVocabularyStore.isKnown(scheme.uri, db)
        }
        if !isKnown { try VocabularyStore.load(document, at: now, db) }
        try VocabularySeedStore.note(name, at: now, db)
      }
    }
  }
}
