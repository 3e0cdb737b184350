import TestSupport
import Testing

@Suite struct `What one does with a post` {
  private let community: Community
  private let marc: Person
  private let rose: Person
  private let thread: String

  init() throws {
    community = try Community()
    marc = try community.member("marc")
    rose = try community.member("rose")
    thread = try marc.ask("Un fil", "Le texte d’origine.")
  }

  @Test func `an edit shows that it was one, and what changed`() throws {
    let form = try marc.web.get("/messages/1/modifier").page.form(to: "/messages/1/modifier")
    let saved = try marc.web.submit(
      form, changing: ["texte": "Le texte corrigé."], pressing: "publier")
    #expect(saved.location == "\(thread)#message-1")
    #expect(try rose.web.get(thread).page.first("#message-1 .prose")?.text == "Le texte corrigé.")
    let history = try rose.web.open(link: "modifié", on: rose.web.get(thread))
    #expect(history.page.all("del").map(\.text) == ["[supprimé] d’origine."])
    #expect(history.page.all("ins").map(\.text) == ["[ajouté] corrigé."])
    #expect(history.page.problems == [])
    #expect(try community.server.visitor().get("/messages/1/historique").status == 303)
  }

  @Test func `nobody but its author and the référents edits it`() throws {
    #expect(try rose.web.get("/messages/1/modifier").status == 403)
    let referent = try community.referent("zoe", of: .open)
    let form = try referent.web.get("/messages/1/modifier").page.form(to: "/messages/1/modifier")
    let saved = try referent.web.submit(form, changing: ["texte": "Corrigé."], pressing: "publier")
    #expect(saved.status == 303)
    #expect(
      try marc.web.get("/messages/1/historique").page.first(".card .author")?.text.isEmpty == false)
  }

  @Test func `an edit that changes nothing leaves no trace`() throws {
    let form = try marc.web.get("/messages/1/modifier").page.form(to: "/messages/1/modifier")
    _ = try marc.web.submit(form, pressing: "publier")
    #expect(try !marc.web.get(thread).page.links.contains { $0.text == "modifié" })
  }

  @Test func `its author removes and restores it; a marker stands in between`() throws {
    try rose.reply("À effacer.", to: thread)
    try rose.press("Retirer", in: "#message-2", on: thread)
    for reader in [marc.web, community.server.visitor()] {
      let page = try reader.get(thread).page
      #expect(page.first("#message-2")?.text.contains("Message retiré par son auteur.") == true)
      #expect(!page.text.contains("À effacer."))
    }
    // The list counts what can be read.
    #expect(try marc.web.get("/fils").page.first(".threads li")?.text.contains("0 réponse") == true)
    try rose.press("Rétablir", in: "#message-2", on: thread)
    #expect(try marc.web.get(thread).page.first("#message-2 .prose")?.text == "À effacer.")
  }

  @Test(arguments: [
    "/messages/2/signalement", "/messages/2/historique", "/messages/2/modifier", "?citer=2",
  ])
  func `what was removed is read nowhere else`(path: String) throws {
    try rose.reply("À effacer vite.", to: thread)
    try rose.press("Retirer", in: "#message-2", on: thread)
    let address = path.hasPrefix("?") ? thread + path : path
    #expect(try !marc.web.get(address).body.contains("effacer"))
  }

  @Test func `what a référent removed, its author cannot restore`() throws {
    let referent = try community.referent("zoe", of: .open)
    try rose.reply("Déplacé.", to: thread)
    try referent.remove(post: 2)
    let page = try rose.web.get(thread)
    #expect(page.page.first("#message-2")?.text.contains("retiré par un référent") == true)
    #expect(throws: FormError.self) { try rose.press("Rétablir", in: "#message-2", on: page) }
    let token = page.page.first("#gestes [name=\"jeton\"]")?["value"] ?? ""
    let forced = try rose.web.post(
      "/messages/2/retablissement", form: [("jeton", token)], headers: ["Origin": rose.web.origin])
    #expect(forced.status == 403)
    try referent.press("Rétablir", in: "#message-2", on: thread)
    #expect(try marc.web.get(thread).page.first("#message-2 .prose")?.text == "Déplacé.")
  }

  @Test func `a thread goes with its first post, and comes back with it`() throws {
    try marc.removeThread(thread)
    #expect(try rose.web.get(thread).status == 410)
    #expect(try rose.web.get("/fils").page.all(".threads > li").isEmpty)
    #expect(try rose.web.get("/espaces/accueil").page.all(".threads > li").isEmpty)
    try marc.press("Rétablir", in: "#message-1", on: thread)
    #expect(try rose.web.get(thread).status == 200)
    #expect(try rose.web.get("/fils").page.all(".threads > li").count == 1)
  }

  @Test func `thanks are given and taken back, never to oneself`() throws {
    let page = try marc.web.get(thread)
    #expect(throws: FormError.self) { try marc.press("Merci", in: "#message-1", on: page) }
    try rose.press("Merci", in: "#message-1", on: thread)
    #expect(try marc.web.get(thread).page.first("#message-1 .count")?.text == "Merci · 1")
    try rose.press("✓ Merci · 1", in: "#message-1", on: thread)
    #expect(try !marc.web.get(thread).page.has("#message-1 .count"))
  }

  @Test func `others have the same question: me too, and not any more`() throws {
    try rose.press("Moi aussi", in: "#message-1", on: thread)
    let lina = try community.newcomer("lina")
    try lina.press("Moi aussi · 1", in: "#message-1", on: thread)
    try rose.press("✓ Moi aussi · 2", in: "#message-1", on: thread)
    #expect(
      try rose.web.get(thread).page.all("#message-1 button").contains {
        $0.text == "Moi aussi · 1"
      })
  }

  @Test func `one follows a thread, or what one answered, or no longer`() throws {
    let followed = "/fils?liste=suivis"
    #expect(try rose.web.get(followed).page.all(".threads > li").isEmpty)
    try rose.press("Suivre ce fil", on: thread)
    #expect(try rose.web.get(followed).page.all(".threads > li").count == 1)
    try rose.press("Ne plus suivre", on: thread)
    #expect(try rose.web.get(followed).page.all(".threads > li").isEmpty)
    #expect(try marc.web.get(followed).page.all(".threads > li").count == 1)
  }

  @Test func `a report reaches the référents without its reporter's name`() throws {
    let page = try rose.web.open(link: "Signaler", on: rose.web.get(thread))
    let sent = try rose.web.submit(
      page.page.form(with: "raison"), changing: ["raison": "blessant", "texte": "C’est dur."])
    #expect(sent.location == "\(thread)#message-1")
    #expect(
      try rose.web.follow(sent).page.text.contains("Les référents de l’espace ont été prévenus"))
    let reports = try DatabaseDump(of: community.server.data).tables["report"]
    #expect(reports?.count == 1)
    #expect(try !marc.web.get(thread).body.contains("C’est dur."))
  }

  @Test func `unread threads come until they are read`() throws {
    let unread = "/fils?liste=non-lus"
    #expect(try rose.web.get(unread).page.all(".threads > li").count == 1)
    _ = try rose.web.get(thread)
    try waitUntil("a thread that was read stays unread") {
      try rose.web.get(unread).page.all(".threads > li").isEmpty
    }
    try marc.reply("Encore.", to: thread)
    #expect(try rose.web.get(unread).page.all(".threads > li").count == 1)
    let line = try rose.web.get(unread).page.first(".threads h3 a")
    #expect(line?["href"] == "\(thread)#message-2")
  }

  @Test func `with names beyond what links may fill, is published with plain names`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    _ = try community.newcomer("kev")
    let thread = try marc.ask("Qui vient samedi ?")
    let long = "[x]: /u \"" + String(repeating: "😀", count: 6_000) + "\"\n\n"
    let place = try marc.reply(long + String(repeating: "@kev ", count: 2_400), to: thread)
    let reply = try marc.web.get(place)
    #expect(reply.status == 200)
    #expect(reply.page.first("#message-2")?.text.contains("@kev") == true)
  }
}
