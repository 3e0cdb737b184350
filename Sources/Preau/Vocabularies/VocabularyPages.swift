import HTML
import HTTP

/// The pages about vocabularies.
enum VocabularyPages {
  /// Of a vocabulary with more concepts, the page shows those at the top; their pages lead on.
  private static let mostShown = 300

  static func list(_ lines: [VocabularyLine], _ visit: Visit) -> Response {
    let say = visit.say.vocabularies
    let frame = PageFrame(
      title: say.title, menu: .tags, isIndexed: true, canonical: "/vocabulaires")
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(say.title) }
        page.p { $0.text(say.advice) }
      }
      if lines.isEmpty {
        page.p(.class("empty")) { $0.text(say.none) }
      } else {
        page.ul(.class("spaces"), .role("list")) { page in
          for line in lines { card(line, visit, &page) }
        }
      }
      if visit.viewer.isAdministrator {
        page.p { page in
          page.a(.class("button"), .href("/vocabulaires/importation")) { $0.text(say.importOne) }
        }
      }
    }
  }

  private static func card(_ line: VocabularyLine, _ visit: Visit, _ page: inout Page) {
    page.li(.class("card")) { page in
      page.h2 { page in
        page.a(.href(line.scheme.address)) {
          $0.text(line.scheme.title(in: visit.say.language))
        }
      }
      description(line, visit, &page)
      page.p(.class("meta")) { $0.text(visit.say.vocabularies.concepts(line.count)) }
    }
  }

  private static func description(
    _ line: VocabularyLine, _ visit: Visit, _ page: inout Page
  ) {
    guard let text = line.description else { return }
    page.p(visit.language(of: text)) { $0.text(text.text) }
  }

  static func show(
    _ line: VocabularyLine, _ tree: ConceptTree, _ counts: [Concept.ID: Int], _ visit: Visit
  ) -> Response {
    let say = visit.say.vocabularies
    let title = line.scheme.title(in: visit.say.language)
    let frame = PageFrame(
      title: title, menu: .tags, isIndexed: true, canonical: line.scheme.address)
    var response = visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.ol(.class("trail"), .role("list")) { page in
          page.li { page in page.a(.href("/vocabulaires")) { $0.text(say.title) } }
        }
        page.h1 { $0.text(title) }
        description(line, visit, &page)
        page.p(.class("meta")) { $0.text(say.concepts(line.count)) }
      }
      let branch = ConceptBranch(tree: tree, counts: counts, visit: visit)
      let isLarge = tree.count > mostShown
      let single = tree.roots.filter {
        (isLarge || tree.branches(of: $0).isEmpty) && branch.shows($0)
      }
      for root in tree.roots
      where !isLarge && !tree.branches(of: root).isEmpty && branch.shows(root) {
        page.section(.class("concepts__branch")) { page in
          page.h2 { branch.link(root, &$0) }
          branch.list(tree.branches(of: root), under: [root.id], &page)
        }
      }
      if !single.isEmpty {
        let isAlone = single.count == tree.roots.count
        page.section(.class("concepts__branch")) { page in
          page.h2(.when(isAlone, .class("unseen"))) { $0.text(say.others(isAlone)) }
          branch.list(single, under: [], &page, showsBelow: !isLarge)
        }
      }
      page.faces(
        of: "/vocabulaires/\(line.scheme.slug).rdf",
        "/vocabulaires/\(line.scheme.slug).jsonld", say)
    }
    response["Vary"] = "Accept, Cookie, Accept-Language"
    return response
  }
}

/// A part of the tree of a vocabulary: labels that lead to their pages, with what bears them.
struct ConceptBranch {
  let tree: ConceptTree
  let counts: [Concept.ID: Int]
  let visit: Visit

  /// What is not to be used any more stays as long as something bears it.
  func shows(_ concept: Concept) -> Bool {
    !concept.isDeprecated || counts[concept.id] != nil
  }

  func link(_ concept: Concept, _ page: inout Page) {
    page.a(.href(concept.address)) { $0.text(concept.label(in: visit.say.language)) }
    if let count = counts[concept.id] {
      page.text(" ")
      page.span(.class("meta")) { $0.text(visit.say.tags.uses(count)) }
    }
  }

  func list(
    _ concepts: [Concept], under path: [Concept.ID], _ page: inout Page, showsBelow: Bool = true
  ) {
    let shown = concepts.filter(shows)
    if shown.isEmpty { return }
    page.ul(.class("concepts__list")) { page in
      for concept in shown {
        page.li { page in
          link(concept, &page)
          guard showsBelow else { return }
          list(
            tree.branches(of: concept, under: path), under: path + [concept.id], &page)
        }
      }
    }
  }
}

extension Page {
  /// The same for machines.
  mutating func faces(of rdf: Address, _ json: Address, _ say: VocabularyStrings) {
    p(.class("meta facts")) { page in
      page.span { $0.text(say.forMachines) }
      page.a(.href(rdf)) { $0.text("SKOS RDF/XML") }
      page.a(.href(json)) { $0.text("JSON-LD") }
    }
  }
}

extension Visit {
  /// The language of a text of a vocabulary, where it is not that of the page (WCAG 2.2 SC 3.1.2).
  func language(of text: SKOSText) -> Attribute {
    .when(text.language != say.language.rawValue, .lang(text.language))
  }
}
