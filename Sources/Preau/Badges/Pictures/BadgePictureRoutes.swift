import HTML
import HTTP

/// Shows pictures that were sent for badges, beside the badge's name.
enum BadgePictureRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/badges/*/images/*", .anyone, show)
  }

  /// Of a draft, its keepers' alone; else whoever was shown the badge may see what it looks like.
  static func show(_ visit: Visit, _ id: BadgeClass.ID, _ version: BadgeVersionNumber) throws
    -> Response
  {
    try visit.read { db in
      let badge = try BadgeClassStore.badge(id, db).orNotFound()
      if badge.state == .draft { _ = try BadgeRoutes.load(id, visit, db) }
      let bytes = try BadgePictureStore.picture(id, version: version.number, db).orNotFound()
      var response = Response(type: BadgePicture.png.type, body: bytes)
      response["Cache-Control"] =
        badge.state == .draft ? "private, no-cache" : "public, max-age=86400"
      return response
    }
  }
}

/// The number of a version in an address.
struct BadgeVersionNumber: PathValue {
  let number: Int

  init?(segment: String) {
    guard let number = Int(segment), number > 0, String(number) == segment else { return nil }
    self.number = number
  }
}
