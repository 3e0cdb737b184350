import HTML
import HTTP
import SQLite

/// How somebody aims at a badge.
enum BadgeFollowRoutes {
  static func add(to routes: inout Routes) {
    routes.gesture("/badges/*/suivi", .members, toggle)
  }

  static func toggle(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    let badge = try visit.write { db in
      let badge = try BadgeRoutes.load(id, visit, db).badge
      try BadgeFollowStore.toggle(id, by: visit.member.id, at: visit.now, db)
      return badge
    }
    return visit.redirect(to: badge.address, notice: .saved)
  }
}
