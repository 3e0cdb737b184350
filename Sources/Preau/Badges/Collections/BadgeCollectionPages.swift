import HTML
import HTTP

/// A learner's own collections of badges.
enum BadgeCollectionPages {
  static let address: Address = "/mes-badges/collections"

  static func list(
    _ collections: [(collection: BadgeCollection, count: Int)], _ draft: BadgeCollectionDraft,
    _ problem: BadgeCollectionDraft.Problem?, _ visit: Visit
  ) -> Response {
    let say = visit.say.badgeCollections
    let problems = found(problem, say)
    let frame = PageFrame(
      title: say.title, menu: .badges, status: problem == nil ? 200 : 422,
      hasProblems: problem != nil)
    return visit.page(frame) { page in
      page.trail(trail(visit), visit)
      page.head(say.title, say.advice)
      page.problems(problems.list, visit.say.site)
      if collections.isEmpty {
        page.p(.class("empty")) { $0.text(say.noneYet) }
      } else {
        page.ul(.class("rows card"), .role("list")) { page in
          for (collection, count) in collections {
            page.li { page in
              page.a(.href(collection.address)) { $0.text(collection.title) }
              page.span(.class("meta")) { $0.text(say.count(count)) }
            }
          }
        }
      }
      page.form(address, visit, .class("card stack form")) { page in
        page.h2 { $0.text(say.make) }
        fields(draft, problems, visit, &page)
        page.p { $0.mainButton(say.makeNow) }
      }
    }
  }

  private static func trail(_ visit: Visit) -> [(address: Address, label: String)] {
    [("/badges", visit.say.badges.title), ("/mes-badges", visit.say.badges.mine)]
  }

  private static func found(
    _ problem: BadgeCollectionDraft.Problem?, _ say: BadgeCollectionStrings
  ) -> FormProblems {
    switch problem {
    case nil: FormProblems()
    case .titleMissing: FormProblems(say.titleMissing, in: "titre")
    case .titleTooLong(let over): FormProblems(say.tooLong(over), in: "titre")
    case .wordsTooLong(let over): FormProblems(say.tooLong(over), in: "mots")
    }
  }

  private static func fields(
    _ draft: BadgeCollectionDraft, _ problems: FormProblems, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.badgeCollections
    page.textField(
      Field(
        name: "titre", label: say.titleLabel, hint: say.titleHint, problem: problems["titre"]),
      value: draft.title, visit.say.site, .autocomplete("off"))
    page.textArea(
      Field(
        name: "mots", label: say.words, hint: say.wordsHint, problem: problems["mots"],
        isOptional: true), value: draft.words, rows: 3, visit.say.site)
  }

  // MARK: One

  static func show(
    _ collection: BadgeCollection, _ lines: [(place: BadgePlace, sheet: BadgeSheet)],
    others: [BadgeSheet], _ shares: [CollectionShare], _ visit: Visit
  ) -> Response {
    let say = visit.say.badgeCollections
    return visit.page(PageFrame(title: collection.title, menu: .badges)) { page in
      page.trail(trail(visit) + [(address, say.title)], visit)
      page.head(collection.title)
      if !collection.words.isEmpty {
        page.div(.class("prose")) { $0.paragraphs(collection.words) }
      }
      if lines.isEmpty {
        page.p(.class("empty")) { $0.text(say.nothingInIt) }
      } else {
        page.ol(.class("badge-places"), .role("list")) { page in
          for (index, line) in lines.enumerated() {
            place(line.place, line.sheet, index, lines.count, visit, &page)
          }
        }
      }
      choice(of: others, for: collection, visit, &page)
      if !lines.isEmpty { links(to: collection, shares, visit, &page) }
      page.p(.class("actions no-print")) { page in
        let id = collection.id.value
        page.a(.class("button"), .href("/mes-badges/collections/\(id)/modifier")) {
          $0.text(say.change)
        }
        page.a(
          .class("button button--quiet"), .href("/mes-badges/collections/\(id)/suppression")
        ) { $0.text(say.delete) }
      }
      page.gestures(visit)
    }
  }

