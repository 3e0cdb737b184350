import HTTP

/// What administrators do about members.
enum DirectoryRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/membres", .administrators, list)
    routes.post("/membres/*/role", .administrators, isKept: false, setRole)
    routes.post("/membres/*/code", .administrators, isKept: false, issueCode)
  }

  static func list(_ visit: Visit) throws -> Response {
    let query = visit.request.query
    let search = DirectoryStore.Search(
      words: String((query["q"] ?? "").trimmed.prefix(100)),
      role: query["role"].flatMap(Member.Role.init(rawValue:)), after: query["apres"] ?? "")
    let entries = try visit.read { try DirectoryStore.entries(search, $0) }
    return DirectoryPages.list(visit, search, entries)
  }

  static func setRole(_ visit: Visit, _ id: Member.ID) throws -> Response {
    guard let role = Member.Role(rawValue: visit.field("role")) else { throw Refusal.badRequest }
    let administrator = try visit.member
    if role == .administrator, visit.field("confirme") != "oui" {
      let member = try visit.read { try MemberStore.member(id, $0).orNotFound() }
      if member.role != role { return DirectoryPages.confirmAdministrator(member, visit) }
    }
    do {
      try visit.write { db in
        let former = try MemberStore.member(id, db).orNotFound().role
        try DirectoryStore.setRole(role, of: id, db)
        if former == role { return }
        try Journal.write(
          .roleChanged, by: administrator.id, on: id, detail: "\(former.rawValue) \(role.rawValue)",
          at: visit.now, db)
      }
      return visit.redirect(to: "/membres/\(id.value)", notice: .saved)
    } catch is DirectoryStore.LastAdministrator {
      return DirectoryPages.refused(visit, visit.say.members.directory.lastAdministrator)
    }
  }

  /// The code is in the answer and nowhere else: it cannot be shown again.
  static func issueCode(_ visit: Visit, _ id: Member.ID) throws -> Response {
    let issuer = try visit.member
    let code = WrittenCode.random()
    let member = try visit.write { db -> Member? in
      let member = try MemberStore.member(id, db).orNotFound()
      let isIssued = try ResetCodeStore.issue(
        code, for: id, by: issuer.id, at: visit.now, db)
      if isIssued {
        try Journal.write(.codeIssued, by: issuer.id, on: id, at: visit.now, db)
      }
      return isIssued ? member : nil
    }
    guard let member else {
      return DirectoryPages.refused(visit, visit.say.members.directory.noCodeForAdministrators)
    }
    return DirectoryPages.code(visit, code, for: member)
  }
}
