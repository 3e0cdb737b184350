import HTTP
import SQLite

/// What the site answers about files. Whether a reader may see one is asked each time.
enum FileRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/fichiers/*", .anyone, full)
    routes.get("/fichiers/*/vignette", .anyone, thumbnail)
    routes.get("/fichiers/*/sous-titres", .anyone, captions)
    routes.get("/fichiers/*/textes", .anyone, texts)
    routes.post("/fichiers/*/textes", .members, keepTexts)
  }

  static func full(_ visit: Visit, _ key: String) throws -> Response {
    let file = try readable(visit, key)
    var response = try send(file.content, file, visit)
    // Only what we drew ourselves is shown by a browser in our name.
    if file.kind == .document {
      response["Content-Disposition"] = FileName(kept: file.name ?? "document").attachment
    }
    return response
  }

  static func thumbnail(_ visit: Visit, _ key: String) throws -> Response {
    let file = try readable(visit, key)
    return try send(file.thumbnail.orNotFound(), file, visit)
  }

  static func captions(_ visit: Visit, _ key: String) throws -> Response {
    let file = try readable(visit, key)
    let text = try visit.read { try FileStore.text(of: key, $0) }
    guard file.kind == .video, !text.captions.isEmpty else { throw Refusal.notFound }
    var response = Response(type: "text/vtt; charset=utf-8", body: Array(text.captions.utf8))
    response["Cache-Control"] = "private, no-cache"
    response["Vary"] = "Cookie"
    return response
  }

  /// What stands beside a film; who sent it may write it.
  static func texts(_ visit: Visit, _ key: String) throws -> Response {
    guard try readable(visit, key).kind == .video else { throw Refusal.notFound }
    let (text, isMine) = try visit.read { db in
      (try FileStore.text(of: key, db), try belongs(key, to: visit, db))
    }
    return VideoPages.texts(key, text, isMine: isMine, visit)
  }

  static func keepTexts(_ visit: Visit, _ key: String) throws -> Response {
    guard try readable(visit, key).kind == .video else { throw Refusal.notFound }
    let typed = VideoText(
      captions: visit.form["sous-titres"] ?? "", transcript: visit.form["transcription"] ?? "")
    do {
      let text = try typed.checked()
      try visit.write { db in
        guard try belongs(key, to: visit, db) else { throw Refusal.notAllowed }
        try FileStore.keep(text, of: key, db)
      }
      return visit.redirect(to: "/fichiers/\(key)/textes", notice: .saved)
    } catch let problem as VideoText.Problem {
      return VideoPages.texts(key, typed, problem: problem, isMine: true, visit)
    }
  }

  private static func belongs(_ key: String, to visit: Visit, _ db: Reader) throws -> Bool {
    guard let member = visit.viewer.member else { return false }
    return try FileStore.kept(key, by: member.id, db) != nil
  }

  private static func readable(_ visit: Visit, _ key: String) throws -> ReadableFile {
    guard FileLink.isKey(key) else { throw Refusal.notFound }
    return try visit.read { try FileStore.readable(key, by: visit.viewer.reader, $0) }
      .orNotFound()
  }

  /// What not everybody may see is asked for again each time, and answered in a few bytes: on a
  /// telephone that is shared, the next person's browser must not show it. What everybody sees may be
  /// kept for ten minutes, since it can be taken back.
  private static func send(
    _ name: String, _ readable: ReadableFile, _ visit: Visit
  ) throws -> Response {
    guard let file = OpenFile(visit.site.files.path(of: name)) else {
      visit.site.log.add("error file \(name) is missing")
      throw Refusal.notFound
    }
    var response = Response(file: file, type: readable.type, tag: "\"\(name.prefix(32))\"")
    response["Cache-Control"] = readable.isPublic ? "public, max-age=600" : "private, no-cache"
    if !readable.isPublic { response["Vary"] = "Cookie" }
    response["Content-Disposition"] = "inline"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    // Beside the policy of every answer: the strictest of both holds.
    response.headers.append(Header("Content-Security-Policy", "default-src 'none'; sandbox"))
    return response
  }
}
