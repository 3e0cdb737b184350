import SQLite
import Testing

@testable import Preau

/// Lines in which every key of tutorials and of the catalogue stands at least once, but concepts,
/// which need vocabularies.
private enum CatalogueLines {
  static let all = ExchangeLines.all + tutorials + resources + collections

  private static let licence = #""licence":"\#(Licence.bySA.uri)""#

  static let tutorials = [
    #"{"type":"tutorial","id":1,"category":1,"authors":[3,1],"asked":[2],"created":1750001000,"#
      + #""shared":2,"review":2,"submitted":1750001200,"published":1,"published_at":1750001100,"#
      + #""review_by":1767225600,"thread":1,"tags":[1]}"#,
    #"{"type":"version","tutorial":1,"number":1,"author":3,"title":"Consigner","#
      + #""summary":"En deux mots","created":1750001000,"body":"Le geste\n\nCouper.","#
      + #"\#(licence),"language":"en","fits":"BO 2025","tags":"quiz","message":"Début","#
      + #""published":1750001100}"#,
    #"{"type":"version","tutorial":1,"number":2,"author":1,"title":"Consigner mieux","#
      + #""created":1750001150,"body":"Couper net.",\#(licence)}"#,
    #"{"type":"seal","tutorial":1,"version":1,"kind":"trade","author":1,"given":1750001090,"#
      + #""words":"Juste."}"#,
    #"{"type":"passage","tutorial":1,"number":1,"post":2,"author":3,"body":"Ainsi.","#
      + #""state":"asked"}"#,
    #"{"type":"tutorial","id":2,"category":1,"authors":[2],"created":1750002000,"published":1,"#
      + #""published_at":1750002100,"removed":1750009000}"#,
    #"{"type":"version","tutorial":2,"number":1,"author":2,"title":"Consigner ailleurs","#
      + #""created":1750002000,"body":"Couper aussi.",\#(licence),"published":1750002100}"#,
    #"{"type":"origin","tutorial":2,"original":1,"version":1,"title":"Consigner",\#(licence),"#
      + #""adapted":1750002000,"authors":[3,1]}"#,
  ]

  static let resources = [
    #"{"type":"resource","id":1,"category":1,"tutorial":1,"created":1750001100,"#
      + #""changed":1750003000,"title":"Consigner","description":"En deux mots",\#(licence),"#
      + #""language":"en","tags":[1],"minutes":20,"connection":"download","#
      + #""adaptation":"Lire à voix haute","access":["device-telephone","mode-textual"],"#
      + #""trust":"peer","trust_by":1,"trust_at":1750002900,"trust_words":"Vu."}"#,
    #"{"type":"use","resource":1,"author":2,"created":1750004000,"speaks_as":"AESH","#
      + #""sought":"Du calme","happened":"Bien.","changed":"Rien","again":"yes","#
      + #""edited":1750004100}"#,
    #"{"type":"use","resource":1,"author":1,"created":1750004200,"happened":"Mal.","again":"no","#
      + #""removed":1750004300,"removed_for":"Hors sujet"}"#,
    #"{"type":"resource","id":2,"category":1,"url":"https://exemple.fr/page","author":2,"#
      + #""created":1750001500,"changed":1750001500,"title":"Une page","authors":"Quelqu’un","#
      + #"\#(licence),"removed":true,"removed_for":"Parti"}"#,
    #"{"type":"resource","id":3,"category":1,"tutorial":2,"created":1750002100,"#
      + #""changed":1750002100,"title":"Consigner ailleurs",\#(licence),"removed":true}"#,
  ]

  static let collections = [
    #"{"type":"collection","id":1,"author":2,"kind":"path","title":"Pour démarrer","#
      + #""words":"Dans l’ordre","visibility":"members","created":1750005000,"#
      + #""changed":1750005100,"editors":[3],"asked":[1],"removed":1750009000}"#,
    #"{"type":"item","collection":1,"resource":2,"created":1750005050,"note":"D’abord"}"#,
    #"{"type":"item","collection":1,"resource":1,"created":1750005060}"#,
  ]
}

