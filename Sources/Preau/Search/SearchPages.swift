import HTML
import HTTP

/// The page of a search.
enum SearchPages {
  /// Before anything is looked for: by words, or by what one needs.
  static func start(_ trees: [ConceptTree], _ visit: Visit) -> Response {
    show("", visit) { page in FindingPages.need(trees, visit, &page) }
  }

  /// - Parameters:
  ///   - typed: the query, given back as it was typed; empty before the first search.
  ///   - words: those of the vocabularies that are like what was typed.
  ///   - before: where a search that was cut off is gone on with.
  static func results(
    _ results: SearchResults, of typed: String, before: Int64?, words: [Concept], _ visit: Visit
  ) -> Response {
    show(typed, visit) { page in
      FindingPages.words(words, visit, &page)
      if results.asksForWord {
        page.p(.class("notice")) { $0.text(visit.say.search.onlyExcluded) }
      } else if !typed.isEmpty {
        outcome(results, typed, before, visit, &page)
      }
    }
  }

  /// What was found for the words that were meant, where those that were typed find nothing.
  static func results(
    _ results: SearchResults, of meant: String, insteadOf typed: String, _ visit: Visit
  ) -> Response {
    show(typed, visit) { page in
      page.p(.class("notice"), .role("status")) { page in
        page.text(visit.say.search.nothing(typed) + ". " + visit.say.search.insteadOf + " ")
        page.a(.href(address(of: meant))) { $0.text(meant) }
      }
      outcome(results, meant, nil, visit, &page)
    }
  }

  private static func show(
    _ typed: String, _ visit: Visit, outcome: (inout Page) -> Void
  ) -> Response {
    let say = visit.say.search
    let frame = PageFrame(title: typed.isEmpty ? say.title : say.titleOf(typed))
    return visit.page(frame) { page in
      page.h1 { $0.text(say.title) }
      form(typed, visit, &page)
      page.p { page in
        page.a(.href(FindingQuery(words: typed).address)) { $0.text(visit.say.finding.refine) }
      }
      if visit.viewer.isLoggedIn, typed.isEmpty {
        page.p { page in
          page.a(.href(SavedSearchRoutes.listAddress)) {
            $0.text(visit.say.savedSearches.title)
          }
        }
      }
      if !typed.isEmpty { SavedSearchPages.door(FindingQuery(words: typed), visit, &page) }
      outcome(&page)
      help(say, &page)
    }
  }

  private static func form(_ typed: String, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.search
    page.askingForm("/recherche", .class("search")) { page in
      page.textField(
        Field(name: "q", label: say.label, hint: say.hint), value: typed, type: "search",
        visit.say.site, .named("maxlength", String(SearchQuery.longest)))
      page.button(.class("button button--main")) { $0.text(say.search) }
    }
  }

  private static func outcome(
    _ results: SearchResults, _ typed: String, _ before: Int64?, _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.search
    page.section(.class("search__outcome")) { page in
      page.h2 { page in
        if results.total == 0 {
          page.text(say.nothing(typed))
        } else {
          page.text(count(results, before, say))
        }
      }
      if results.total > 0 && !results.matchedAllWords {
        page.p(.class("notice")) { $0.text(say.relaxed) }
      }
      if let suggestion = results.suggestion { correction(suggestion, say, &page) }
      if results.total == 0 { advice(say, &page) }
      if !results.results.isEmpty { list(results.results, visit, &page) }
      pager(results, typed, before, visit, &page)
      otherTimes(results, typed, before, visit, &page)
    }
  }

  private static func count(
    _ results: SearchResults, _ before: Int64?, _ say: SearchStrings
  ) -> String {
    if results.holdsTutorials { return say.foundAny(results.total, results.isCutOff) }
    if before != nil { return say.foundOlder(results.total) }
    return results.isCutOff ? say.foundMore(results.total) : say.found(results.total)
  }

  private static func correction(
    _ suggestion: String, _ say: SearchStrings, _ page: inout Page
  ) {
    page.p { page in
      page.text(say.tryWith + " ")
      page.a(.href(address(of: suggestion))) { $0.text(suggestion) }
    }
  }

  private static func advice(_ say: SearchStrings, _ page: inout Page) {
    page.ul { page in
      for sentence in say.advice { page.li { $0.text(sentence) } }
    }
  }

