import HTTP
import Media
import SQLite

// A file that came with a form is never lost:
// (1) It is put on the disk, a picture after it was drawn anew, and noted as its sender's before
//     anything else is asked.
// (2) Then its line joins the text of the form; whatever is wrong with that text, it comes back with
//     the line in it.
// (3) A picture without a description waits beside the text, and only the description is asked for.
//     A document has a name already, and a film speaks for itself until its texts are written.

/// What a form brings along with its text.
enum FileIntake {
  /// Takes the file out of a member's form, and puts its line at the end of the text there.
  ///
  /// - Returns: what is left to ask.
  static func take(_ visit: Visit) throws -> FileField {
    var field = FileField(visit.form.fields)
    let member = try visit.member.id
    do {
      if let file = sent(visit.form) {
        let kept = try keep(file, of: member, visit)
        if kept.kind != .picture {
          visit.addToText(FileLink.line(field.description, kept, visit.say.files))
          return FileField()
        }
        field.received = kept.key
        field.isLeftOut = false
      }
    } catch let problem as FileProblem {
      field.problem = problem
      return field
    }
    if field.isLeftOut {
      visit.leaveFileOut()
      return FileField()
    }
    guard let key = field.received,
      try visit.read({ try FileStore.kept(key, by: member, $0) })?.kind == .picture
    else { return FileField() }
    if field.lacksDescription {
      field.problem = .needsDescription
      visit.keepInForm(key)
      return field
    }
    visit.addToText(FileLink.line(field.isDecoration ? "" : field.description, picture: key))
    return FileField()
  }

  /// The fields of a form whose session has ended, its file among them: it is kept for `member`, who
  /// wrote the form.
  static func fields(of visit: Visit, for member: Member.ID) throws -> Parameters {
    guard let file = sent(visit.form) else { return visit.form.fields }
    do {
      let kept = try keep(file, of: member, visit)
      if kept.kind != .picture {
        let words = FileField(visit.form.fields).description
        visit.addToText(FileLink.line(words, kept, visit.say.files))
      } else {
        visit.keepInForm(kept.key)
      }
      return visit.form.fields
    } catch is FileProblem {
      return visit.form.fields
    }
  }

  /// Keeps the file of one field of a form as its sender's, whatever becomes of the form.
  ///
  /// - Returns: nil when the field was left empty.
  /// - Throws: ``FileProblem``.
  static func keep(_ field: String, _ visit: Visit) throws -> KeptFile? {
    guard let file = visit.form.file(field), !file.bytes.isEmpty else { return nil }
    return try keep(file, of: visit.member.id, visit)
  }

  /// Browsers send a field that was left empty as a file without a name and content.
  private static func sent(_ form: Form) -> Form.File? {
    form.file("fichier").flatMap { $0.bytes.isEmpty ? nil : $0 }
  }

  private static func keep(
    _ file: Form.File, of member: Member.ID, _ visit: Visit
  ) throws -> KeptFile {
    let key = try key(file, of: member, visit)
    if let known = try visit.read({ try FileStore.kept(key, by: member, $0) }) { return known }
    let made = try made(of: file, visit)
    return try visit.site.files.taking {
      let new = NewFile(
        key: key, kind: made.kind, content: try made.content.put(on: visit.site.files),
        thumbnail: try made.thumbnail.map { try visit.site.files.put($0) }, type: made.type,
        name: made.name, bytes: made.content.size + (made.thumbnail?.count ?? 0))
      try visit.write { db in
        try FileStore.add(
          new, of: member, at: visit.now, most: visit.site.configuration.memberFiles, db)
      }
      return KeptFile(
        key: key, kind: new.kind, name: new.name, type: new.type, bytes: new.bytes)
    }
  }

  private static func made(of file: Form.File, _ visit: Visit) throws -> Made {
    let most = visit.site.configuration.fileSizes
    if Video.isLike(file.bytes) {
      guard file.size <= most.film else { throw FileProblem.tooLarge(most) }
      return Made(try Video(of: file, in: visit.site.configuration.dataFolder))
    }
    guard file.size <= most.file, let bytes = file.withBytes({ Array($0) }) else {
      throw FileProblem.tooLarge(most)
    }
    if ImageFormat(bytes) != nil { return try Made(picture: bytes) }
    return try Made(document: bytes, named: file.filename)
  }

