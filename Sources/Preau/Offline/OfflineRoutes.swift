// What a member keeps on a device is theirs alone, and only as long as they are logged in there:
// (1) Everything kept bears the member's number; a page of another member throws it away unseen.
// (2) The end of a session, the page to log in and each log-in tell the browser to forget all of it
//     (`Clear-Site-Data`); the guardian does the same by itself when it sees such a form leave.
// (3) What is kept is a page made for that: without account, form or token, nothing to mislead later.

import HTTP

/// What the site answers about tutorials that a device keeps, to be read without the network.
enum OfflineRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/hors-ligne", .members, list)
    routes.get("/gardien.js", .ownSecret, guardian)
  }

  static func list(_ visit: Visit) throws -> Response {
    let face = OfflineFace(rawValue: visit.request.query["copie"] ?? "") ?? .live
    return OfflinePages.list(face, of: try visit.member, visit)
  }

  /// The service worker: its address never changes, and from the top it sees the whole site. Its own
  /// content policy is that of every answer: it asks nobody else.
  static func guardian(_ visit: Visit) throws -> Response {
    try visit.site.assets.response(named: "gardien.js").orNotFound()
  }
}

/// The faces of the page of what a device keeps, by the word that asks for them.
enum OfflineFace: String {
  case live = ""
  /// Kept by the device, for when there is no network.
  case copy = "oui"
  /// Kept too: shown in place of a page that is not there without the network.
  case absent = "absente"
}
