import HTML
import HTTP

/// The page of a concept: what it means, what stands around it, and what is tagged with it.
enum ConceptPages {
  static func show(
    _ detail: ConceptDetail, _ tagged: Tagged, _ threads: [ThreadLine], next: ThreadCursor?,
    isFirst: Bool, _ visit: Visit
  ) -> Response {
    let concept = detail.concept
    let say = visit.say.vocabularies
    let label = concept.label(in: visit.say.language)
    var frame = PageFrame(
      title: label, menu: .tags, isIndexed: isFirst && !concept.isDeprecated,
      canonical: isFirst ? concept.address : nil,
      feed: visit.viewer.isLoggedIn ? nil : concept.feedAddress)
    frame.summary = detail.scheme.title(in: visit.say.language)
    var response = visit.page(frame) { page in
      head(detail, label, visit, &page)
      notes(detail, visit, &page)
      around(detail, visit, &page)
      if tagged.isEmpty {
        page.section { page in
          page.h2 { $0.text(say.tagged) }
          page.p(.class("empty")) { $0.text(say.nothingTagged) }
        }
      }
      page.tagged(tagged, .concept(concept), threads: threads, isFirst: isFirst, visit)
      page.older(next, of: concept.address, isFirst: isFirst, visit)
      page.p(.class("meta")) { page in
        // A member may see what visitors do not: then only a secret address has a feed.
        page.a(.href(visit.viewer.isLoggedIn ? "/mon-preau/flux" : concept.feedAddress)) {
          $0.text(say.feed)
        }
      }
      page.faces(
        of: "/vocabulaires/\(concept.scheme)/\(concept.slug).rdf",
        "/vocabulaires/\(concept.scheme)/\(concept.slug).jsonld", say)
    }
    response["Vary"] = "Accept, Cookie, Accept-Language"
    return response
  }

  private static func head(
    _ detail: ConceptDetail, _ label: String, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.vocabularies
    page.div(.class("head")) { page in
      page.ol(.class("trail"), .role("list")) { page in
        page.li { page in page.a(.href("/vocabulaires")) { $0.text(say.title) } }
        page.li { page in
          page.a(.href(detail.scheme.address)) {
            $0.text(detail.scheme.title(in: visit.say.language))
          }
        }
        for above in detail.trail {
          page.li { page in
            page.a(.href(above.address)) { $0.text(above.label(in: visit.say.language)) }
          }
        }
      }
      page.h1 { $0.text(label) }
    }
    guard detail.concept.isDeprecated else { return }
    page.p(.class("notice notice--wait")) { page in
      page.text(say.deprecated)
      if let other = detail.replacement {
        page.text(" " + say.replacedBy + visit.say.site.colon)
        page.a(.href(other.address)) { $0.text(other.label(in: visit.say.language)) }
      }
    }
  }

  /// What it means and what else it is called.
  private static func notes(_ detail: ConceptDetail, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.vocabularies
    let label = detail.concept.label(in: visit.say.language)
    for note in detail.skos.notes {
      page.p(visit.language(of: note.text)) { $0.text(note.text.text) }
    }
    let others = detail.skos.labels.filter { $0.kind != .hidden && $0.text.text != label }
    let own = others.filter { $0.text.language == visit.say.language.rawValue }
    let foreign = others.filter { $0.text.language != visit.say.language.rawValue }
    page.dl(.class("facts concepts__facts")) { page in
      fact(say.alsoCalled, own.map(\.text), visit, &page)
      fact(say.otherLanguages, foreign.map(\.text), visit, &page)
      page.div { page in
        page.dt { $0.text(say.identifier) }
        page.dd { page in page.code(.class("secret")) { $0.text(detail.concept.uri) } }
      }
    }
  }

  private static func fact(
    _ name: String, _ texts: [SKOSText], _ visit: Visit, _ page: inout Page
  ) {
    if texts.isEmpty { return }
    page.div { page in
      page.dt { $0.text(name) }
      for text in texts {
        page.dd(visit.language(of: text)) { $0.text(text.text) }
      }
    }
  }

  /// The concepts above, below and beside it.
  private static func around(_ detail: ConceptDetail, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.vocabularies
    // What stands in the trail is said there.
    let broader = detail.broader.count > 1 ? detail.broader : []
    concepts(say.broader, broader, visit, &page)
    concepts(say.narrower, detail.narrower.filter { !$0.isDeprecated }, visit, &page)
    concepts(say.related, detail.related, visit, &page)
    if detail.matches.isEmpty { return }
    page.details { page in
      page.summary { $0.text(say.matches(detail.matches.count)) }
      page.ul { page in
        for match in detail.matches {
          page.li { page in
            page.text(say.match(match.kind) + visit.say.site.colon)
            link(match, visit, &page)
          }
        }
      }
    }
  }

  private static func link(
    _ match: (kind: SKOSLink.Kind, uri: String, concept: Concept?), _ visit: Visit,
    _ page: inout Page
  ) {
    if let concept = match.concept {
      page.a(.href(concept.address)) { $0.text(concept.label(in: visit.say.language)) }
    } else if let address = Address(elsewhere: match.uri) {
      page.a(.class("secret"), .href(address)) { $0.text(match.uri) }
    } else {
      page.code(.class("secret")) { $0.text(match.uri) }
    }
  }

  private static func concepts(
    _ title: String, _ concepts: [Concept], _ visit: Visit, _ page: inout Page
  ) {
    if concepts.isEmpty { return }
    page.section { page in
      page.h2 { $0.text(title) }
      page.ul(.class("links"), .role("list")) { page in
        for concept in concepts {
          page.li { page in
            page.a(.href(concept.address)) {
              $0.text(concept.label(in: visit.say.language))
            }
          }
        }
      }
    }
  }
}

extension Concept {
  /// What was lately said under it, for a feed reader.
  var feedAddress: Address { "/vocabulaires/\(scheme)/\(slug)/atom" }
}
