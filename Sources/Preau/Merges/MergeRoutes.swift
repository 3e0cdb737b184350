import HTML
import HTTP
import SQLite

/// What the site answers about joining threads.
enum MergeRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/fils/*/reunion", .members, lane: .slow, choose)
    routes.post("/fils/*/reunion", .members, join)
    routes.gesture("/fils/*/separation", .members, isKept: false, part)
  }

  /// Chooses the other thread, then asks once more.
  static func choose(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    let source = try visit.read { try moderated(name.number, visit, $0) }
    let typed = (visit.request.query["avec"] ?? "").trimmed
    if typed.isEmpty {
      return MergePages.choose(source, try candidates(source, visit), nil, visit)
    }
    do {
      let target = try visit.read { db in
        let target = try other(typed, visit, db)
        try MergeStore.admit(source, into: target, db)
        return target
      }
      return MergePages.confirm(source, target, words: "", nil, visit)
    } catch let refusal as MergeRefusal {
      return MergePages.choose(source, try candidates(source, visit), refusal, visit)
    }
  }

  static func join(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    let source = try visit.read { try moderated(name.number, visit, $0) }
    let typed = visit.field("avec")
    let words = visit.field("mot")
    do {
      let address = try visit.write { db in
        let source = try moderated(name.number, visit, db)
        let target = try other(typed, visit, db)
        try MergeStore.join(
          source, into: target, words: words, by: visit.member.id, at: visit.now, db)
        let merge = try MergeStore.target(of: source.thread.id, db).orNotFound()
        return Thread.address(target.thread.id, target.thread.slug, post: merge.firstNumber)
      }
      return visit.redirect(to: address, notice: .saved)
    } catch MergeRefusal.wordsTooLong {
      let target = try visit.read { try other(typed, visit, $0) }
      return MergePages.confirm(source, target, words: words, .wordsTooLong, visit)
    } catch let refusal as MergeRefusal {
      return MergePages.choose(source, try candidates(source, visit), refusal, visit)
    }
  }

  static func part(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    let target = try visit.read { try moderated(name.number, visit, $0) }
    do {
      let address = try visit.write { db -> Address in
        let merges = try MergeStore.merges(into: name.number, db)
        let wanted = visit.field("fil")
        let merge = try merges.first { String($0.source.value) == wanted }.orNotFound()
        let space = try MergeStore.space(of: merge.source, db).orNotFound()
        let rights = try SpaceStore.rights(in: space, viewer: visit.viewer, db).orNotFound()
        guard rights.mayModerate, target.relation.rights.mayModerate else {
          throw Refusal.notAllowed
        }
        try MergeStore.part(merge, by: visit.member.id, at: visit.now, db)
        return try ThreadStore.view(merge.source, for: visit.viewer, db).orNotFound().thread.address
      }
      return visit.redirect(to: address, notice: .saved)
    } catch let refusal as MergeRefusal {
      return MergePages.refused(target, refusal, visit)
    }
  }

  // MARK: Which threads

  private static func moderated(
    _ id: Thread.ID, _ visit: Visit, _ db: Reader
  ) throws -> ThreadView {
    let view = try ThreadStore.view(id, for: visit.viewer, db).orNotFound()
    guard view.relation.rights.mayArrange else { throw Refusal.notAllowed }
    return view
  }

  /// The thread at an address, or with a number; one that has joined another is that other.
  private static func other(
    _ typed: String, _ visit: Visit, _ db: Reader
  ) throws -> ThreadView {
    let last = typed.split(separator: "/").last { $0.first?.isNumber == true } ?? ""
    guard let id = Thread.ID(segment: String(last.prefix { $0.isNumber })),
      let view = try ThreadStore.view(MergeStore.home(of: id, db), for: visit.viewer, db)
    else { throw MergeRefusal.noSuchThread }
    return view
  }

  /// Threads like it, or like what is looked for, that it may join.
  private static func candidates(
    _ source: ThreadView, _ visit: Visit
  ) throws -> [ThreadView] {
    let words = (visit.request.query["cherche"] ?? "").trimmed
    return try visit.read { db in
      let found = try numbers(words, like: source, visit, db)
      return try found.compactMap { id -> ThreadView? in
        guard let view = try ThreadStore.view(id, for: visit.viewer, db) else {
          return nil
        }
        do { try MergeStore.admit(source, into: view, db) } catch is MergeRefusal { return nil }
        return view
      }
    }
  }

  private static func numbers(
    _ words: String, like source: ThreadView, _ visit: Visit, _ db: Reader
  ) throws -> [Thread.ID] {
    let reader = visit.viewer.reader
    if words.isEmpty {
      return try SearchStore.similar(
        title: source.thread.title, body: "", reader: reader, limit: 15, now: visit.now.seconds, db
      ).map { Number($0.id) }
    }
    let found = try SearchStore.find(
      SearchQuery(parsing: words), reader: reader, now: visit.now.seconds, db)
    return found.results.map { Number($0.thread) }
  }
}
