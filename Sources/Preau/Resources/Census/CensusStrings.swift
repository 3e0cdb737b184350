/// What the census and calls for contributions say.
struct CensusStrings: Sendable {
  let title: String
  let advice: String
  let noSchemes: String
  let rows: String
  let columns: String
  let show: String
  let broader: String
  let caption: @Sendable (String, String) -> String
  let nothing: String
  /// How many, and how many of them are validated.
  let resources: @Sendable (Int, Int) -> String
  let requests: @Sendable (Int) -> String
  let requestsTitle: @Sendable (String, String) -> String
  let noRequests: String
  let call: String
  let calls: String
  let wanted: @Sendable (String, String) -> String
  let answer: String
  let write: String
  let close: String
  let callTitle: @Sendable (String, String) -> String
  let callAdvice: String
  let spaceHint: String
  let spaceMissing: String
  let callWords: String
  let callWordsHint: String
  let open: String
}

extension CensusStrings {
  static let french = CensusStrings(
    title: "Recensement",
    advice:
      "Ce qui existe, et ce qui manque\u{00A0}: pour chaque paire, les ressources publiées "
      + "et les questions sans réponse que vous pouvez lire. Une ressource est validée quand elle "
      + "porte un sceau, ou quand un pair a vérifié sa fiche.",
    noSchemes: "Ce vocabulaire n’est pas sur ce site.",
    rows: "En lignes",
    columns: "En colonnes",
    show: "Afficher",
    broader: "revenir au plus large",
    caption: { "\($0), par \($1)" },
    nothing: "Rien",
    resources: { all, validated in
      switch (all, validated) {
      case (1, 0): "1 ressource, pas validée"
      case (1, _): "1 ressource, validée"
      case (_, 0): "\(all) ressources, aucune validée"
      case (_, 1): "\(all) ressources, dont 1 validée"
      default: "\(all) ressources, dont \(validated) validées"
      }
    },
    requests: { $0 < 2 ? "\($0) question attend" : "\($0) questions attendent" },
    requestsTitle: { "Questions sans réponse\u{00A0}: \($0), \($1)" },
    noRequests: "Aucune question n’attend ici.",
    call: "Lancer un appel",
    calls: "On cherche",
    wanted: { "\($0), \($1)" },
    answer: "J’ai quelque chose",
    write: "J’écris un tutoriel",
    close: "Clore l’appel",
    callTitle: { "Appel à contributions\u{00A0}: \($0), \($1)" },
    callAdvice:
      "L’appel se lit sur la page des ressources et sur l’accueil des membres de l’espace, "
      + "jusqu’à ce que vous le closiez.",
    spaceHint: "Au nom de quel espace.",
    spaceMissing: "Choisissez un espace.",
    callWords: "Ce que l’on cherche",
    callWordsHint: "Quelle situation, quel geste, quelle contrainte.",
    open: "Lancer l’appel")
}

extension CensusStrings {
  static let english = CensusStrings(
    title: "Census",
    advice:
      "What there is and what is missing: for each pair, the published resources and the "
      + "questions without an answer that you may read. A resource is validated when it bears a "
      + "seal, or when a peer has checked its card.",
    noSchemes: "This vocabulary is not on this site.",
    rows: "As rows",
    columns: "As columns",
    show: "Show",
    broader: "back to the broader",
    caption: { "\($0) by \($1)" },
    nothing: "Nothing",
    resources: { all, validated in
      switch (all, validated) {
      case (1, 0): "1 resource, not validated"
      case (1, _): "1 resource, validated"
      case (_, 0): "\(all) resources, none validated"
      default: "\(all) resources, \(validated) of them validated"
      }
    },
    requests: { $0 == 1 ? "1 question waits" : "\($0) questions wait" },
    requestsTitle: { "Unanswered questions: \($0), \($1)" },
    noRequests: "No question waits here.",
    call: "Open a call",
    calls: "Wanted",
    wanted: { "\($0), \($1)" },
    answer: "I have something",
    write: "I will write a tutorial",
    close: "Close the call",
    callTitle: { "Call for contributions: \($0), \($1)" },
    callAdvice:
      "The call is read on the page of resources and on the front page of the members of "
      + "the space, until you close it.",
    spaceHint: "In the name of which space.",
    spaceMissing: "Choose a space.",
    callWords: "What is wanted",
    callWordsHint: "Which situation, which gesture, which constraint.",
    open: "Open the call")
}
