import HTML
import HTTP

/// The census as a table: what is empty stands out, in words too.
enum CensusPages {
  static func none(_ schemes: [ConceptScheme], _ visit: Visit) -> Response {
    let say = visit.say.census
    return visit.page(PageFrame(title: say.title, menu: .resources)) { page in
      page.head(say.title, say.advice)
      page.p(.class("empty")) { $0.text(say.noSchemes) }
    }
  }

  static func show(_ census: Census, _ schemes: [ConceptScheme], _ visit: Visit) -> Response {
    let say = visit.say.census
    var frame = PageFrame(title: say.title, menu: .resources)
    frame.reads = true
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.trail([("/ressources", visit.say.resources.title)], visit)
        page.h1 { $0.text(say.title) }
        page.p { $0.text(say.advice) }
      }
      choice(census, schemes, visit, &page)
      up(census, visit, &page)
      table(census, visit, &page)
    }
  }

  private static func choice(
    _ census: Census, _ schemes: [ConceptScheme], _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.census
    let options = schemes.map { (value: $0.slug, label: $0.title(in: visit.say.language)) }
    page.askingForm("/recensement", .class("form form--row")) { page in
      page.choice(
        Field(name: "lignes", label: say.rows), options: options,
        chosen: census.rows.scheme.slug, visit.say.site)
      page.choice(
        Field(name: "colonnes", label: say.columns), options: options,
        chosen: census.columns.scheme.slug, visit.say.site)
      page.button(.class("button")) { $0.text(say.show) }
    }
  }

  /// Back to what is broader.
  private static func up(_ census: Census, _ visit: Visit, _ page: inout Page) {
    guard census.rows.parent != nil || census.columns.parent != nil else { return }
    let language = visit.say.language
    page.ul(.class("filters"), .role("list")) { page in
      if let parent = census.rows.parent {
        page.li { page in
          page.text(parent.label(in: language) + " ")
          page.a(.href(address(census, rows: nil, columns: census.columns.parent))) {
            $0.text(visit.say.census.broader)
          }
        }
      }
      if let parent = census.columns.parent {
        page.li { page in
          page.text(parent.label(in: language) + " ")
          page.a(.href(address(census, rows: census.rows.parent, columns: nil))) {
            $0.text(visit.say.census.broader)
          }
        }
      }
    }
  }

  private static func address(_ census: Census, rows: Concept?, columns: Concept?) -> Address {
    var address = Address("/recensement").adding("lignes", census.rows.scheme.slug)
      .adding("colonnes", census.columns.scheme.slug)
    if let rows { address = address.adding("dans", String(rows.id.value)) }
    if let columns { address = address.adding("parmi", String(columns.id.value)) }
    return address
  }

  private static func table(_ census: Census, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.census
    let language = visit.say.language
    page.div(
      .class("census"), .role("region"), .label(say.title), .named("tabindex", literally: "0")
    ) { page in
      page.table { page in
        page.caption {
          $0.text(
            say.caption(
              census.rows.scheme.title(in: language), census.columns.scheme.title(in: language)))
        }
        page.thead { page in
          page.tr { page in
            page.td { _ in }
            for (index, concept) in census.columns.concepts.enumerated() {
              page.th(.named("scope", literally: "col")) { page in
                name(
                  concept, census.columns.hasNarrower(index),
                  address(census, rows: census.rows.parent, columns: concept), visit, &page)
              }
            }
          }
        }
        page.tbody { page in
          for (index, concept) in census.rows.concepts.enumerated() {
            page.tr { page in
              page.th(.named("scope", literally: "row")) { page in
                name(
                  concept, census.rows.hasNarrower(index),
                  address(census, rows: concept, columns: census.columns.parent), visit, &page)
              }
              for (column, other) in census.columns.concepts.enumerated() {
                cell(census.cells[index][column], concept, other, visit, &page)
              }
            }
          }
        }
      }
    }
  }

  /// What has something narrower leads to it.
  private static func name(
    _ concept: Concept, _ hasNarrower: Bool, _ address: Address, _ visit: Visit,
    _ page: inout Page
  ) {
    let label = concept.label(in: visit.say.language)
    if hasNarrower {
      page.a(.href(address)) { $0.text(label) }
    } else {
      page.text(label)
    }
  }

  private static func cell(
    _ cell: Census.Cell, _ row: Concept, _ column: Concept, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.census
    let language = visit.say.language
    let both = row.label(in: language) + ", " + column.label(in: language)
    page.td(.when(cell.isWanting, .class("census__empty"))) { page in
      if cell.isEmpty {
        page.span { $0.text(say.nothing) }
      } else {
        page.a(
          .href(
            ResourceListChoice.about(row.id).adding("notion", String(column.id.value)))
        ) { page in
          page.text(say.resources(cell.resources, cell.validated))
          page.span(.class("unseen")) { $0.text(visit.say.site.colon + both) }
        }
      }
      if cell.requests > 0 {
        page.a(.href(pair("/recensement/demandes", row, column))) { page in
          page.text(say.requests(cell.requests))
          page.span(.class("unseen")) { $0.text(visit.say.site.colon + both) }
        }
      }
      if cell.isWanting {
        page.a(.href(pair("/recensement/appel", row, column))) { page in
          page.text(say.call)
          page.span(.class("unseen")) { $0.text(visit.say.site.colon + both) }
        }
      }
    }
  }

  private static func pair(_ address: Address, _ row: Concept, _ column: Concept) -> Address {
    address.adding("ligne", String(row.id.value)).adding("colonne", String(column.id.value))
  }

  /// The questions of one cell that wait.
  static func requests(
    _ row: Concept, _ column: Concept, _ lines: [ThreadLine], _ visit: Visit
  ) -> Response {
    let say = visit.say.census
    let language = visit.say.language
    let title = say.requestsTitle(row.label(in: language), column.label(in: language))
    return visit.page(PageFrame(title: title, menu: .resources)) { page in
      page.div(.class("head")) { page in
        page.trail([("/recensement", say.title)], visit)
        page.h1 { $0.text(title) }
      }
      if lines.isEmpty {
        page.p(.class("empty")) { $0.text(say.noRequests) }
      } else {
        page.section(.label(title)) { page in
          page.h2(.class("unseen")) { $0.text(title) }
          page.threadList(lines, visit)
        }
      }
    }
  }
}

