import TestSupport
import Testing

@Suite struct `What is left of a member who has gone` {
  private let community: Community
  private let marc: Person
  private let thread: String

  /// Zébulon was called, in a post that was edited since, and reported it.
  init() throws {
    community = try Community()
    marc = try community.member("marc")
    let zebulon = try community.newcomer("zebulon", name: "Zébulon")
    thread = try marc.ask("Un fil", "Je demande à @Zebulon de répondre.")
    let edit = try marc.web.get("/messages/1/modifier").page.form(to: "/messages/1/modifier")
    let edited = try marc.web.submit(
      edit, changing: ["texte": "Je demande encore à @zebulon de répondre, avec des pinces."],
      pressing: "publier")
    #expect(edited.status == 303)
    let report = try zebulon.web.get("/messages/1/signalement").page.form(
      to: "/messages/1/signalement")
    let reported = try zebulon.web.submit(
      report, changing: ["raison": "autre", "texte": "On m’appelle, moi Zébulon."])
    #expect(reported.status == 303)
    let leave = try zebulon.web.get("/mon-preau/suppression").page.form(
      to: "/mon-preau/suppression")
    let left = try zebulon.web.submit(
      leave, changing: ["mot_de_passe": Community.password])
    #expect(left.status == 303)
    try waitUntil("the name has left the words of others") {
      try DatabaseDump(of: community.server.data).tables["name_erasure"]?.isEmpty ?? true
    }
  }

  @Test func `no row holds the log-in name or the words of a report`() throws {
    for (name, rows) in try DatabaseDump(of: community.server.data).tables {
      let found = rows.filter { $0.lowercased().contains("zebulon") || $0.contains("Zébulon") }
      #expect(found == [], "\(name)")
    }
  }

  @Test func `the posts stay, and are found`() throws {
    let page = try marc.web.get(thread)
    let post = try #require(page.page.first("#message-1"))
    #expect(post.text.contains("compte supprimé"))
    #expect(!post.text.contains("@"))
    #expect(page.page.problems == [])
    #expect(
      try marc.web.get("/recherche?q=pinces").page.links.contains {
        $0.address.hasPrefix(thread)
      })
  }
}