@Suite struct `Tutorials and the catalogue in an exchange file` {
  private typealias Lines = CatalogueLines
  private let folder: ExchangeFolder
  private static let root =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    .joined(separator: "/")

  init() throws { folder = try ExchangeFolder() }

  @Test func `give back the same bytes, and are found`() throws {
    let outcome = try folder.load(Lines.all)
    #expect(folder.remarks == [])
    #expect(outcome.tutorials == 2 && outcome.resources == 3 && outcome.collections == 1)
    #expect(try folder.exported() == Lines.all)
    #expect(try folder.wrong() == [])
    let found = try folder.database.read { db in
      try SearchStore.find(
        SearchQuery(parsing: "couper"), reader: 0, now: 1_790_000_000, db
      ).results
    }
    #expect(found.map(\.kind) == ["tutorial"], "but what was removed is not")
    #expect(try folder.value("SELECT use_count FROM resource WHERE id = 1", as: Int.self) == 1)
  }

  @Test func `twice add nothing, nor does one's own community`() throws {
    try folder.load(Lines.all)
    #expect(try folder.load(Lines.all) == Import.Outcome(known: Lines.all.count))
    try folder.database.write { db in try db.run("DELETE FROM exchange_line") }
    #expect(try folder.load(try folder.exported()) == Import.Outcome(known: Lines.all.count))
    #expect(try folder.exported() == Lines.all)
  }

  @Test(arguments: ExchangeLines.all.count..<CatalogueLines.all.count)
  func `are the same in two parts as at once`(cut: Int) throws {
    try folder.load(Array(Lines.all.prefix(cut)))
    try folder.load(Lines.all)
    #expect(try folder.exported() == Lines.all)
    #expect(try folder.wrong() == [])
  }

  @Test func `do not bring back what was changed here`() throws {
    try folder.load(Lines.all)
    try folder.database.write { db in
      try db.run("DELETE FROM collection_item WHERE resource = 3")
      try db.run("UPDATE resource SET minutes = 45, changed = changed + 1 WHERE id = 1")
    }
    try folder.load(Lines.all)
    #expect(try folder.value("SELECT count(*) FROM collection_item", as: Int.self) == 1)
    #expect(try folder.value("SELECT minutes FROM resource WHERE id = 1", as: Int.self) == 45)
  }

  @Test(arguments: [
    (#"{"type":"version","tutorial":1,"number":3,"#, "out of its order"),
    (#"{"type":"seal","tutorial":1,"version":9,"#, "of no version"),
  ])
  func `reject what does not hold together`(start: String, why: String) throws {
    let rest =
      start.contains("seal")
      ? #""kind":"trade","author":1,"given":1}"#
      : #""author":1,"title":"T","created":1,"body":"B","licence":"\#(Licence.bySA.uri)"}"#
    let lines = ExchangeLines.all + Lines.tutorials.prefix(2)
    #expect(try folder.load(lines + [start + rest]).rejected == 1, "\(why)")
    #expect(try folder.wrong() == [])
  }

  @Test func `make of the demo community the same community elsewhere`() throws {
    let now = Instant(seconds: 1_800_000_000)
    try VocabularySeeds.load(into: folder.database, root: Self.root, now: now)
    #expect(
      try DemoCommunity.load(
        into: folder.database, in: folder.path, root: Self.root, now: now))
    let lines = try folder.exported()
    for kind in ["tutorial", "version", "seal", "origin", "resource", "use", "collection", "item"] {
      #expect(lines.contains { $0.hasPrefix(#"{"type":"\#(kind)","#) }, "\(kind)")
    }
    let other = try ExchangeFolder()
    try VocabularySeeds.load(into: other.database, root: Self.root, now: now)
    try other.load(lines)
    #expect(other.remarks == [])
    #expect(try other.exported() == lines)
    #expect(try other.wrong() == [])
  }
}
