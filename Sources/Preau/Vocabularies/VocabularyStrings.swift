/// What vocabularies say.
struct VocabularyStrings: Sendable {
  let title: String
  let pickerLegend: String
  let pickerHint: String
  let chosen: @Sendable (Int) -> String

  static let french = VocabularyStrings(
    title: "Vocabulaires",
    pickerLegend: "De quoi cela parle-t-il, et pour qui\u{202F}?",
    pickerHint:
      "Ouvrez un vocabulaire et cochez ce qui convient. Ces mots décrivent un contenu, jamais une "
      + "personne.",
    chosen: { "(\($0 < 2 ? "\($0) coché" : "\($0) cochés"))" })

  static let english = VocabularyStrings(
    title: "Vocabularies",
    pickerLegend: "What is it about, and for whom?",
    pickerHint:
      "Open a vocabulary and tick what fits. These words describe contents, never a person.",
    chosen: { "(\($0) ticked)" })
}