  private static func list(_ results: [SearchResult], _ visit: Visit, _ page: inout Page) {
    page.ul(.class("threads"), .role("list")) { page in
      for result in results {
        page.li { line(result, visit, &$0) }
      }
    }
  }

  private static func line(_ result: SearchResult, _ visit: Visit, _ page: inout Page) {
    page.h3 { page in
      page.a(.href(result.address)) { $0.runs(result.title) }
    }
    if result.isTutorial { return tutorial(result, visit.say.tutorials.one, visit, &page) }
    if result.isCard { return tutorial(result, visit.say.finding.card, visit, &page) }
    page.threadState(
      Thread.Kind(rawValue: result.kind) ?? .discussion, result.isClosed ? .closed : .open,
      result.isSolved, replies: result.postCount - 1, visit.say.threads)
    page.p(.class("search__snippet")) { $0.runs(result.snippet) }
    page.p(.class("meta")) { page in
      page.a(.href("/espaces/\(result.space.slug)")) { $0.text(result.space.name) }
      page.span { $0.text(visit.say.threads.replies(result.postCount - 1)) }
      page.moment(Instant(seconds: result.created), visit)
    }
  }

  private static func tutorial(
    _ result: SearchResult, _ what: String, _ visit: Visit, _ page: inout Page
  ) {
    page.span(.class("state state--solved")) { $0.text(what) }
    page.p(.class("search__snippet")) { $0.runs(result.snippet) }
    page.p(.class("meta")) { page in
      page.a(.href("/espaces/\(result.space.slug)")) { $0.text(result.space.name) }
      page.moment(Instant(seconds: result.created), visit)
    }
  }

  private static func pager(
    _ results: SearchResults, _ typed: String, _ before: Int64?, _ visit: Visit,
    _ page: inout Page
  ) {
    guard results.pageCount > 1 else { return }
    let say = visit.say.search
    page.nav(.class("pager"), .label(visit.say.site.pages)) { page in
      if results.page > 1 {
        let last = min(results.page - 1, results.pageCount)
        page.a(.class("button"), .rel("prev"), .href(address(of: typed, before, page: last))) {
          $0.text(say.previous)
        }
      }
      page.span { $0.text(say.page(results.page, results.pageCount)) }
      if results.page < results.pageCount {
        let next = address(of: typed, before, page: results.page + 1)
        page.a(.class("button"), .rel("next"), .href(next)) { $0.text(say.next) }
      }
    }
  }

  /// The way to older posts, and back to the newest.
  private static func otherTimes(
    _ results: SearchResults, _ typed: String, _ before: Int64?, _ visit: Visit,
    _ page: inout Page
  ) {
    guard results.older != nil || before != nil else { return }
    let say = visit.say.search
    page.nav(.class("pager"), .label(say.otherTimes)) { page in
      if before != nil {
        page.a(.class("button"), .href(address(of: typed))) { $0.text(say.newest) }
      }
      if let older = results.older {
        page.a(.class("button"), .href(address(of: typed, older))) { $0.text(say.older) }
      }
    }
  }

  private static func help(_ say: SearchStrings, _ page: inout Page) {
    page.details { page in
      page.summary { $0.text(say.helpTitle) }
      page.dl { page in
        for (example, meaning) in say.help {
          page.dt { page in page.code { $0.text(example) } }
          page.dd { $0.text(meaning) }
        }
      }
    }
  }

  private static func address(
    of query: String, _ before: Int64? = nil, page: Int = 1
  ) -> Address {
    let first: Address = "/recherche"
    var asked = first.adding("q", query)
    if let before { asked = asked.adding("avant", String(before)) }
    return page > 1 ? asked.adding("page", String(page)) : asked
  }
}

extension SearchResult {
  /// The post that answers best, at its place in its thread.
  var address: Address {
    if isTutorial { return Tutorial.address(Number(thread), slug) }
    if isCard { return Resource.address(Number(thread), slug) }
    return Thread.address(Number(thread), slug, post: post)
  }
}

extension Page {
  /// A text whose pieces that answer a query are marked.
  fileprivate mutating func runs(_ runs: [SearchRun]) {
    for run in runs {
      if run.isHighlighted {
        mark { $0.text(run.text) }
      } else {
        text(run.text)
      }
    }
  }
}
