import HTML
import HTTP
import SQLite

/// The part of a form in which something is tagged with concepts: boxes to tick, scheme by scheme.
///
/// It needs no script. For tutorials and resources; threads take concepts in their field of tags.
struct ConceptPicker {
  /// Under which the numbers of the ticked concepts are sent.
  static let field: StaticString = "concept"
  /// More are not taken: what is about everything is about nothing.
  static let most = 30

  /// Vocabularies with more concepts are not offered unless they are named.
  static let mostOffered = 300

  let trees: [ConceptTree]

  /// - Parameter schemes: the slugs of the vocabularies to choose from, in that order; nil for all
  ///   that are not too long for a list of boxes.
  static func load(schemes: [String]? = nil, _ db: Reader) throws -> ConceptPicker {
    if let schemes { return ConceptPicker(trees: try ConceptTree.load(schemes, db)) }
    let counts = try ConceptLinkStore.conceptCounts(db)
    let slugs = try ConceptStore.schemes(db).filter { counts[$0.id] ?? 0 <= mostOffered }
    return ConceptPicker(trees: try ConceptTree.load(slugs.map(\.slug), db))
  }

  /// What a form sent, each once, in its order, and no more than ``most``.
  static func chosen(_ form: Form) -> [Concept.ID] {
    var seen: Set<Concept.ID> = []
    return Array(
      form.all(field.description).compactMap { Concept.ID(segment: $0) }
        .filter { seen.insert($0).inserted }.prefix(most))
  }
}

extension Page {
  /// The boxes, those of `chosen` ticked; a vocabulary with a ticked box is open.
  mutating func conceptPicker(
    _ picker: ConceptPicker, chosen: some Sequence<Concept.ID>, _ visit: Visit
  ) {
    let chosen = Set(chosen)
    let say = visit.say.vocabularies
    fieldset(.class("field concepts"), .id("concepts")) { page in
      page.legend { $0.text(say.pickerLegend) }
      page.span(.class("hint")) { $0.text(say.pickerHint) }
      for tree in picker.trees {
        let count = tree.all.filter { chosen.contains($0.id) }.count
        page.details(.flag("open", count > 0)) { page in
          page.summary { page in
            page.text(tree.scheme.title(in: visit.say.language))
            if count > 0 { page.span(.class("meta")) { $0.text(" " + say.chosen(count)) } }
          }
          page.conceptBoxes(tree.roots, [], tree, chosen, visit)
        }
      }
    }
  }

  private mutating func conceptBoxes(
    _ concepts: [Concept], _ path: [Concept.ID], _ tree: ConceptTree, _ chosen: Set<Concept.ID>,
    _ visit: Visit
  ) {
    let shown = concepts.filter { !$0.isDeprecated || chosen.contains($0.id) }
    if shown.isEmpty { return }
    ul(.class("concepts__list"), .role("list")) { page in
      for concept in shown {
        page.li { page in
          page.label(.class("concepts__box")) { page in
            page.input(
              .type("checkbox"), .name(ConceptPicker.field),
              .value(String(concept.id.value)), .flag("checked", chosen.contains(concept.id)))
            page.span { $0.text(concept.label(in: visit.say.language)) }
          }
          page.conceptBoxes(
            tree.branches(of: concept, under: path), path + [concept.id], tree, chosen, visit)
        }
      }
    }
  }
}

extension ConceptTree {
  /// Every concept, once.
  var all: [Concept] {
    var seen: Set<Concept.ID> = []
    return (roots + children.values.joined()).filter { seen.insert($0.id).inserted }
  }
}
