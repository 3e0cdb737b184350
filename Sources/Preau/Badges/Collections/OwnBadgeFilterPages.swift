import HTML

extension Page {
  /// The form by which somebody finds one of their own badges; nothing where there are few.
  ///
  /// - Parameter issuers: the names of those who gave any.
  mutating func ownBadgeFilter(
    _ filter: OwnBadgeFilter, issuers: [String], count: Int, _ visit: Visit
  ) {
    if filter.isEmpty, count < OwnBadgeFilter.fewest { return }
    let say = visit.say.badgeCollections
    askingForm(
      "/mes-badges", .class("card form form--row no-print"), .role("search"), .label(say.find)
    ) { page in
      page.textField(
        Field(name: "q", label: say.word), value: filter.words, type: "search", visit.say.site,
        .autocomplete("off"), .named("maxlength", literally: "120"))
      page.choice(
        Field(name: "etat", label: say.state),
        options: [("", say.anyState)]
          + OwnBadgeFilter.Standing.allCases.map { ($0.rawValue, say.standing($0)) },
        chosen: filter.standing?.rawValue ?? "", visit.say.site)
      if issuers.count > 1 || !filter.issuer.isEmpty {
        page.choice(
          Field(name: "par", label: say.issuer),
          options: [("", say.anyIssuer)] + issuers.map { ($0, $0) }, chosen: filter.issuer,
          visit.say.site)
      }
      page.p(.class("actions")) { page in
        page.button(.class("button")) { $0.text(say.narrow) }
        if !filter.isEmpty {
          page.a(.class("button button--quiet"), .href("/mes-badges")) { $0.text(say.all) }
        }
      }
    }
  }
}
