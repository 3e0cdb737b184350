import HTML
import HTTP
import SQLite

/// A class as pages that are read offline: one for each thread, one that leads to them, a stylesheet,
/// no script, and the files that the threads show. Names stand as the members of the class see them.
enum ClassArchive {
  /// One thread of the class.
  struct Thread {
    let id: Preau.Thread.ID
    let title: String
    let author: Author
    let created: Instant
    let postCount: Int
  }

  /// The ZIP file. Three statements, and one for each thread.
  static func make(of found: SchoolClass, _ visit: Visit, _ db: Reader) throws -> OpenFile {
    let threads = try ClassArchiveStore.threads(of: found.id, db)
    var zip = try ZIPFile(at: visit.now, in: visit.site.configuration.dataFolder)
    let links = ArchiveLinks(
      threads: Set(threads.map(\.id.value)), files: try add(filesOf: found, to: &zip, visit, db),
      site: visit.baseURL)
    try zip.add("style.css", readFile(visit.site.assets.root + "/Web/archive.css") ?? [])
    try zip.add("index.html", index(threads, of: found, visit))
    for thread in threads {
      let posts = try ClassArchiveStore.posts(of: thread.id, db)
      try zip.add(
        ArchiveLinks.file(of: thread.id.value),
        links.relative(page(thread, posts, of: found, visit)))
    }
    return try zip.finished()
  }

  /// - Returns: the names in the archive by the addresses on the site.
  private static func add(
    filesOf found: SchoolClass, to zip: inout ZIPFile, _ visit: Visit, _ db: Reader
  ) throws -> [String: String] {
    var names: [String: String] = [:]
    for (index, file) in try FileStore.shown(in: found.id, db).enumerated() {
      let parts = [(file.content, "", ""), (file.thumbnail ?? "", "/vignette", "-petite")]
      for (content, path, suffix) in parts where !content.isEmpty {
        guard let kept = OpenFile(visit.site.files.path(of: content)) else {
          visit.site.log.add("error file \(content) is missing")
          continue
        }
        let name = "fichiers/\(index + 1)\(suffix)" + archived(file)
        _ = try kept.withBytes(0..<kept.size) { (bytes) throws(ZIPFile.Refusal) in
          if file.kind == .document { return try zip.add(name, Array(bytes)) }
          try zip.add(name, packed: bytes)
        }
        names["/fichiers/\(file.key)\(path)"] = name
      }
    }
    return names
  }

  /// How its name ends: in letters that every program unpacks alike.
  private static func archived(_ file: FileStore.Shown) -> String {
    guard let name = file.name else {
      let kind = file.type.split(separator: "/").last ?? ""
      return kind == "jpeg" ? ".jpg" : ".\(kind)"
    }
    let parts = name.split(separator: ".")
    return "-" + Slug.make(from: parts.dropLast().joined(separator: " ")) + "." + (parts.last ?? "")
  }

  private static func index(
    _ threads: [Thread], of found: SchoolClass, _ visit: Visit
  ) -> [UInt8] {
    let say = visit.say.classes
    return document(found.space.name, visit) { page in
      page.h1 { $0.text(found.space.name) }
      page.p { $0.text(say.archiveOf(visit.say.dates.day(visit.now))) }
      if threads.isEmpty { page.p { $0.text(say.archiveEmpty) } }
      page.ul { page in
        for thread in threads {
          page.li { page in
            page.a(.named("href", ArchiveLinks.file(of: thread.id.value))) {
              $0.text(thread.title)
            }
            page.small { page in
              page.text(
                " · \(visit.name(of: thread.author)) · \(visit.say.dates.day(thread.created)) · "
                  + visit.say.threads.replies(thread.postCount - 1))
            }
          }
        }
      }
    }
  }

  private static func page(
    _ thread: Thread, _ posts: [Post], of found: SchoolClass, _ visit: Visit
  ) -> [UInt8] {
    let say = visit.say.threads
    return document(thread.title, visit) { page in
      page.p { page in
        page.a(.named("href", literally: "index.html")) { $0.text(visit.say.classes.archiveBack) }
      }
      page.h1 { $0.text(thread.title) }
      for post in posts {
        page.article(.id("message-\(post.number)")) { page in
          page.h2 { $0.text(visit.name(of: post.author)) }
          page.p { page in
            page.small {
              $0.text("\(say.numberMark)\(post.number) · \(visit.say.dates.full(post.created))")
            }
          }
          if post.isRemoved {
            page.p { page in page.em { $0.text(say.removedByReferent) } }
          } else {
            page.div(.class("prose")) { $0.sanitized(post.body) }
          }
        }
      }
    }
  }

  private static func document(
    _ title: String, _ visit: Visit, content: (inout Page) -> Void
  ) -> [UInt8] {
    var page = Page()
    page.literal("<!doctype html>\n")
    page.html(.lang(visit.say.language.rawValue)) { page in
      page.head { page in
        page.literal("<meta charset=\"utf-8\">")
        page.literal("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        page.literal("<meta name=\"robots\" content=\"noindex\">")
        page.title { $0.text(title) }
        page.literal("<link rel=\"stylesheet\" href=\"style.css\">")
      }
      page.body { page in page.element("main", []) { content(&$0) } }
    }
    page.literal("\n")
    return page.utf8
  }
}
