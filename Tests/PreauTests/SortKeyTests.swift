import Testing

@testable import Preau

@Suite struct `The order of names` {
  @Test func `is that of a French dictionary, whatever the accents and capitals`() {
    let names = ["Vie scolaire", "école Jules-Ferry", "Zoé", "Foyer", "Œuvres", "Cour", "École"]
    let sorted = names.sorted { SortKey.of($0).lexicographicallyPrecedes(SortKey.of($1)) }
    #expect(
      sorted == ["Cour", "École", "école Jules-Ferry", "Foyer", "Œuvres", "Vie scolaire", "Zoé"])
  }

  @Test func `is known to every statement`() throws {
    let community = try Community()
    let ordered = try community.site.database.read { db in
      try db.rows(
        """
        SELECT value FROM json_each('["Vie","Été","Eau"]') ORDER BY sort_key(value)
        """
      ) { try $0.next(String.self) }
    }
    #expect(ordered == ["Eau", "Été", "Vie"])
  }
}
