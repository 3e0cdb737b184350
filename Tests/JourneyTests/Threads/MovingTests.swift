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
    let community = try Community([.open, .team, .closed])
    let zoe = try community.referent("zoe", of: space)
    let thread = try zoe.ask("Entre nous", in: space)
    let page = try zoe.web.get(thread).page
    let offered = page.all(".tools select option").compactMap { $0["value"] }
    #expect(!offered.contains(target))
    // An administrator has no form then: nothing narrower is there to go to.
    if let form = try? page.form(to: "/fils/1/deplacement") {
      let fields = form.fields.map { ($0.name, $0.name == "espace" ? target : $0.value) }
      let moved = try zoe.web.post(
        form.action, form: fields, headers: ["Origin": zoe.web.origin])
      #expect(moved.status == 403)
    }
    #expect(try zoe.web.get(thread).page.links.contains { $0.text == space.name })
    #expect(try community.server.visitor().get(thread).status != 200)
  }
}
