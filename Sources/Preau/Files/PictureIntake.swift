import HTTP
import Media
import SQLite

// A picture that came with a form is never lost:
// (1) It is drawn anew, put on the disk and noted as its sender's before anything else is asked.
// (2) Then its line joins the text of the form; whatever is wrong with that text, it comes back with
//     the line in it.
// (3) Without a description it waits beside the text, and only the description is asked for.

/// What a form brings along with its text.
enum PictureIntake {
  /// Takes the picture out of a member's form, and puts its line at the end of the text there.
  ///
  /// - Returns: what is left to ask.
  static func take(_ visit: Visit) throws -> PictureField {
    var field = PictureField(visit.form.fields)
    let member = try visit.member.id
    do {
      if let file = sent(visit.form) {
        field.received = try keep(file, of: member, visit)
        field.isLeftOut = false
      }
    } catch let problem as PictureProblem {
      field.problem = problem
      return field
    }
    if field.isLeftOut {
      visit.leavePictureOut()
      return PictureField()
    }
    guard let key = field.received, try visit.read({ try FileStore.isKept(key, by: member, $0) })
    else { return PictureField() }
    if field.lacksDescription {
      field.problem = .needsDescription
      visit.keepInForm(key)
      return field
    }
    let line = FileLink.line(field.isDecoration ? "" : field.description, key)
    visit.addToText(line)
    return PictureField()
  }

  /// The fields of a form whose session has ended, its picture among them: it is kept for `member`,
  /// who wrote the form.
  static func fields(of visit: Visit, for member: Member.ID) throws -> Parameters {
    guard let file = sent(visit.form) else { return visit.form.fields }
    do {
      visit.keepInForm(try keep(file, of: member, visit))
      return visit.form.fields
    } catch is PictureProblem {
      return visit.form.fields
    }
  }

  /// Browsers send a field that was left empty as a file without a name and content.
  private static func sent(_ form: Form) -> [UInt8]? {
    form.file("image").flatMap { $0.bytes.isEmpty ? nil : $0.bytes }
  }

  /// - Returns: its key.
  private static func keep(
    _ bytes: [UInt8], of member: Member.ID, _ visit: Visit
  ) throws -> String {
    let key = key(bytes, of: member, visit)
    if try visit.read({ try FileStore.isKept(key, by: member, $0) }) { return key }
    let picture: Picture
    do { picture = try Picture(of: bytes) } catch { throw PictureProblem(error) }
    try visit.site.files.taking {
      let new = NewFile(
        key: key, kind: .picture, content: try visit.site.files.put(picture.full),
        thumbnail: try visit.site.files.put(picture.thumbnail), type: picture.type,
        bytes: picture.full.count + picture.thumbnail.count)
      try visit.write { db in
        try FileStore.add(
          new, of: member, at: visit.now, most: visit.site.configuration.memberFiles, db)
      }
    }
    return key
  }

  /// The same for the same file in the same form, so that a form sent twice makes one post; another in
  /// each other form, lest two posts that show the same one be known to have the same writer.
  private static func key(_ bytes: [UInt8], of member: Member.ID, _ visit: Visit) -> String {
    let form = "file\n\(member.value)\n\(visit.request.path)\n\(visit.form["envoi"] ?? "")\n"
    let mark = Array(form.utf8) + Crypto.hash(bytes)
    return Base64URL.encode(Array(Crypto.hash(mark, key: visit.site.key.bytes).prefix(16)))
  }
}

extension PictureProblem {
  fileprivate init(_ problem: Picture.Problem) {
    switch problem {
    case .unknownType: self = .unknownType
    case .tooManyPixels: self = .tooManyPixels
    case .damaged: self = .damaged
    }
  }
}

extension Visit {
  /// As if the page had already known of the picture, so that its draft knows too.
  fileprivate func keepInForm(_ key: String) {
    let others = form.fields.pairs.filter { $0.name != "image-recue" }
    form = Form(fields: Parameters(others + [("image-recue", key)]))
  }

  fileprivate func leavePictureOut() {
    form = Form(fields: Parameters(form.fields.pairs.filter { !$0.name.hasPrefix("image-") }))
  }

  fileprivate func addToText(_ line: String) {
    let text = (form["texte"] ?? "").trimmedEnd
    let fields = form.fields.pairs.filter { $0.name != "texte" && !$0.name.hasPrefix("image-") }
    let longer = text.isEmpty ? line : text + "\n\n" + line
    form = Form(fields: Parameters(fields + [("texte", longer)]))
  }

  /// Checks that the pictures of a text that was just written still fit into its space.
  ///
  /// - Throws: ``PostingRefusal/spaceFull``.
  func admitPictures(of source: String, in space: Space.ID, _ db: Reader) throws {
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
