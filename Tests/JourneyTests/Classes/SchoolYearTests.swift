import Foundation
import TestSupport
import Testing

@Suite struct `The end of a school year` {
  private let community: Community
  private let room: ClassRoom
  private let space: Community.Space

  init() throws {
    community = try Community([.open])
    room = try ClassRoom(community)
    space = Community.Space(String(try room.space().dropFirst(9)), "", "private")
  }

  private func close() throws {
    let page = try room.teacher.web.get(room.address + "/fermeture").page
    let reply = try room.teacher.web.submit(page.form(to: room.address + "/fermeture"))
    #expect(reply.status == 303)
  }

  @Test func `leaves the class to be read, gives texts back, and takes nothing`() throws {
    let learner = try room.learner(room.slips[0])
    let thread = try learner.ask("Une question", "Le début.", in: space)
    let web = learner.web
    let replying = try web.get(thread).page.form(with: "texte")
    let starting = try web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    let editing = try web.get("/messages/1/modifier").page.form(with: "texte")
    try close()
    let text = "Un texte que personne ne doit perdre."
    let answers = try [
      web.submit(replying, changing: ["texte": text], pressing: "publier"),
      web.submit(
        starting,
        changing: ["espace": space.slug, "titre": "Une autre", "texte": text],
        pressing: "publier"),
      web.submit(editing, changing: ["texte": text]),
    ]
    for answer in answers {
      #expect(answer.status == 422)
      #expect(answer.body.contains(text), "\(answer.address)")
      #expect(answer.page.text.contains("fermé"), "\(answer.address)")
    }
    let read = try web.get(thread)
    #expect(read.status == 200 && read.page.text.contains("Le début."))
    #expect(!read.page.text.contains(text))
    #expect(read.page.text.contains("on peut encore le lire, plus y écrire"))
    #expect(!read.page.has("form textarea") && !read.page.has("button[formaction$=\"/merci\"]"))
    #expect(try web.get("/espaces/\(space.slug)").page.text.contains("Cet espace est fermé"))
    // One still enters to read.
    #expect(try room.learner(room.slips[1]).web.get(thread).status == 200)
    // A mistake is undone.
    let back = try room.teacher.web.get(room.address).page.form(to: room.address + "/reouverture")
    #expect(try room.teacher.web.submit(back).status == 303)
    try learner.reply(text, to: thread)
  }

  @Test func `carries those who go on into the next class, with the same secrets`() throws {
    let page = try room.teacher.web.get(room.address + "/suite").page
    var form = try page.form(to: room.address + "/suite")
    let boxes = page.all("input[name=\"membre\"]").compactMap { $0["value"] }
    #expect(boxes.count == 3)
    // All but the last one go on.
    let leaving = try #require(boxes.last)
    try form.set("membre", to: "")
    for box in boxes where box != leaving { try form.set("membre", to: box) }
    let made = try room.teacher.web.submit(form, changing: ["nom": "1re B"], follow: true)
    #expect(made.page.h1.hasPrefix("1re B") && made.page.text.contains("2 élèves"))
    let code = try #require(made.page.first(".class-code")?.text)
    #expect(code != room.code)
    let statuses = try room.slips.map { slip in
      try ClassRoom.enter(
        community.server.visitor(), code: code, name: slip.name, secret: slip.secret
      ).status
    }
    #expect(statuses.sorted() == [303, 303, 422])
    #expect(try room.teacher.web.get(room.address).page.text.contains("Cette classe est fermée."))
  }

  @Test func `has an archive that reads offline`() throws {
    let learner = try room.learner(room.slips[0])
    let first = try learner.ask(
      "Une « question » <simple>", "Bonjour **tous** & [ici](/espaces).", in: space)
    let link = first.split(separator: "-")[0]
    _ = try learner.ask("Une suite", "Comme [là](\(link)#message-1).", in: space)
    _ = try learner.send("Voici.", picture(), "La pompe", to: first)
    _ = try learner.send("Et voilà.", document(), "La fiche", to: first)
    let form = try room.teacher.web.get(room.address).page.form(to: room.address + "/archive")
    let reply = try room.teacher.web.submit(form)
    #expect(reply.status == 200)
    #expect(reply.header("Content-Type") == "application/zip")
    #expect(reply.header("Content-Disposition")?.hasPrefix("attachment; filename=") == true)
    let folder = try TemporaryFolder()
    let file = folder.file("archive.zip")
    try Data(reply.bytes).write(to: URL(fileURLWithPath: file))
    let unzip = try ChildProcess(
      "/usr/bin/python3", ["-m", "zipfile", "-e", file, folder.file("pages")])
    #expect(try unzip.waitForEnd() == .exited(0))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("pages")).sorted()
    #expect(names == ["fichiers", "fil-1.html", "fil-2.html", "index.html", "style.css"])
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.file("pages/fichiers"))
    #expect(files.sorted() == ["1-petite.png", "1.png", "2-ete-1.pdf"])
    for name in names where name.hasSuffix(".html") {
      let html = try String(contentsOfFile: folder.file("pages/\(name)"), encoding: .utf8)
      let page = Page(html)
      #expect(!html.contains("<script") && page.has("link[href=\"style.css\"]"))
      let shown = page.all("img").compactMap { $0["src"] }
      for address in page.links.map(\.address) + shown where !address.hasPrefix("http://") {
        let target = String(address.split(separator: "#")[0])
        let isThere = FileManager.default.fileExists(atPath: folder.file("pages/\(target)"))
        #expect(isThere, "\(name) leads to \(address)")
      }
    }
    let second = try String(contentsOfFile: folder.file("pages/fil-2.html"), encoding: .utf8)
    #expect(second.contains("href=\"fil-1.html#message-1\""))
    #expect(second.contains(room.slips[0].name))
    // Learners do not take it home, and the journal tells of it.
    let stolen = try learner.web.post(
      room.address + "/archive", form: [("jeton", form["jeton"] ?? "")],
      headers: ["Origin": learner.web.origin])
    #expect(stolen.status == 403)
    #expect(
      try room.teacher.web.get("/espaces/\(space.slug)/journal").page.text
        .contains("Archive de la classe"))
  }
}
