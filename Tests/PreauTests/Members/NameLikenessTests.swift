import Testing

@testable import Preau

@Suite struct `Names that would pass for another's` {
  @Test(arguments: [
    ("Marie Dupré", "MARIE  dupre"), ("Rose", "Rоsе"), ("Rose", "R0SE"), ("Alain", "AIain"),
    ("Kim Τan", "Kim Tan"), ("Élodie", "E\u{0301}lodie"), ("Anne-Lise", "Anne Lise"),
  ])
  func `look the same`(name: String, other: String) {
    #expect(NameLikeness(name) == NameLikeness(other))
  }

  @Test(arguments: [("Rose", "Rosa"), ("Marie D.", "Marie L."), ("日本", "日木")])
  func `look different`(name: String, other: String) {
    #expect(NameLikeness(name) != NameLikeness(other))
  }

  @Test(arguments: [
    ("Compte supprimé", true), ("«compte  SUPPRIME»", true), ("Un apprenant", true),
    ("deleted account 3", true), ("A learner", true), ("Administrateur", true),
    ("L’Admin", true), ("Аdmin du site", true), ("a d m i n", true), ("Adama", false),
    ("Lina Apprenante", false), ("Aline Arnaud", false),
  ])
  func `are reserved when the site says them`(name: String, isReserved: Bool) throws {
    #expect(try DisplayName(typed: name).isReserved == isReserved)
  }
}
