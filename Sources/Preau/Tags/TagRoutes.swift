import HTTP

/// What the site answers about tags.
enum TagRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/etiquettes", .anyone, isShared: true, list)
    routes.get("/etiquettes/*", .anyone, isShared: true, show)
  }

  static func list(_ visit: Visit) throws -> Response {
    let query = visit.request.query
    let after = query["apres"] ?? ""
    let byUse = query["ordre"] == "usage"
    return try visit.read { db in
      if byUse {
        let tags = try TagStore.mostUsed(reader: visit.viewer.reader, db)
        return TagPages.list(
          tags.filter { visit.mayShow($0.tag) }, next: nil, isFirst: true, byUse: true, visit)
      }
      let (tags, next) = try TagStore.alphabetical(
        after: after, reader: visit.viewer.reader, db)
      return TagPages.list(
        tags.filter { visit.mayShow($0.tag) }, next: next, isFirst: after.isEmpty, byUse: false,
        visit)
    }
  }

  static func show(_ visit: Visit, slug: String) throws -> Response {
    let cursor = ThreadCursor(visit.request.query["avant"])
    let reader = visit.viewer.reader
    return try visit.read { db in
      guard let tag = try TagStore.tag(slug: slug, reader: reader, db) else {
        let moved = try TagEditStore.redirect(slug, reader: reader, db).orNotFound()
        guard visit.mayShow(moved) else { throw Refusal.notFound }
        return .redirect(to: moved.address.text, status: 301)
      }
      guard visit.mayShow(tag) else { throw Refusal.notFound }
      let page = try ThreadListStore.page(
        of: .tag(slug: tag.slug), after: cursor, reader: reader, db)
      return TagPages.show(
        tag, try Tagged.load(.tag(tag), visit, db), page.lines, next: page.next,
        isFirst: cursor == .start, visit)
    }
  }
}

extension Tag {
  /// A tag that calls somebody with `@name` has the name in its address too: outside log-in, there is
  /// no such tag.
  func isShown(to reader: Int64) -> Bool {
    reader != 0 || MaskedNames.text(label, as: "") == label
  }
}

extension Visit {
  func mayShow(_ tag: Tag) -> Bool { tag.isShown(to: viewer.reader) }
}
