import TestSupport
import Testing

@Suite struct `A thread that is moved` {
  @Test(arguments: [
    (from: Community.Space.closed, to: "equipe"), (from: .closed, to: "accueil"),
    (from: .team, to: "accueil"),
  ])
  func `never finds more readers than it was written for`(
    from space: Community.Space, to target: String
  ) throws {
    let workshop = Community.Space("autre", "Autre atelier", "private")
    let community = try Community([.open, .team, .closed, workshop])
    let zoe = try community.referent("zoe", of: space)
    try community.referent("rose", of: workshop).admit(zoe, to: workshop)
    let thread = try zoe.ask("Entre nous", in: space)
    let page = try zoe.web.get(thread).page
    let form = try page.form(to: "/fils/1/deplacement")
    let offered = form.fields.first { $0.name == "espace" }?.options.map(\.value) ?? []
    #expect(offered.contains("autre"))
    #expect(!offered.contains(target))
    // What the form does not offer is not taken either.
    let moved = try zoe.web.post(
      "/fils/1/deplacement",
      form: form.fields.map { ($0.name, $0.name == "espace" ? target : $0.value) },
      headers: ["Origin": zoe.web.origin])
    #expect(moved.status == 403)
    #expect(moved.page.h1 != page.h1)
    #expect(try community.server.visitor().get(thread).status != 200)
    #expect(try zoe.web.submit(form, changing: ["espace": "autre"]).status == 303)
  }
}
