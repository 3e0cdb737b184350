/// What is said about needs that nobody could meet.
struct UnmetNeedStrings: Sendable {
  let title: String
  let advice: String
  let empty: String
  let withoutTheme: String
  let theme: String
  let themeHint: String
  let note: String
  let noteHint: String
  let withChosen: String
  let group: String
  let markSent: String
  let nothingChosen: String
  let report: String
  let download: String
  let reportTitle: @Sendable (_ space: String) -> String
  let reportIntroduction: @Sendable (_ count: Int, _ day: String) -> String
  let asked: @Sendable (_ day: String, _ meToo: Int) -> String
  let sent: @Sendable (_ day: String) -> String
  let askerSays: String
  let referentsSay: String
  /// Of the file: theme, need, day, people, asker, référents, sent, address.
  let columns: [String]

  static let french = UnmetNeedStrings(
    title: "Besoins non couverts",
    advice:
      "Les demandes restées sans solution, et celles dont le demandeur a renoncé à la réponse. "
      + "Regroupez-les, annotez-les, puis transmettez le rapport à l’échelon supérieur.",
    empty: "Aucun besoin n’est resté sans réponse.",
    withoutTheme: "Sans thème",
    theme: "Thème",
    themeHint: "Le même thème regroupe plusieurs besoins.",
    note: "Annotation",
    noteHint: "Ce qu’il faudrait pour y répondre.",
    withChosen: "Avec les besoins choisis",
    group: "Regrouper et annoter",
    markSent: "Noter comme transmis",
    nothingChosen: "Choisissez au moins un besoin.",
    report: "Rapport à imprimer",
    download: "Tableau (CSV)",
    reportTitle: { "Besoins non couverts\u{00A0}: \($0)" },
    reportIntroduction: { count, day in
      "\(count) \(count < 2 ? "besoin" : "besoins") au \(day)."
    },
    asked: { day, meToo in
      switch meToo {
      case 0: "demandé le \(day)"
      case 1: "demandé le \(day), et par 1 autre personne"
      default: "demandé le \(day), et par \(meToo) autres personnes"
      }
    },
    sent: { "transmis le \($0)" },
    askerSays: "Le demandeur",
    referentsSay: "Les référents",
    columns: [
      "Thème", "Besoin", "Demandé le", "Personnes", "Le demandeur", "Les référents",
      "Transmis le", "Adresse",
    ])

  static let english = UnmetNeedStrings(
    title: "Unmet needs",
    advice: "Requests that stayed without solution, and those whose asker gave up. Group them, "
      + "annotate them, then send the report to the level above.",
    empty: "No need has stayed without an answer.",
    withoutTheme: "Without theme",
    theme: "Theme",
    themeHint: "The same theme groups several needs.",
    note: "Annotation",
    noteHint: "What it would take to meet them.",
    withChosen: "With the chosen needs",
    group: "Group and annotate",
    markSent: "Note as sent",
    nothingChosen: "Choose at least one need.",
    report: "Report to print",
    download: "Table (CSV)",
    reportTitle: { "Unmet needs: \($0)" },
    reportIntroduction: { count, day in
      "\(count) \(count == 1 ? "need" : "needs") on \(day)."
    },
    asked: { day, meToo in
      switch meToo {
      case 0: "asked on \(day)"
      case 1: "asked on \(day), and by 1 other person"
      default: "asked on \(day), and by \(meToo) other people"
      }
    },
    sent: { "sent on \($0)" },
    askerSays: "The asker",
    referentsSay: "The référents",
    columns: [
      "Theme", "Need", "Asked on", "People", "The asker", "The référents", "Sent on", "Address",
    ])
}
