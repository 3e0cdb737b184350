import HTML
import HTTP

/// The pages of the searches that a member keeps.
enum SavedSearchPages {
  static func anchor(of id: SavedSearch.ID) -> String { "recherche-\(id.value)" }

  /// The way from a search to keeping it.
  static func door(_ query: FindingQuery, _ visit: Visit, _ page: inout Page) {
    if query.isEmpty { return }
    page.p(.class("keep")) { page in
      page.a(.href(query.plain.asked(at: SavedSearchRoutes.newAddress)), .rel("nofollow")) {
        $0.text(visit.say.savedSearches.keepThis)
      }
    }
  }

  /// - Parameters:
  ///   - removed: what was taken away a moment ago, to take that back.
  ///   - isFull: what was to be taken back could not.
  static func list(
    _ searches: [SavedSearch], removed: SavedSearch?, isFull: Bool, _ visit: Visit
  ) -> Response {
    let say = visit.say.savedSearches
    return visit.page(PageFrame(title: say.title)) { page in
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      page.head(say.title, say.advice)
      page.gestures(visit)
      if let removed {
        page.p(.class("notice buttons"), .role("status")) { page in
          page.span { $0.text(say.removed(removed.name)) }
          page.gesture("/recherches/\(removed.id.value)/retour", .class("button")) {
            $0.text(say.takeBack)
          }
        }
      }
      if isFull {
        page.p(.class("notice"), .role("status")) { $0.text(say.notBack(SavedSearchDraft.most)) }
      }
      if searches.isEmpty {
        page.p(.class("empty")) { $0.text(say.none) }
        page.p { page in
          page.a(.class("button button--main"), .href("/recherche")) {
            $0.text(visit.say.search.search)
          }
        }
        return
      }
      page.ul(.class("rows"), .role("list")) { page in
        for search in searches { row(search, visit, &page) }
      }
      page.p { page in
        page.a(.href("/mon-preau/flux")) { $0.text(say.feeds) }
      }
    }
  }

  private static func row(_ search: SavedSearch, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.savedSearches
    let id = search.id.value
    page.li(.id(anchor(of: search.id))) { page in
      page.div { page in
        page.h2(.class("threads__title")) { page in
          page.a(.href(search.address)) { $0.text(search.name) }
        }
        page.p(.class("meta facts")) { page in
          if search.isPaused { page.span(.class("state")) { $0.text(say.paused) } }
          if let told = search.told {
            page.span { $0.text(say.toldOn(told.count, visit.say.dates.day(told.at))) }
          } else if !search.isPaused {
            page.span { $0.text(say.nothingYet) }
          }
        }
      }
      // Labels alone would be the same on every line (WCAG 2.2 SC 2.4.6).
      page.p(.class("actions")) { page in
        page.a(.class("button button--quiet"), .href("/recherches/\(id)/modifier")) { page in
          named(say.rename, search, &page)
        }
        page.gesture("/recherches/\(id)/pause", .class("button button--quiet")) { page in
          named(search.isPaused ? say.resume : say.pause, search, &page)
        }
        page.gesture("/recherches/\(id)/retrait", .class("button button--quiet")) { page in
          named(say.remove, search, &page)
        }
      }
    }
  }

  private static func named(_ act: String, _ search: SavedSearch, _ page: inout Page) {
    page.text(act)
    page.span(.class("unseen")) { $0.text(" " + search.name) }
  }

  // MARK: Forms

  /// - Parameter labels: of concepts and spaces, by the names that addresses give them.
  static func form(
    _ draft: SavedSearchDraft, _ query: FindingQuery, _ labels: [String: String],
    _ problem: SavedSearchDraft.Problem?, _ visit: Visit
  ) -> Response {
    let say = visit.say.savedSearches
    return name(
      draft, say.keepTitle, SavedSearchRoutes.newAddress, back: query.address, problem, visit
    ) { page in
      page.p { $0.text(say.keepAdvice) }
      page.h2 { $0.text(say.what) }
      page.ul { page in
        for part in parts(of: query, labels, visit) { page.li { $0.text(part) } }
      }
      for field in query.hidden where field.name.description != "affiner" {
        page.input(.type("hidden"), .name(field.name), .value(field.value))
      }
      page.input(.type("hidden"), .name("q"), .value(query.words))
    }
  }

  private static func parts(
    of query: FindingQuery, _ labels: [String: String], _ visit: Visit
  ) -> [String] {
    let say = visit.say.finding
    return (query.words.isEmpty ? [] : [query.words]) + query.kinds.map(say.kind)
      + query.seals.map(say.seal)
      + (query.concepts + query.spaces).map { labels[$0] ?? $0 }
  }

  static func rename(
    _ search: SavedSearch, _ draft: SavedSearchDraft, _ problem: SavedSearchDraft.Problem?,
    _ visit: Visit
  ) -> Response {
    name(
      draft, visit.say.savedSearches.renameTitle, "/recherches/\(search.id.value)/modifier",
      back: SavedSearchRoutes.listAddress, problem, visit
    ) { _ in }
  }

  private static func name(
    _ draft: SavedSearchDraft, _ title: String, _ action: Address, back: Address,
    _ problem: SavedSearchDraft.Problem?, _ visit: Visit, before: (inout Page) -> Void
  ) -> Response {
    let say = visit.say.savedSearches
    let problems = problem.map { FormProblems(say.say($0), in: "nom") } ?? FormProblems()
    var frame = PageFrame(title: title, status: problem == nil ? 200 : 422)
    frame.hasProblems = problem != nil
    return visit.page(frame) { page in
      page.trail(
        [
          ("/mon-preau", visit.say.members.home.title), (SavedSearchRoutes.listAddress, say.title),
        ], visit)
      page.head(title)
      page.problems(problems.list, visit.say.site)
      page.form(action, visit, .class("card form")) { page in
        before(&page)
        page.textField(
          Field(name: "nom", label: say.name, hint: say.nameHint, problem: problems["nom"]),
          value: draft.name, visit.say.site, .named("autocomplete", literally: "off"))
        page.p(.class("actions")) { page in
          page.mainButton(say.save)
          page.a(.class("button"), .href(back)) { $0.text(visit.say.site.cancel) }
        }
      }
    }
  }
}
