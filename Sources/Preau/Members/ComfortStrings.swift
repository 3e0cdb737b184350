/// What is said where a member chooses how pages look.
struct ComfortStrings: Sendable {
  let title: String
  let introduction: String
  let trial: String
  let tryOut: String
  let textSize: String
  let size: @Sendable (ReadingComfort.TextSize) -> String
  let spacing: String
  let spacingHint: String
  let space: @Sendable (ReadingComfort.Spacing) -> String
  let typeface: String
  let typefaceHint: String
  let face: @Sendable (ReadingComfort.Typeface) -> String
  let sampleTitle: String
  let sample: String

  static let french = ComfortStrings(
    title: "Confort de lecture",
    introduction: "Ces choix vous suivent sur tous vos appareils. Personne d’autre ne les voit.",
    trial: "Voici un essai\u{00A0}: rien n’est encore enregistré.",
    tryOut: "Essayer",
    textSize: "Taille du texte",
    size: {
      switch $0 {
      case .normal: "Normale"
      case .large: "Grande"
      case .larger: "Très grande"
      }
    },
    spacing: "Espacement",
    spacingHint: "Plus d’air entre les lettres, les mots et les lignes.",
    space: { $0 == .normal ? "Normal" : "Large" },
    typeface: "Caractères",
    typefaceHint: "OpenDyslexic a été dessiné pour que les lettres se confondent moins.",
    face: { $0 == .usual ? "Ceux de l’appareil" : "OpenDyslexic" },
    sampleTitle: "Un exemple",
    sample: "Sous le préau, il y a toujours quelqu’un qui sait. On pose sa question, on lit ce que "
      + "d’autres ont essayé, et l’on raconte à son tour ce qui a marché.")

  static let english = ComfortStrings(
    title: "Reading comfort",
    introduction: "These choices follow you on all your devices. Nobody else sees them.",
    trial: "This is a trial: nothing has been saved yet.",
    tryOut: "Try out",
    textSize: "Text size",
    size: {
      switch $0 {
      case .normal: "Normal"
      case .large: "Large"
      case .larger: "Very large"
      }
    },
    spacing: "Spacing",
    spacingHint: "More air between letters, words and lines.",
    space: { $0 == .normal ? "Normal" : "Wide" },
    typeface: "Typeface",
    typefaceHint: "OpenDyslexic was drawn so that letters are less easily mistaken.",
    face: { $0 == .usual ? "My device’s" : "OpenDyslexic" },
    sampleTitle: "An example",
    sample: "Under the roof of the schoolyard there is always someone who knows. One asks, reads "
      + "what others have tried, and tells in turn what worked.")
}