  /// The same for the same file in the same form, so that a form sent twice makes one post; another in
  /// each other form, lest two posts that show the same one be known to have the same writer.
  private static func key(
    _ file: Form.File, of member: Member.ID, _ visit: Visit
  ) throws(FileProblem) -> String {
    guard let hash = file.withBytes({ Crypto.hash($0) }) else { throw .damaged }
    let form = "file\n\(member.value)\n\(visit.request.path)\n\(visit.form["envoi"] ?? "")\n"
    let mark = Array(form.utf8) + hash
    return Base64URL.encode(Array(Crypto.hash(mark, key: visit.site.key.bytes).prefix(16)))
  }

  /// What is kept of what was sent.
  private struct Made {
    let kind: FileKind
    let content: Content
    var thumbnail: [UInt8]?
    let type: String
    var name: String?

    init(picture bytes: [UInt8]) throws(FileProblem) {
      do {
        let picture = try Picture(of: bytes)
        (kind, content, type) = (.picture, .inMemory(picture.full), picture.type)
        thumbnail = picture.thumbnail
      } catch { throw FileProblem(error) }
    }

    init(_ video: Video) {
      (kind, content, type) = (.video, .onDisk(video.file), video.type)
    }

    init(document bytes: [UInt8], named filename: String) throws(FileProblem) {
      do {
        let found = try DocumentKind(of: bytes)
        (kind, content, type) = (.document, .inMemory(bytes), found.type)
        name = FileName(filename, of: found).text
      } catch { throw FileProblem(error) }
    }
  }

  /// Films are longer than memory should hold.
  private enum Content {
    case inMemory([UInt8])
    case onDisk(OpenFile)

    var size: Int {
      switch self {
      case .inMemory(let bytes): bytes.count
      case .onDisk(let file): file.size
      }
    }

    func put(on shelf: FileShelf) throws -> String {
      switch self {
      case .inMemory(let bytes): return try shelf.put(bytes)
      case .onDisk(let file):
        let name = try file.withBytes(0..<file.size) { try shelf.put($0) }
        guard let name else { throw StartFailure("cannot read a film: \(systemMessage())") }
        return name
      }
    }
  }
}

extension Visit {
  /// As if the page had already known of the picture, so that its draft knows too.
  fileprivate func keepInForm(_ key: String) {
    let others = form.fields.pairs.filter { $0.name != "fichier-recu" }
    form = Form(fields: Parameters(others + [("fichier-recu", key)]))
  }

  fileprivate func leaveFileOut() {
    form = Form(fields: Parameters(form.fields.pairs.filter { !FileField.names.contains($0.name) }))
  }

  fileprivate func addToText(_ line: String) {
    let text = (form["texte"] ?? "").trimmedEnd
    let fields = form.fields.pairs.filter {
      $0.name != "texte" && !FileField.names.contains($0.name)
    }
    let longer = text.isEmpty ? line : text + "\n\n" + line
    form = Form(fields: Parameters(fields + [("texte", longer)]))
  }

  /// Checks that a text shows no document of its writer, when it is written without a name.
  ///
  /// - Throws: ``PostingRefusal/documentBehindMask``.
  func admitDocuments(of source: String, isMasked: Bool, _ db: Reader) throws {
    guard isMasked, try FileStore.hasDocument(FileLink.keys(in: source), of: member.id, db) else {
      return
    }
    throw PostingRefusal.documentBehindMask
  }

  /// Checks that the files of a text that was just written still fit into its space.
  ///
  /// - Throws: ``PostingRefusal/spaceFull``.
  func admitFiles(of source: String, in space: Space.ID, _ db: Reader) throws {
    if FileLink.keys(in: source).isEmpty { return }
    guard try FileStore.bytes(in: space, db) <= site.configuration.spaceFiles else {
      throw PostingRefusal.spaceFull
    }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var rest = self[...]
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
