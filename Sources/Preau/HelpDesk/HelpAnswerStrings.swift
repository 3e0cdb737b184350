/// What is said about answers that serve again.
struct HelpAnswerStrings: Sendable {
  let title: String
  let advice: String
  let empty: String
  let new: String
  let edit: String
  let editTitle: String
  let remove: String
  let name: String
  let nameHint: String
  let body: String
  let bodyHint: String
  let nameMissing: String
  let bodyMissing: String
  let bodyTooLong: String
  let tooMany: String
  let insertTitle: String
  let insert: String
  let none: String
  let otherThread: String
  let otherThreadHint: String
  let seeThread: @Sendable (_ link: String) -> String
  let manage: String

  static let french = HelpAnswerStrings(
    title: "Réponses types",
    advice: "Elles appartiennent à l’espace\u{00A0}: ceux qui aident s’en servent et les "
      + "améliorent.",
    empty: "Aucune réponse type pour le moment. Celle que vous écrivez pour la troisième fois "
      + "mérite d’être la première.",
    new: "Nouvelle réponse type",
    edit: "Modifier",
    editTitle: "Modifier une réponse type",
    remove: "Retirer",
    name: "Nom",
    nameHint: "Pour la retrouver\u{00A0}: il n’est pas montré au demandeur.",
    body: "Texte",
    bodyHint: "Mise en forme comme dans un message. {prénom}, {espace}, {titre} et {lien} sont "
      + "remplacés par ceux de la demande\u{202F}; le prénom d’un élève n’est pas écrit.",
    nameMissing: "Donnez un nom à cette réponse.",
    bodyMissing: "Écrivez le texte de la réponse.",
    bodyTooLong: "Ce texte est trop long\u{00A0}: 5\u{202F}000 caractères au plus.",
    tooMany: "Cet espace a déjà 200 réponses types. Retirez-en une d’abord.",
    insertTitle: "Réponse type, renvoi vers un fil",
    insert: "Mettre dans ma réponse",
    none: "Aucune",
    otherThread: "Renvoyer vers un fil",
    otherThreadHint: "Son adresse ou son numéro.",
    seeThread: { "Voyez ce fil\u{00A0}: \($0)" },
    manage: "Gérer les réponses types")

  static let english = HelpAnswerStrings(
    title: "Ready answers",
    advice: "They belong to the space: those who help use them and improve them.",
    empty: "No ready answer so far. The one that you write for the third time deserves to be the "
      + "first.",
    new: "New ready answer",
    edit: "Edit",
    editTitle: "Edit a ready answer",
    remove: "Remove",
    name: "Name",
    nameHint: "To find it again: the asker does not see it.",
    body: "Text",
    bodyHint: "Formatting as in a post. {prénom} (first name), {espace} (space), {titre} (title) "
      + "and {lien} (link) are replaced by those of the request; the first name of a learner is "
      + "not written.",
    nameMissing: "Give this answer a name.",
    bodyMissing: "Write the text of the answer.",
    bodyTooLong: "This text is too long: 5,000 characters at most.",
    tooMany: "This space has 200 ready answers already. Remove one first.",
    insertTitle: "Ready answer, link to a thread",
    insert: "Put into my reply",
    none: "None",
    otherThread: "Point to a thread",
    otherThreadHint: "Its address or its number.",
    seeThread: { "See this thread: \($0)" },
    manage: "Manage the ready answers")
}
