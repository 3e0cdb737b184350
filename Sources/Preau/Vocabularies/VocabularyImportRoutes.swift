import HTML
import HTTP
import SQLite
import XML

/// Administrators import vocabularies: a file, a look at what it would change, a confirmation.
enum VocabularyImportRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/vocabulaires/importation", .administrators, lane: .slow, ask)
    routes.post(
      "/vocabulaires/importation", .administrators, lane: .slow, isKept: false, takesFiles: true,
      send)
    routes.post(
      "/vocabulaires/importation/confirmation", .administrators, lane: .slow, isKept: false,
      confirm)
    routes.get("/vocabulaires/propositions", .members, propose)
  }

  /// The form, and what waits for a confirmation.
  static func ask(_ visit: Visit) throws -> Response {
    let member = try visit.member.id
    let upload = try visit.read { try VocabularyUploadStore.upload(of: member, $0) }
    guard let upload, let preview = try preview(of: upload, visit) else {
      return VocabularyImportPages.ask(nil, problem: "", visit)
    }
    return VocabularyImportPages.ask(preview, problem: "", visit)
  }

  static func send(_ visit: Visit) throws -> Response {
    let member = try visit.member.id
    let say = visit.say.vocabularies
    guard let file = visit.form.file("fichier"), !file.bytes.isEmpty else {
      return VocabularyImportPages.ask(nil, problem: say.fileMissing, visit)
    }
    do { _ = try SKOSReader(rdfXML: file.bytes) } catch {
      return VocabularyImportPages.ask(nil, problem: try say.words(for: error), visit)
    }
    let upload = VocabularyUpload(name: String(file.filename.prefix(200)), document: file.bytes)
    try visit.write { try VocabularyUploadStore.keep(upload, of: member, at: visit.now, $0) }
    return visit.redirect(to: "/vocabulaires/importation")
  }

  /// Imports what was looked at: another file that was sent since is looked at first.
  static func confirm(_ visit: Visit) throws -> Response {
    let member = try visit.member.id
    let upload = try visit.read { try VocabularyUploadStore.upload(of: member, $0) }
    guard let upload, mark(of: upload) == visit.form["fichier"] else {
      return visit.redirect(to: "/vocabulaires/importation")
    }
    if visit.form["action"] == "oublier" {
      try visit.write { try VocabularyUploadStore.forget(of: member, $0) }
      return visit.redirect(to: "/vocabulaires/importation")
    }
    let document = try SKOSReader(rdfXML: upload.document).document
    let slug = try visit.write { db in
      let change = try VocabularyStore.load(document, at: visit.now, db)
      try VocabularyUploadStore.forget(of: member, db)
      try Journal.write(
        .vocabularyImported, by: member,
        detail: "\(change.new) \(change.changed) \(change.gone)", at: visit.now, db)
      return try ConceptStore.schemes(db).first { $0.uri == change.parts.first?.scheme.uri }?.slug
    }
    return visit.redirect(
      to: slug.map { "/vocabulaires/\($0)" } ?? "/vocabulaires", notice: .saved)
  }

  static func mark(of upload: VocabularyUpload) -> String {
    Base64URL.encode(Array(Crypto.hash(upload.document).prefix(12)))
  }

  private static func preview(
    of upload: VocabularyUpload, _ visit: Visit
  ) throws -> VocabularyPreview? {
    guard let reader = try? SKOSReader(rdfXML: upload.document) else { return nil }
    return try visit.read { db in
      VocabularyPreview(
        name: upload.name, mark: mark(of: upload),
        change: try VocabularyChange(reader.document, db), problems: reader.problems)
    }
  }

  /// Labels of concepts for a word that is being typed as a tag, as a list in JSON.
  static func propose(_ visit: Visit) throws -> Response {
    let word = Slug.make(from: String((visit.request.query["q"] ?? "").prefix(100)))
    var labels: [String] = []
    if word.utf8.count >= 3, word != Slug.make(from: "") {
      labels = try visit.read { db in
        try TagMeaningStore.concepts(beginning: word, limit: 8, db).map {
          try TagMeaning.label(of: $0, in: visit.say.language, on: nil, db)
        }
      }
    }
    let body = JSONDocument.list(labels.map { .text($0) }).utf8
    var response = Response(type: "application/json", body: body)
    response["Cache-Control"] = "private, max-age=300"
    response["Vary"] = "Cookie, Accept-Language"
    return response
  }
}

/// What an administrator looks at before a file is imported.
struct VocabularyPreview {
  let name: String
  /// Tells this file from another one that was sent meanwhile.
  let mark: String
  let change: VocabularyChange
  let problems: [SKOSProblem]
}
