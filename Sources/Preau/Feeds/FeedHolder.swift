import HTTP
import SQLite

/// For whom a feed is made: the member whose secret stands in the address, else a visitor.
struct FeedHolder {
  /// The visit as that reader's, in that reader's language: French for visitors, so that a public
  /// feed is the same for all and can be kept by caches.
  let visit: Visit

  var isMember: Bool { visit.viewer.isLoggedIn }

  /// - Throws: ``Refusal/notFound`` for a key that opens nothing any more.
  static func find(_ visit: Visit, _ db: Reader) throws -> FeedHolder {
    var viewer = Viewer.visitor
    if let text = visit.request.query["cle"] {
      let member = try FeedKey.member(of: text, key: visit.site.key.bytes, db).orNotFound()
      viewer = Viewer(member: member, session: nil)
    }
    return FeedHolder(
      visit: Visit(
        site: visit.site, request: visit.request, viewer: viewer, now: visit.now,
        say: .of(viewer.member?.language ?? .french), form: visit.form))
  }
}
