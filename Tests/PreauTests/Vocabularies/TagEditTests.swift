import SQLite
import Testing

@testable import Preau

@Suite struct `An administrator tidies tags` {
  private let community: Community

  init() throws {
    community = try Community()
    var file = SKOSFile()
    file.add("commun", "Bien commun")
    let document = try file.read().document
    try community.site.database.write {
      _ = try VocabularyStore.load(document, at: Community.noon, $0)
    }
  }

  private func get(_ path: String) throws -> (status: Int, location: String?) {
    let answer = try community.get(path, as: .administrator)
    return (answer.status, answer["Location"])
  }

  private func tags(of thread: Int64) throws -> [String] {
    try community.site.database.read {
      try ThreadStore.tags(of: Thread.ID(thread), $0).map(\.address.text)
    }
  }

  @Test func `renames one, and the old name leads on`() throws {
    let answer = try community.post(
      "/etiquettes/commun/nom", [("nom", "Partagé")], as: .administrator)
    #expect(answer["Location"] == "/etiquettes/partage")
    #expect(try get("/etiquettes/commun") == (301, "/etiquettes/partage"))
    #expect(try tags(of: 1) == ["/etiquettes/partage", "/etiquettes/propre-1"])
    let taken = try community.post(
      "/etiquettes/partage/nom", [("nom", "propre 1")], as: .administrator)
    #expect(taken.status == 422)
  }

  @Test func `joins two, and the old name typed again means the new one`() throws {
    let answer = try community.post(
      "/etiquettes/propre-1/fusion", [("vers", "Commun")], as: .administrator)
    #expect(answer["Location"] == "/etiquettes/commun")
    #expect(try tags(of: 1) == ["/etiquettes/commun"])
    #expect(try get("/etiquettes/propre-1") == (301, "/etiquettes/commun"))
    try community.site.database.write { db in
      try ThreadStore.setTags(
        [Tag(slug: "propre-1", label: "Propre-1")], of: Thread.ID(2), db)
    }
    #expect(try tags(of: 2) == ["/etiquettes/commun"])
  }

  @Test(arguments: [("commun", "commun"), ("commun", "nulle part"), ("commun", "")])
  func `cannot join one with itself, nor with none`(slug: String, other: String) throws {
    let answer = try community.post(
      "/etiquettes/\(slug)/fusion", [("vers", other)], as: .administrator)
    #expect(answer.status == 422)
    #expect(try tags(of: 1) == ["/etiquettes/commun", "/etiquettes/propre-1"])
  }

  @Test func `makes one a concept that there is`() throws {
    let answer = try community.post(
      "/etiquettes/commun/promotion", [("mot", "bien commun")], as: .administrator)
    #expect(answer["Location"] == "/vocabulaires/s/commun")
    #expect(try tags(of: 1) == ["/vocabulaires/s/commun", "/etiquettes/propre-1"])
    #expect(try get("/etiquettes/commun") == (301, "/vocabulaires/s/commun"))
    #expect(try community.get("/vocabulaires/s/commun").text.contains("/fils/1-"))
  }

  @Test func `makes one a concept of the site's own`() throws {
    let asked = try community.post(
      "/etiquettes/commun/promotion", [("mot", "Commun")], as: .administrator)
    #expect(asked.status == 422)
    #expect(asked.text.contains("value=\"creer\""))
    let answer = try community.post(
      "/etiquettes/commun/promotion", [("mot", "Commun"), ("action", "creer")],
      as: .administrator)
    #expect(answer["Location"] == "/vocabulaires/mots-du-site/commun")
    let second = try community.post(
      "/etiquettes/propre-1/promotion", [("mot", "Propre"), ("action", "creer")],
      as: .administrator)
    #expect(second["Location"] == "/vocabulaires/mots-du-site/propre")
    #expect(
      try tags(of: 1) == ["/vocabulaires/mots-du-site/commun", "/vocabulaires/mots-du-site/propre"])
  }

  @Test(arguments: ["nom", "fusion", "promotion"])
  func `and nobody else does`(act: String) throws {
    for person in [Community.Person.referent, .outsider, .learner] {
      let answer = try community.post(
        "/etiquettes/commun/\(act)", [("nom", "x"), ("vers", "propre-1"), ("mot", "x")],
        as: person)
      #expect(answer.status == 403)
    }
    #expect(try community.get("/etiquettes/commun").status == 200)
  }
}