  private static func links(
    to collection: BadgeCollection, _ shares: [CollectionShare], _ visit: Visit,
    _ page: inout Page
  ) {
    page.shareLinks(
      shares.map { share in
        ShareLine(
          address: share.address, tools: "/mes-badges/collections/liens/\(share.id.value)",
          withdrawal: "/mes-badges/collections/liens/\(share.id.value)/retrait",
          name: share.name, expires: share.expires, isOpen: share.isOpen(at: visit.now))
      }, action: "/mes-badges/collections/\(collection.id.value)/liens",
      advice: visit.say.badgeShares.collectionAdvice, offersWords: false, visit)
  }

  private static func place(
    _ place: BadgePlace, _ sheet: BadgeSheet, _ index: Int, _ count: Int, _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.badgeCollections
    page.li(.class("card"), .id("place-\(place.id.value)")) { page in
      page.drawing(of: sheet.version)
      page.div { page in
        page.h2 { page in
          page.a(.href(sheet.award.address), visit.writtenLanguage) { $0.text(sheet.version.name) }
        }
        page.p(.class("meta")) { page in
          page.text(visit.say.badges.standing(sheet.award, at: visit.now) + " · ")
          page.text(sheet.badge.issuer.name)
        }
      }
      page.p(.class("actions no-print")) { page in
        let id = place.id.value
        let name = sheet.version.name
        if index > 0 {
          gesture("/mes-badges/collections/places/\(id)/monter", say.up, name, visit, &page)
        }
        if index + 1 < count {
          gesture("/mes-badges/collections/places/\(id)/descendre", say.down, name, visit, &page)
        }
        gesture("/mes-badges/collections/places/\(id)/retrait", say.remove, name, visit, &page)
      }
    }
  }

  private static func gesture(
    _ action: Address, _ words: String, _ name: String, _ visit: Visit, _ page: inout Page
  ) {
    page.gesture(action, .class("button button--quiet")) { page in
      page.text(words)
      page.span(.class("unseen")) { $0.text(visit.say.site.colon + name) }
    }
  }

  private static func choice(
    of others: [BadgeSheet], for collection: BadgeCollection, _ visit: Visit, _ page: inout Page
  ) {
    if others.isEmpty { return }
    let say = visit.say.badgeCollections
    page.form(
      "/mes-badges/collections/\(collection.id.value)/badges", visit,
      .class("card stack form no-print")
    ) { page in
      page.fieldset(.class("field stack")) { page in
        page.legend { $0.text(say.add) }
        for sheet in others {
          let id = "badge-\(sheet.award.id.value)"
          page.div(.class("field field--check")) { page in
            page.input(
              .type("checkbox"), .id(id), .name("badge"),
              .value(String(sheet.award.id.value)))
            page.label(.for(id), visit.writtenLanguage) { $0.text(sheet.version.name) }
          }
        }
      }
      page.p { page in page.button(.class("button")) { $0.text(say.addNow) } }
    }
  }

  static func form(
    _ collection: BadgeCollection, _ draft: BadgeCollectionDraft,
    _ problem: BadgeCollectionDraft.Problem?, _ visit: Visit
  ) -> Response {
    let say = visit.say.badgeCollections
    let problems = found(problem, say)
    return ResourceActPages.form(
      say.changeTitle, collection.address,
      "/mes-badges/collections/\(collection.id.value)/modifier", visit.say.resources.save,
      problems, visit, menu: .badges
    ) { page in fields(draft, problems, visit, &page) }
  }

  static func delete(_ collection: BadgeCollection, _ visit: Visit) -> Response {
    let say = visit.say.badgeCollections
    return ResourceActPages.form(
      say.deleteTitle, collection.address,
      "/mes-badges/collections/\(collection.id.value)/suppression", say.deleteNow,
      FormProblems(), visit, menu: .badges
    ) { page in page.p { $0.text(say.deleteAdvice(collection.title)) } }
  }
}
