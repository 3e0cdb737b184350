/// What is said about what is asked again and again.
struct HelpThemeStrings: Sendable {
  let title: String
  let advice: String
  let empty: String
  let rising: String
  let asked: @Sendable (_ recent: Int, _ before: Int) -> String
  let shared: String
  let more: @Sendable (Int) -> String
  let missed: String
  let missedAdvice: String
  let members: @Sendable (Int) -> String

  static let french = HelpThemeStrings(
    title: "Thèmes qui montent",
    advice: "Ce qui revient depuis quatre semaines\u{00A0}: là où une réponse que tout le monde "
      + "trouve servirait le plus.",
    empty: "Rien ne revient en ce moment.",
    rising: "Étiquettes qui montent",
    asked: { recent, before in
      "\(recent) \(recent < 2 ? "question" : "questions") en quatre semaines, \(before) avant"
    },
    shared: "Mots que plusieurs questions partagent",
    more: { $0 < 2 ? "et 1 autre question" : "et \($0) autres questions" },
    missed: "Cherché sans rien trouver",
    missedAdvice: "Sur tout le site, par trois membres au moins, en trois mois. Personne ne sait "
      + "qui.",
    members: { "\($0) membres" })

  static let english = HelpThemeStrings(
    title: "Rising themes",
    advice: "What has come back for four weeks: where an answer that everybody finds would help "
      + "most.",
    empty: "Nothing comes back at the moment.",
    rising: "Rising tags",
    asked: { recent, before in
      "\(recent) \(recent == 1 ? "question" : "questions") in four weeks, \(before) before"
    },
    shared: "Words that several questions share",
    more: { $0 == 1 ? "and 1 other question" : "and \($0) other questions" },
    missed: "Looked for in vain",
    missedAdvice: "On the whole site, by three members at least, in three months. Nobody knows "
      + "whom.",
    members: { "\($0) members" })
}
