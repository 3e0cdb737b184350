/// A line of a pasted list that names nobody: the titles of its columns, its own title, a total.
struct PastedHeading {
  let text: String
  /// What titles of columns say of the lines below them.
  let order: NameList.Order?

  /// - Returns: nil for a line that may be a name.
  init?(_ line: some StringProtocol) {
    let columns = PastedName.columns(of: line)
    let words = columns.joined().map(RollName.fold)
    guard let first = words.first else { return nil }
    let hasOnlyTitles =
      words.contains(where: Self.titles.contains)
      && words.allSatisfy { Self.titles.contains($0) || Self.between.contains($0) || $0.count == 1 }
    guard hasOnlyTitles || (words.count > 1 && Self.beginnings.contains(first)) else { return nil }
    text = String(line).trimmed
    let folded = columns.map { RollName.fold($0.joined()) }
    let given = folded.firstIndex { $0.hasPrefix("prenom") }
    let family = folded.firstIndex { $0.hasPrefix("nom") }
    if let given, let family {
      order = given < family ? .givenFirst : .familyFirst
    } else {
      order = nil
    }
  }

  private static let titles: Set = [
    "nom", "noms", "prenom", "prenoms", "eleve", "eleves", "classe", "division", "groupe", "liste",
    "total", "effectif", "sexe", "regime", "option", "options", "naissance", "date", "ine", "appel",
    "professeur", "mail", "email", "moyenne",
  ]
  private static let between: Set = [
    "de", "du", "des", "la", "le", "les", "et", "ou", "famille", "usage", "dusage", "complet",
    "neele", "nele", "principal", "principale", "scolaire", "annee",
  ]
  /// What begins the title of a list and no name.
  private static let beginnings: Set = ["liste", "total", "effectif", "effectifs", "classe"]
}
