import XML

/// What vocabularies say.
struct VocabularyStrings: Sendable {
  let title: String
  let advice: String
  let none: String
  let concepts: @Sendable (Int) -> String
  let others: @Sendable (Bool) -> String
  let forMachines: String
  // A concept.
  let tagged: String
  let nothingTagged: String
  let feed: String
  let deprecated: String
  let replacedBy: String
  let alsoCalled: String
  let otherLanguages: String
  let identifier: String
  let broader: String
  let narrower: String
  let related: String
  let matches: @Sendable (Int) -> String
  let match: @Sendable (SKOSLink.Kind) -> String
  // Choosing concepts.
  let pickerLegend: String
  let pickerHint: String
  let chosen: @Sendable (Int) -> String
  // Importing.
  let importOne: String
  let importAdvice: String
  let file: String
  let fileHint: String
  let fileMissing: String
  let look: String
  let preview: @Sendable (String) -> String
  let new: String
  let changes: @Sendable (_ new: Int, _ changed: Int, _ same: Int) -> String
  let gone: @Sendable (Int) -> String
  let problems: @Sendable (Int) -> String
  let say: @Sendable (SKOSProblem) -> String
  let confirm: String
  let forget: String
  let noConcept: String
  let atLine: @Sendable (_ line: Int, _ words: String) -> String
  let xml: @Sendable (XMLError.Reason) -> String
  let rdf: @Sendable (RDFError.Reason) -> String

  /// Why a file is not taken, in words.
  ///
  /// - Throws: what is no fault of the file.
  func words(for error: any Error) throws -> String {
    switch error {
    case let error as XMLError:
      error.line > 0 ? atLine(error.line, xml(error.reason)) : xml(error.reason)
    case let error as RDFError: atLine(error.line, rdf(error.reason))
    case is SKOSEmpty: noConcept
    default: throw error
    }
  }
}

extension VocabularyStrings {
  static let french = VocabularyStrings(
    title: "Vocabulaires",
    advice:
      "Les mots communs par lesquels on décrit et on retrouve ce qui est écrit ici. Ils décrivent des "
      + "contenus, jamais des personnes.",
    none: "Aucun vocabulaire pour l’instant.",
    concepts: { $0 < 2 ? "\($0) mot" : "\($0) mots" },
    others: { $0 ? "Tous les mots" : "Autres mots" },
    forMachines: "Pour les machines\u{00A0}:",
    tagged: "Ce qui en parle",
    nothingTagged: "Rien ne porte encore ce mot\u{00A0}: ni fil, ni tutoriel, ni ressource.",
    feed: "Flux Atom de ce mot",
    deprecated: "Ce mot n’est plus à employer.",
    replacedBy: "À sa place",
    alsoCalled: "Se dit aussi",
    otherLanguages: "Dans d’autres langues",
    identifier: "Identifiant",
    broader: "Plus large",
    narrower: "Plus précis",
    related: "Proche",
    matches: {
      $0 < 2
        ? "\($0) correspondance avec un autre vocabulaire"
        : "\($0) correspondances avec d’autres vocabulaires"
    },
    match: { kind in
      switch kind {
      case .exactMatch: "même sens"
      case .closeMatch: "sens proche"
      case .broadMatch: "plus large"
      case .narrowMatch: "plus précis"
      case .relatedMatch: "en rapport"
      case .broader: "au-dessus"
      case .related: "proche"
      }
    },
    pickerLegend: "De quoi cela parle-t-il, et pour qui\u{202F}?",
    pickerHint:
      "Ouvrez un vocabulaire et cochez ce qui convient. Ces mots décrivent un contenu, jamais une "
      + "personne.",
    chosen: { "(\($0 < 2 ? "\($0) coché" : "\($0) cochés"))" },
    importOne: "Importer un vocabulaire",
    importAdvice:
      "Un fichier SKOS (RDF/XML), tel que ceux de ScoLOMFR. Importé de nouveau, il met à jour\u{00A0}: "
      + "rien de ce qui est étiqueté ne perd ses mots.",
    file: "Fichier",
    fileHint: "Rien n’est changé avant que vous n’ayez vu ce que le fichier apporte.",
    fileMissing: "Choisissez un fichier.",
    look: "Voir ce qu’il apporte",
    preview: { "Ce qu’apporte «\u{00A0}\($0)\u{00A0}»" },
    new: "nouveau",
    changes: { new, changed, same in
      "Mots nouveaux\u{00A0}: \(new). Changés\u{00A0}: \(changed). Comme avant\u{00A0}: \(same)."
    },
    gone: {
      $0 < 2
        ? "\($0) mot n’y est plus et sera marqué comme à ne plus employer"
        : "\($0) mots n’y sont plus et seront marqués comme à ne plus employer"
    },
    problems: {
      $0 < 2
        ? "\($0) défaut du fichier, dont le reste sera importé"
        : "\($0) défauts du fichier, dont le reste sera importé"
    },
    say: { problem in
      switch problem {
      case .circle(let uris):
        "Des mots sont au-dessus les uns des autres, en rond\u{00A0}: "
          + uris.joined(separator: ", ")
      case .severalPreferred(let uri, let language):
        "Plusieurs noms préférés en «\u{00A0}\(language)\u{00A0}»\u{00A0}: \(uri)"
      case .unknownParent(let uri, let parent):
        "Le mot au-dessus n’est pas dans le fichier\u{00A0}: \(uri) → \(parent)"
      case .noLabel(let uri): "Sans nom, laissé de côté\u{00A0}: \(uri)"
      case .noScheme(let uri): "Hors de tout vocabulaire, laissé de côté\u{00A0}: \(uri)"
      case .unknownMember(let uri, let member):
        "La collection contient un mot absent du fichier\u{00A0}: \(uri) → \(member)"
      }
    },
    confirm: "Importer",
    forget: "Ne pas importer",
    noConcept: "Le fichier ne contient aucun mot de vocabulaire SKOS.",
    atLine: { "Ligne \($0)\u{00A0}: \($1)" },
    xml: { reason in
      switch reason {
      case .tooLong: "Le fichier est trop long."
      case .tooDeep: "Trop d’éléments les uns dans les autres."
      case .tooManyElements: "Trop d’éléments."
      case .tooManyAttributes: "Trop d’attributs dans une balise."
      case .attributeTooLong: "La valeur d’un attribut est trop longue."
      case .textTooLong: "Un texte est trop long."
      case .entity:
        "Le fichier définit ses propres entités, ou en appelle d’ailleurs\u{00A0}: cela n’est pas lu. "
          + "Écrivez en toutes lettres ce qu’elles remplacent."
      case .documentType:
        "Le fichier compte sur sa DTD pour des attributs\u{00A0}: écrivez-les en toutes lettres."
      case .malformed(let code): "Ce n’est pas du XML bien formé (erreur \(code))."
      }
    },
    rdf: { reason in
      switch reason {
      case .strayText: "Un texte se trouve là où RDF attend un élément."
      case .misplaced: "Cet élément ou cet attribut ne veut rien dire à cet endroit en RDF."
      case .reification: "Les affirmations sur des affirmations ne sont pas lues."
      case .container: "Les conteneurs (rdf:Bag, rdf:Seq, rdf:Alt, rdf:li) ne sont pas lus."
      case .relativeAddress: "Une adresse est relative, et le fichier n’a pas de xml:base."
      case .tooManyStatements: "Le fichier contient trop d’affirmations."
      }
    })
}
