import TestSupport
import Testing

@Suite struct `A picture in a post` {
  private let community: Community
  private let marc: Person

  init() throws {
    community = try Community([.open, .team, .closed])
    marc = try community.member("marc")
  }

  @Test func `stands at the end of the text, small, and leads to the large one`() throws {
    let thread = try marc.ask("Le montage")
    let reply = try marc.send("Voici.", picture(), "La pompe", to: thread)
    #expect(reply.status == 303)
    let page = try marc.web.get(thread).page
    let image = try #require(page.first("#message-2 .prose img"))
    #expect(image["alt"] == "La pompe")
    let address = try #require(page.first("#message-2 .prose a")?["href"])
    #expect(image["src"] == address + "/vignette")
    let small = try community.server.visitor().get(image["src"] ?? "")
    let large = try community.server.visitor().get(address)
    for answer in [small, large] {
      #expect(answer.status == 200)
      #expect(answer.header("Content-Type") == "image/png")
      #expect(answer.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
      #expect(answer.header("X-Content-Type-Options") == "nosniff")
      #expect(answer.headers(named: "Content-Security-Policy").contains { $0.contains("sandbox") })
    }
    #expect(page.problems == [])
  }

  @Test func `begins a thread, and joins a post that is edited`() throws {
    var form = try marc.web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    try form.attach(picture(), to: "fichier")
    let text = ["espace": "accueil", "titre": "Avec une image", "texte": "Texte."]
    let started = try marc.web.submit(
      form, changing: text.merging(["fichier-description": "Un schéma"]) { $1 }, pressing: "publier"
    )
    let thread = try #require(started.location)
    #expect(try marc.web.get(thread).page.first("#message-1 img")?["alt"] == "Un schéma")
    var edit = try marc.web.get("/messages/1/modifier").page.form(to: "/messages/1/modifier")
    try edit.attach(picture(seed: 1), to: "fichier")
    try edit.set("fichier-decoratif", to: "oui")
    _ = try marc.web.submit(edit, pressing: "publier")
    let images = try marc.web.get(thread).page.all("#message-1 img")
    #expect(images.map { $0["alt"] } == ["Un schéma", ""])
    // A link without words is read as its address.
    #expect(try marc.web.get(thread).page.all("#message-1 .prose a").count == 1)
  }

  @Test func `without a description comes back, and only the description is asked for`() throws {
    let thread = try marc.ask("Le montage")
    let asked = try marc.send("Voici.", picture(), "", to: thread)
    #expect(asked.status == 422)
    #expect(asked.page.problems == [])
    #expect(asked.page.first(".problems")?.text.contains("bien arrivée") == true)
    var form = try asked.page.form(with: "texte")
    #expect(form["texte"] == "Voici.")
    let shown = try #require(asked.page.first(".picture img")?["src"])
    #expect(try marc.web.get(shown).status == 200)
    // Nobody else sees what is not published.
    #expect(try community.server.visitor().get(shown).status == 404)
    #expect(try community.member("rose").web.get(shown).status == 404)
    // The draft has it too.
    let later = try marc.web.get(thread).page
    #expect(later.first(".picture img")?["src"] == shown)
    try form.set("fichier-description", to: "La pompe")
    #expect(try marc.web.submit(form, pressing: "publier").status == 303)
    #expect(try marc.web.get(thread).page.first("#message-2 img")?["alt"] == "La pompe")
    #expect(try community.server.visitor().get(shown).status == 200)
  }

  @Test func `that waits can be left out after all`() throws {
    let thread = try marc.ask("Le montage")
    var form = try marc.send("Voici.", picture(), "", to: thread).page.form(with: "texte")
    try form.set("fichier-retrait", to: "oui")
    #expect(try marc.web.submit(form, pressing: "publier").status == 303)
    let page = try marc.web.get(thread).page
    #expect(page.first("#message-2 .prose")?.text == "Voici.")
    #expect(page.first("#message-2 img") == nil)
    #expect(page.first(".picture img") == nil)
  }

  @Test func `stays with its text when that cannot be published, and with its draft`() throws {
    let thread = try marc.ask("Le montage")
    let long = String(repeating: "Très long. ", count: 3_000)
    let refused = try marc.send(long, picture(), "La pompe", to: thread)
    #expect(refused.status == 422)
    let text = try #require(try refused.page.form(with: "texte")["texte"])
    #expect(text.contains("![La pompe](/fichiers/"))
    let preview = try marc.send("Court.", picture(), "La pompe", to: thread, pressing: "apercu")
    #expect(preview.status == 200)
    #expect(preview.page.first(".preview img")?["alt"] == "La pompe")
    let draft = try marc.web.get(thread).page.form(with: "texte")
    #expect(draft["texte"]?.contains("![La pompe](/fichiers/") == true)
  }

