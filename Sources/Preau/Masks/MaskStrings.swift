/// What is said about writing without one's name.
struct MaskStrings: Sendable {
  /// How a face signs: 0 who began the thread, then 1, 2…
  let face: @Sendable (_ number: Int) -> String
  let boxLabel: String
  let boxHint: @Sendable (_ spaces: [String]) -> String
  let replyHint: String
  let worn: @Sendable (_ face: String) -> String
  let reveal: String
  let revealTitle: String
  let revealAdvice: String
  let back: String
  let choiceTitle: String
  let isAllowed: String
  let isRefused: String
  let allow: String
  let refuse: String

  static let french = MaskStrings(
    face: { $0 == 0 ? "Auteur" : "Participant\u{00A0}\($0)" },
    boxLabel: "Sans mon nom",
    boxHint: { spaces in
      "Les autres verront «\u{00A0}Auteur\u{00A0}»\u{202F}; un référent peut voir votre nom, et c’est noté au "
        + "journal. Possible dans\u{00A0}: \(spaces.joined(separator: ", "))."
    },
    replyHint:
      "Les autres verront «\u{00A0}Participant\u{00A0}»\u{202F}; un référent peut voir votre nom, et c’est "
      + "noté au journal.",
    worn: { "Dans ce fil, vous écrivez sans votre nom\u{00A0}: «\u{00A0}\($0)\u{00A0}»." },
    reveal: "Voir le nom",
    revealTitle: "Nom de l’auteur",
    revealAdvice: "Pour vous seul. Le journal garde que vous avez regardé ce nom.",
    back: "Revenir au message",
    choiceTitle: "Écrire sans son nom",
    isAllowed: "Dans cet espace, on peut écrire sans montrer son nom aux autres.",
    isRefused: "Dans cet espace, chacun signe de son nom.",
    allow: "Permettre d’écrire sans son nom",
    refuse: "Ne plus le permettre")

  static let english = MaskStrings(
    face: { $0 == 0 ? "Author" : "Participant\u{00A0}\($0)" },
    boxLabel: "Without my name",
    boxHint: { spaces in
      "The others will see “Author”; a référent can look at your name, which the journal notes. "
        + "Possible in: \(spaces.joined(separator: ", "))."
    },
    replyHint: "The others will see “Participant”; a référent can look at your name, which the "
      + "journal notes.",
    worn: { "In this thread, you write without your name: “\($0)”." },
    reveal: "See the name",
    revealTitle: "Name of the author",
    revealAdvice: "For you alone. The journal keeps that you have looked at this name.",
    back: "Back to the post",
    choiceTitle: "Writing without one’s name",
    isAllowed: "In this space, one may write without showing one’s name to the others.",
    isRefused: "In this space, everybody signs by name.",
    allow: "Allow writing without one’s name",
    refuse: "Allow it no longer")
}
