import HTTP

/// What a member is told: reading a thread reads what was told of it; the rest has a button.
enum NotificationRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/notifications", .members, list)
    routes.post("/notifications/lecture", .members, markAllRead)
    routes.post("/notifications/non-lues", .members, markUnread)
  }

  static func list(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let cursor = visit.request.query["avant"].flatMap { Notification.ID(segment: $0) }
    let sendsMails = visit.site.configuration.mail.isOn
    let (lines, next, hasMails) = try visit.read { db in
      let (lines, next) = try NotificationStore.page(of: member.id, before: cursor, db)
      let hasMails = try sendsMails && MailChoiceStore.email(of: member.id, db) != nil
      return (lines, next, hasMails)
    }
    let moment = visit.request.query["lues"].flatMap { Int64($0) }.map(Instant.init(seconds:))
    return NotificationPages.list(
      lines, next: next, isFirst: cursor == nil, readAt: moment, hasMails: hasMails, visit)
  }

  static func markAllRead(_ visit: Visit) throws -> Response {
    let member = try visit.member
    guard let last = Notification.ID(segment: visit.field("derniere")) else {
      throw Refusal.badRequest
    }
    try visit.write { db in
      try NotificationStore.markAllRead(of: member.id, upTo: last, at: visit.now, db)
    }
    return visit.redirect(
      to: NotificationPages.address.adding("lues", String(visit.now.seconds)))
  }

  static func markUnread(_ visit: Visit) throws -> Response {
    let member = try visit.member
    guard let moment = Int64(visit.field("moment")) else { throw Refusal.badRequest }
    try visit.write { db in
      try NotificationStore.markUnread(of: member.id, readAt: Instant(seconds: moment), db)
    }
    return visit.redirect(to: NotificationPages.address)
  }
}