  @Test func `sent twice makes one post`() throws {
    let thread = try marc.ask("Le montage")
    var form = try marc.web.get(thread).page.form(with: "texte")
    try form.attach(picture(), to: "fichier")
    let words = ["texte": "Une fois.", "fichier-description": "La pompe"]
    let first = try marc.web.submit(form, changing: words, pressing: "publier")
    let second = try marc.web.submit(form, changing: words, pressing: "publier")
    #expect(first.location == second.location)
    #expect(try marc.web.get(thread).page.all("article.post").count == 2)
  }

  @Test func `is kept while its sender logs in again`() throws {
    let thread = try marc.ask("Le montage")
    var form = try marc.web.get(thread).page.form(with: "texte")
    try form.attach(picture(), to: "fichier")
    marc.loseSession()
    let kept = try marc.web.submit(
      form, changing: ["texte": "Voici.", "fichier-description": "La pompe"], pressing: "publier")
    let logIn = try marc.web.follow(kept).page
    let back = try marc.web.submit(
      logIn.form(to: "/connexion"),
      changing: ["identifiant": "marc", "mot_de_passe": Community.password])
    #expect(back.status == 303)
    #expect(try marc.web.get(thread).page.first("#message-2 img")?["alt"] == "La pompe")
  }

  @Test func `of a private space is shown to nobody else, by any method, wherever it is copied`()
    throws
  {
    let referent = try community.referent("ines", of: .closed)
    try referent.admit(marc, to: .closed)
    let secret = try marc.ask("Entre nous", in: .closed)
    _ = try marc.send("Voici.", picture(), "Nous", to: secret)
    let address = try #require(try marc.web.get(secret).page.first("#message-2 .prose a")?["href"])
    #expect(try referent.web.get(address).status == 200)
    #expect(try referent.web.get(address).header("Cache-Control") == "private, no-cache")
    let rose = try community.member("rose")
    for web in [rose.web, community.server.visitor()] {
      for path in [address, address + "/vignette"] {
        #expect(try web.get(path).status == 404)
        #expect(try web.head(path).status == 404)
        #expect(try web.get(path, headers: ["Range": "bytes=0-9"]).status == 404)
        let tag = try marc.web.get(path).header("ETag") ?? ""
        #expect(try web.get(path, headers: ["If-None-Match": tag]).status == 404)
      }
    }
    // Somebody who sees it cannot open it to others by writing its address elsewhere.
    let copy = try referent.ask("Ailleurs", "![Vu](\(address))")
    #expect(try community.server.visitor().get(copy).page.first("img") != nil)
    #expect(try community.server.visitor().get(address).status == 404)
    // What was taken away is not shown either.
    try marc.press("Retirer", in: "#message-2", on: secret)
    #expect(try referent.web.get(address).status == 404)
  }

  @Test func `is sent in parts, and not again to who has it`() throws {
    let thread = try marc.ask("Le montage")
    _ = try marc.send("Voici.", picture(), "La pompe", to: thread)
    let address = try #require(try marc.web.get(thread).page.first("#message-2 .prose a")?["href"])
    let whole = try marc.web.get(address)
    let tag = try #require(whole.header("ETag"))
    #expect(whole.header("Accept-Ranges") == "bytes")
    let part = try marc.web.get(address, headers: ["Range": "bytes=1-3"])
    #expect(part.status == 206)
    #expect(part.body == "PNG")
    #expect(part.header("Content-Range") == "bytes 1-3/\(whole.bytes.count)")
    #expect(try marc.web.get(address, headers: ["Range": "bytes=9999999-"]).status == 416)
    let stale = ["Range": "bytes=1-3", "If-Range": "\"autre\""]
    #expect(try marc.web.get(address, headers: stale).bytes == whole.bytes)
    let known = try marc.web.get(address, headers: ["If-None-Match": tag])
    #expect(known.status == 304)
    #expect(known.bytes.isEmpty)
    let head = try marc.web.head(address)
    #expect(head.header("Content-Length") == String(whole.bytes.count))
  }
}

/// A picture whose file says more than its pixels.
func picture(_ words: String = "", seed: Int = 0) -> Form.File {
  Form.File(
    name: "../../etc/\u{202E}gnp.exe", type: "text/html",
    bytes: PNGPicture.bytes(words: words, seed: seed))
}

extension Person {
  /// Replies with a picture.
  func send(
    _ text: String, _ file: Form.File, _ description: String, to thread: String,
    pressing button: String = "publier"
  ) throws -> Reply {
    var form = try web.get(thread).page.form(with: "texte")
    try form.attach(file, to: "fichier")
    return try web.submit(
      form, changing: ["texte": text, "fichier-description": description], pressing: button)
  }
}
