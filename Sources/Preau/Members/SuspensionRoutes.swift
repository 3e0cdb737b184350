import HTML
import HTTP
import SQLite

/// How an administrator keeps a member out, and lets them in again.
enum SuspensionRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/membres/*/suspension", .administrators, confirm)
    routes.post("/membres/*/suspension", .administrators, isKept: false, suspend)
    routes.post("/membres/*/retablissement", .administrators, isKept: false, restore)
  }

  static func confirm(_ visit: Visit, _ id: Member.ID) throws -> Response {
    let member = try visit.read { try MemberStore.member(id, $0).orNotFound() }
    if member.role == .administrator { return refused(visit) }
    let say = visit.say.members.directory
    let title = say.suspendTitle(member.name)
    return visit.page(PageFrame(title: title)) { page in
      page.trail([("/membres", say.title), ("/membres/\(id.value)", member.name)], visit)
      page.head(title, say.suspendAdvice)
      page.form("/membres/\(id.value)/suspension", visit) { page in
        page.p(.class("actions")) { page in
          page.mainButton(say.suspend)
          page.a(.class("button"), .href("/membres/\(id.value)")) {
            $0.text(visit.say.site.cancel)
          }
        }
      }
    }
  }

  static func suspend(_ visit: Visit, _ id: Member.ID) throws -> Response {
    let administrator = try visit.member
    let member = try visit.write { db in
      let member = try MemberStore.member(id, db).orNotFound()
      if try SuspensionStore.suspend(id, at: visit.now, db) {
        try Journal.write(.accountSuspended, by: administrator.id, on: id, at: visit.now, db)
      }
      return member
    }
    if member.role == .administrator { return refused(visit) }
    return visit.redirect(to: "/membres/\(id.value)", notice: .saved)
  }

  static func restore(_ visit: Visit, _ id: Member.ID) throws -> Response {
    let administrator = try visit.member
    try visit.write { db in
      _ = try MemberStore.member(id, db).orNotFound()
      if try SuspensionStore.restore(id, db) {
        try Journal.write(.accountRestored, by: administrator.id, on: id, at: visit.now, db)
      }
    }
    return visit.redirect(to: "/membres/\(id.value)", notice: .saved)
  }

  private static func refused(_ visit: Visit) -> Response {
    DirectoryPages.refused(visit, visit.say.members.directory.noSuspensionOfAdministrators)
  }
}
