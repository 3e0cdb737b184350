/// What the search says that is narrowed by what things are about.
struct FindingStrings: Sendable {
  let title: String
  let narrow: String
  let chosen: String
  let drop: String
  let kinds: String
  let spaces: String
  let kind: @Sendable (Findable.Kind) -> String
  let count: @Sendable (Int) -> String
  let found: @Sendable (Int) -> String
  let nothing: String
  let order: String
  let newest: String
  let byEvidence: String
  let words: String
  let card: String
  let tagged: @Sendable (Tagged.Kind) -> String
  let seeTagged: @Sendable (Tagged.Kind) -> String
  let validated: String
  let seal: @Sendable (ReviewSeal) -> String
  let new: String
  /// How much is new, since which day.
  let newSince: @Sendable (Int, String) -> String
  let refine: String
  let need: String
  let everywhere: @Sendable (String) -> String
  let needDo: String
  let needDoHint: String
  let needKind: String
  let needHow: String
  let needMinding: String
  let needIn: String
  let needFor: String
  let needWith: String
  let any: String
  let look: String

  func name(of order: FacetIndex.Order) -> String {
    switch order {
    case .newest: newest
    case .evidence: byEvidence
    }
  }

  static let french = FindingStrings(
    title: "Trouver",
    narrow: "Affiner",
    chosen: "Ce qui est choisi",
    drop: "retirer",
    kinds: "Nature",
    spaces: "Espaces",
    kind: { kind in
      switch kind {
      case .thread: "Fils d’entraide"
      case .tutorial: "Tutoriels"
      case .file: "Fichiers"
      case .link: "Liens"
      }
    },
    count: { "(\($0))" },
    found: { count in
      count == 0 ? "Rien ne répond à tout cela" : count == 1 ? "1 résultat" : "\(count) résultats"
    },
    nothing: "Retirez un choix ci-dessus, ou essayez d’autres mots.",
    order: "Ordre",
    newest: "Les plus récents",
    byEvidence: "Par retours d’usage",
    words: "Mots du vocabulaire\u{00A0}:",
    card: "Ressource",
    tagged: { kind in
      switch kind {
      case .tutorials: "Tutoriels"
      case .resources: "Ressources"
      case .threads: "Fils d’entraide"
      }
    },
    seeTagged: { kind in
      switch kind {
      case .tutorials: "Voir tous ces tutoriels, et affiner"
      case .resources: "Voir toutes ces ressources, et affiner"
      case .threads: "Voir tous ces fils, et affiner"
      }
    },
    validated: "Validé",
    seal: { $0 == .teaching ? "Sceau pédagogie" : "Sceau métier" },
    new: "Nouveau",
    newSince: { count, day in
      switch count {
      case 0: "Rien de nouveau depuis le \(day)."
      case 1: "1 nouveauté depuis le \(day)."
      default: "\(count) nouveautés depuis le \(day)."
      }
    },
    refine: "Affiner par métier, niveau, public, appareil…",
    need: "Partir d’un besoin",
    everywhere: { "Chercher «\u{00A0}\($0)\u{00A0}» partout, sans autre choix" },
    needDo: "Je veux faire",
    needDoHint: "Un geste, une notion, une situation\u{00A0}: «\u{00A0}peser\u{00A0}», "
      + "«\u{00A0}lire un plan\u{00A0}».",
    needKind: "avec quel genre de ressource",
    needHow: "dans quel cadre",
    needMinding: "en tenant compte de",
    needIn: "dans le métier",
    needFor: "pour qui",
    needWith: "sur quel appareil",
    any: "Peu importe",
    look: "Voir ce qui existe")

  static let english = FindingStrings(
    title: "Find",
    narrow: "Narrow down",
    chosen: "What is chosen",
    drop: "remove",
    kinds: "Kind",
    spaces: "Spaces",
    kind: { kind in
      switch kind {
      case .thread: "Threads"
      case .tutorial: "Tutorials"
      case .file: "Files"
      case .link: "Links"
      }
    },
    count: { "(\($0))" },
    found: { count in
      count == 0 ? "Nothing answers all of this" : count == 1 ? "1 result" : "\(count) results"
    },
    nothing: "Remove one of the choices above, or try other words.",
    order: "Order",
    newest: "Newest",
    byEvidence: "By reports of use",
    words: "Words of the vocabularies:",
    card: "Resource",
    tagged: { kind in
      switch kind {
      case .tutorials: "Tutorials"
      case .resources: "Resources"
      case .threads: "Threads"
      }
    },
    seeTagged: { kind in
      switch kind {
      case .tutorials: "See all these tutorials, and narrow down"
      case .resources: "See all these resources, and narrow down"
      case .threads: "See all these threads, and narrow down"
      }
    },
    validated: "Validated",
    seal: { $0 == .teaching ? "Teaching seal" : "Trade seal" },
    new: "New",
    newSince: { count, day in
      switch count {
      case 0: "Nothing new since \(day)."
      case 1: "1 new result since \(day)."
      default: "\(count) new results since \(day)."
      }
    },
    refine: "Narrow down by trade, level, audience, device…",
    need: "Start from a need",
    everywhere: { "Look for “\($0)” everywhere, without other choices" },
    needDo: "I want to do",
    needDoHint: "A gesture, an idea, a situation: “weigh”, “read a plan”.",
    needKind: "with what kind of resource",
    needHow: "in which setting",
    needMinding: "minding",
    needIn: "in the trade",
    needFor: "for",
    needWith: "on which device",
    any: "Any",
    look: "See what there is")
}