/// Calls for contributions.
enum CallPages {
  /// Those that are open, wherever people may answer them.
  static func list(_ calls: [ContributionCall], _ visit: Visit, _ page: inout Page) {
    if calls.isEmpty { return }
    let say = visit.say.census
    let language = visit.say.language
    page.section(.class("stack"), .label(say.calls)) { page in
      page.h2 { $0.text(say.calls) }
      for call in calls {
        page.div(.class("notice stack")) { page in
          page.h3 {
            $0.text(say.wanted(call.row.label(in: language), call.column.label(in: language)))
          }
          page.div(visit.writtenLanguage) { $0.paragraphs(visit.title(call.words)) }
          page.p(.class("meta")) { page in
            page.a(.href(call.space.address)) { $0.text(call.space.name) }
            page.text(" ")
            page.signature(call.openedBy, visit)
            page.text(" ")
            page.moment(call.opened, visit)
          }
          page.p(.class("actions")) { page in
            page.a(
              .class("button"),
              .href(
                Address("/ressources/ajouter").adding("notion", String(call.row.id.value))
                  .adding("notion", String(call.column.id.value)))
            ) { page in
              page.text(say.answer)
              page.span(.class("unseen")) {
                $0.text(
                  visit.say.site.colon + call.row.label(in: language) + ", "
                    + call.column.label(in: language))
              }
            }
            page.a(
              .class("button"),
              .href(Address("/tutoriels/nouveau").adding("espace", call.space.slug))
            ) { page in
              page.text(say.write)
              page.span(.class("unseen")) {
                $0.text(
                  visit.say.site.colon + call.row.label(in: language) + ", "
                    + call.column.label(in: language))
              }
            }
            if call.mayClose {
              page.gesture(
                "/recensement/appels/\(call.id.value)/cloture", .class("button button--quiet")
              ) { $0.text(say.close) }
            }
          }
        }
      }
    }
    if visit.viewer.isLoggedIn { page.gestures(visit) }
  }

  static func ask(
    _ row: Concept, _ column: Concept, _ spaces: [Space], _ problem: String, _ visit: Visit
  ) -> Response {
    let say = visit.say.census
    let language = visit.say.language
    var problems = FormProblems()
    if !problem.isEmpty { problems.add(problem, to: "espace") }
    return ResourceActPages.form(
      say.callTitle(row.label(in: language), column.label(in: language)), "/recensement",
      "/recensement/appel", say.open, problems, visit
    ) { page in
      page.p { $0.text(say.callAdvice) }
      page.input(.type("hidden"), .name("ligne"), .value(String(row.id.value)))
      page.input(.type("hidden"), .name("colonne"), .value(String(column.id.value)))
      page.choice(
        Field(
          name: "espace", label: visit.say.threads.space, hint: say.spaceHint,
          problem: problems["espace"]),
        options: spaces.map { ($0.slug, $0.name) }, chosen: visit.form["espace"] ?? "",
        visit.say.site)
      page.textArea(
        Field(name: "mots", label: say.callWords, hint: say.callWordsHint, isOptional: true),
        value: visit.form["mots"] ?? "", rows: 4, visit.say.site)
    }
  }
}
