import HTML
import HTTP

/// Leaving for good.
enum DeletionRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mon-preau/suppression", .members, ask)
    routes.post("/mon-preau/suppression", .members, lane: .passwords, delete)
  }

  static func ask(_ visit: Visit) throws -> Response {
    let charges = try soleCharges(visit)
    return charges.isEmpty ? page(visit, FormProblems()) : handOver(charges, visit, status: 200)
  }

  private static func soleCharges(_ visit: Visit) throws -> [SoleCharge] {
    let member = try visit.member
    return try visit.read { try MembershipStore.soleCharges(of: member.id, $0) }
  }

  static func delete(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let say = visit.say.members
    let gate = LogInGate(visit, name: member.login, member: member.id)
    if gate.secondsLeft > 0 {
      let problems = FormProblems(say.logIn.wait(gate.secondsLeft), in: "mot_de_passe")
      var response = page(visit, problems, status: 429)
      response["Retry-After"] = String(gate.secondsLeft)
      return response
    }
    guard try visit.isPassword(visit.form["mot_de_passe"] ?? "", of: member) else {
      gate.fail()
      return page(visit, FormProblems(say.passwords.wrongOld, in: "mot_de_passe"))
    }
    do {
      try visit.write { db in
        try DeletionStore.delete(member.id, at: visit.now, db)
        try Journal.write(.accountDeleted, by: member.id, on: member.id, at: visit.now, db)
      }
    } catch is DirectoryStore.LastAdministrator {
      return page(visit, FormProblems(say.directory.lastAdministrator, in: "mot_de_passe"))
    } catch is DeletionStore.LastReferent {
      return handOver(try soleCharges(visit), visit, status: 422)
    }
    visit.site.hasNamesToErase.store(true, ordering: .relaxed)
    var response = visit.redirect(to: "/", notice: .accountDeleted)
    response.endSession(visit)
    response.cookies.append(
      KnownBrowser.forgottenCookie(isSecure: visit.site.configuration.isSecure))
    return response
  }

  /// What is to be settled first: private spaces that would be left to nobody.
  private static func handOver(
    _ charges: [SoleCharge], _ visit: Visit, status: Int
  ) -> Response {
    let say = visit.say.members.deletion
    return visit.page(PageFrame(title: say.title, status: status)) { page in
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      page.head(say.title, say.handOver)
      page.ul(.class("rows"), .role("list")) { page in
        for charge in charges {
          page.li { page in
            page.a(.href(charge.space.address)) { $0.text(charge.space.name) }
            if charge.isClass {
              let closing = Address("/classes/\(charge.space.id.value)/fermeture")
              page.a(.class("button"), .href(closing)) { page in
                page.text(visit.say.classes.close)
                page.span(.class("unseen")) { $0.text(visit.say.site.colon + charge.space.name) }
              }
            }
          }
        }
      }
      page.p { page in
        page.a(.class("button"), .href("/mon-preau")) { $0.text(visit.say.site.cancel) }
      }
    }
  }

  private static func page(
    _ visit: Visit, _ problems: FormProblems, status: Int = 422
  ) -> Response {
    let say = visit.say.members.deletion
    let frame = PageFrame(
      title: say.title, status: problems.isEmpty ? 200 : status, hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      page.head(say.title)
      page.problems(problems.list, visit.say.site)
      page.form("/mon-preau/suppression", visit, .class("card form")) { page in
        page.p { $0.text(say.erased) }
        page.p { $0.text(say.kept) }
        page.p { page in page.strong { $0.text(say.forGood) } }
        page.accountName(visit)
        page.password(
          Field(
            name: "mot_de_passe", label: visit.say.members.passwords.old,
            problem: problems["mot_de_passe"]), .current, visit.say.site)
        page.div(.class("buttons")) { page in
          page.mainButton(say.submit)
          page.a(.class("button"), .href("/mon-preau")) { $0.text(visit.say.site.cancel) }
        }
      }
    }
  }
}
