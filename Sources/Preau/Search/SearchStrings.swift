/// What the search says.
struct SearchStrings: Sendable {
  let title: String
  let titleOf: @Sendable (String) -> String
  let label: String
  let hint: String
  let search: String
  let found: @Sendable (Int) -> String
  let foundMore: @Sendable (Int) -> String
  let foundOlder: @Sendable (Int) -> String
  /// Where some are tutorials, from how many and whether there are more.
  let foundAny: @Sendable (Int, Bool) -> String
  let otherTimes: String
  let older: String
  let newest: String
  let nothing: @Sendable (String) -> String
  /// To a query such as `-word`.
  let onlyExcluded: String
  let relaxed: String
  /// Before the words that were meant, of which the results are shown.
  let insteadOf: String
  let tryWith: String
  let advice: [String]
  let previous: String
  let next: String
  let page: @Sendable (Int, Int) -> String
  let helpTitle: String
  let help: [(example: String, meaning: String)]

  static let french = SearchStrings(
    title: "Recherche",
    titleOf: { "«\u{00A0}\($0)\u{00A0}» · Recherche" },
    label: "Rechercher dans les fils, les tutoriels et les ressources",
    hint: "Les accents, les majuscules et les pluriels n’ont pas d’importance.",
    search: "Rechercher",
    found: { $0 < 2 ? "\($0) fil trouvé" : "\($0) fils trouvés" },
    foundMore: { "Plus de \($0) fils trouvés, les plus récents d’abord examinés" },
    foundOlder: { $0 < 2 ? "\($0) fil plus ancien" : "\($0) fils plus anciens" },
    foundAny: { count, isCutOff in
      isCutOff
        ? "Plus de \(count) résultats, les plus récents d’abord examinés"
        : count < 2 ? "\(count) résultat" : "\(count) résultats"
    },
    otherTimes: "Messages d’autres dates",
    older: "Chercher dans les messages plus anciens",
    newest: "Revenir aux plus récents",
    nothing: { "Aucun résultat pour «\u{00A0}\($0)\u{00A0}»" },
    onlyExcluded:
      "Ajoutez un mot à chercher\u{00A0}: le signe moins ne fait qu’écarter des messages, comme "
      + "dans «\u{00A0}quiz -moodle\u{00A0}».",
    relaxed: "Aucun message ne contient tous ces mots. Voici ceux qui en contiennent le plus.",
    insteadOf: "Voici les résultats pour\u{00A0}:",
    tryWith: "Essayez avec\u{00A0}:",
    advice: [
      "Essayez avec moins de mots, ou avec d’autres.",
      "Vérifiez le nom de l’espace, de l’étiquette ou de l’auteur si vous en avez indiqué un.",
      "Personne n’en a peut-être encore parlé\u{00A0}: posez la question\u{202F}!",
    ],
    previous: "Page précédente",
    next: "Page suivante",
    page: { "Page \($0) sur \($1)" },
    helpTitle: "Préciser une recherche",
    help: [
      ("\"mot de passe\"", "ces mots-là, dans cet ordre"),
      ("quiz -moodle", "avec le premier mot, sans le second"),
      ("péda*", "les mots qui commencent ainsi"),
      ("auteur:nom", "les messages d’une personne"),
      ("espace:\"vie du lycée\"", "dans un espace"),
      ("étiquette:numérique", "les fils qui portent cette étiquette"),
      ("statut:résolu", "selon l’état\u{00A0}: résolu, ouvert, fermé, sans-réponse"),
    ])

  static let english = SearchStrings(
    title: "Search",
    titleOf: { "“\($0)” · Search" },
    label: "Search the threads, tutorials and resources",
    hint: "Accents, capitals and plurals make no difference.",
    search: "Search",
    found: { $0 == 1 ? "1 thread found" : "\($0) threads found" },
    foundMore: { "More than \($0) threads found, the newest looked at first" },
    foundOlder: { $0 == 1 ? "1 older thread" : "\($0) older threads" },
    foundAny: { count, isCutOff in
      isCutOff
        ? "More than \(count) results, the newest looked at first"
        : count == 1 ? "1 result" : "\(count) results"
    },
    otherTimes: "Posts of other dates",
    older: "Search older posts",
    newest: "Back to the newest",
    nothing: { "Nothing found for “\($0)”" },
    onlyExcluded:
      "Add a word to look for: the minus sign only leaves posts out, as in “quiz -moodle”.",
    relaxed: "No post holds all these words. Here are those that hold the most of them.",
    insteadOf: "These are the results for",
    tryWith: "Try",
    advice: [
      "Try fewer words, or others.",
      "Check the name of the space, tag or author if you gave one.",
      "Perhaps nobody has talked about it yet: ask!",
    ],
    previous: "Previous page",
    next: "Next page",
    page: { "Page \($0) of \($1)" },
    helpTitle: "Narrow a search",
    help: [
      ("\"mot de passe\"", "these very words, in this order"),
      ("quiz -moodle", "with the first word, without the second"),
      ("péda*", "words that begin so"),
      ("auteur:name", "posts of one person"),
      ("espace:\"vie du lycée\"", "in one space"),
      ("étiquette:numérique", "threads with this tag"),
      ("statut:résolu", "by state: résolu (solved), ouvert (open), fermé (closed), sans-réponse"),
    ])
}
