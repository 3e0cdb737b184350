/// What the front page says.
struct FrontStrings: Sendable {
  let title: String
  let introduction: String
  let doors: String
  let threadsDoor: String
  let resourcesDoor: String
  let spacesDoor: String
  let tagsDoor: String
  let greeting: @Sendable (String) -> String
  let drafts: @Sendable (Int) -> String
  let unread: String
  let waiting: String
  let unanswered: String
  let latest: String
  let seeAll: String
  let nothingYet: String

  static let french = FrontStrings(
    title: "Sous le préau, on s’entraide.",
    introduction: "Posez une question, racontez ce qui a marché, trouvez la réponse qui a déjà "
      + "servi à quelqu’un. La lecture est libre\u{202F}; pour écrire, un compte suffit, même sans "
      + "adresse électronique.",
    doors: "Par où entrer",
    threadsDoor: "Toutes les questions, les discussions et les retours d’expérience.",
    resourcesDoor: "Ce qui a servi à quelqu’un, avec ce qui s’est passé.",
    spacesDoor: "Un lieu par métier, par établissement ou par sujet, avec ses référents.",
    tagsDoor: "Les fils rangés par sujet, d’un espace à l’autre.",
    greeting: { "Bonjour, \($0)" },
    drafts: {
      $0 < 2 ? "Un texte commencé vous attend." : "\($0) textes commencés vous attendent."
    },
    unread: "À lire",
    waiting: "Des questions vous attendent",
    unanswered: "Questions sans réponse",
    latest: "En ce moment",
    seeAll: "Tout voir",
    nothingYet: "Personne n’a encore écrit ici. La première question ouvrira la voie.")

  static let english = FrontStrings(
    title: "Under the covered yard, people help each other.",
    introduction: "Ask a question, tell what worked, find the answer that has already helped "
      + "someone. Reading is open to all; to write, an account is enough, even without an e-mail "
      + "address.",
    doors: "Ways in",
    threadsDoor: "All questions, discussions and stories of experience.",
    resourcesDoor: "What has served someone, with what happened.",
    spacesDoor: "A place for each trade, school or subject, with its référents.",
    tagsDoor: "Threads by subject, across the spaces.",
    greeting: { "Hello, \($0)" },
    drafts: {
      $0 == 1
        ? "A text that you began is waiting." : "\($0) texts that you began are waiting."
    },
    unread: "To read",
    waiting: "Questions are waiting for you",
    unanswered: "Unanswered questions",
    latest: "Right now",
    seeAll: "See all",
    nothingYet: "Nobody has written here yet. The first question will lead the way.")
}
