import HTML
import HTTP

/// The page of a card.
enum ResourcePages {
  static func show(_ shown: ResourcePage, _ visit: Visit) -> Response {
    let view = shown.view
    let card = view.resource
    let isOpen =
      view.space.visibility == .public && !card.isRemoved && shown.isFirst && shown.context == nil
    var frame = PageFrame(
      title: visit.title(card.title), menu: .resources, isIndexed: isOpen,
      canonical: card.address, mainClass: "wide page page--aside")
    frame.reads = true
    frame.summary = PageFrame.brief(visit.title(card.description))
    frame.picture = card.thumbnail
    return visit.page(frame) { page in
      page.article(.class("stack")) { page in
        head(view, visit, &page)
        notices(shown, visit, &page)
        cover(card, &page)
        page.div(.class("prose"), .lang(card.language)) { page in
          page.paragraphs(visit.title(card.description))
        }
        way(card, visit, &page)
        adaptation(card, visit, &page)
        accessibility(view, visit, &page)
        UsePages.section(shown, visit, &page)
      }
      aside(shown, visit, &page)
      if isOpen { page.linkedData(view.learningResource(visit).value(for: visit)) }
      if visit.viewer.isLoggedIn { page.gestures(visit) }
    }
  }

  /// The first sentence or two: a list is no page.
  static func firstWords(of text: String) -> String {
    let line = text.oneLine
    guard line.count > 220 else { return line }
    let cut = line.prefix(220)
    return String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)]) + "…"
  }

  private static func head(_ view: ResourceView, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.resources
    let card = view.resource
    page.div(.class("head")) { page in
      page.trail(
        [
          ("/ressources", say.title),
          (Address("/ressources").adding("espace", view.space.slug), view.space.name),
        ], visit)
      page.h1(.lang(card.language)) { $0.text(visit.title(card.title)) }
      page.p(.class("meta")) { page in
        page.span(.class("state")) { $0.text(say.kind(card.source.kind)) }
        signatures(view, visit, &page)
        page.span { page in
          page.text(say.addedOn + " ")
          page.moment(card.created, visit)
          if let adder = view.addedBy {
            page.text(" " + say.addedBy + " ")
            page.signature(adder, visit)
          }
        }
      }
      page.p(.class("meta")) { page in
        for concept in view.concepts {
          page.a(.href(ResourceListChoice.about(concept.id))) {
            $0.text(concept.label(in: visit.say.language))
          }
        }
        for tag in view.tags where visit.mayShow(tag) {
          page.a(.class("tag"), .href(Address("/ressources").adding("etiquette", tag.slug))) {
            $0.text(tag.label)
          }
        }
      }
    }
  }

  private static func signatures(_ view: ResourceView, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.resources
    let authors = view.authors(for: visit.viewer)
    if !view.signers.isEmpty {
      page.span { page in
        page.text(visit.say.tutorials.by + " ")
        page.signatures(view.signers, visit)
      }
    } else if !authors.isEmpty {
      page.span { $0.text(say.authorsAre(visit.title(authors))) }
    }
  }

  private static func notices(_ shown: ResourcePage, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.resources
    let card = shown.view.resource
    if card.isRemoved {
      page.div(.class("notice notice--wait")) { page in
        page.p { $0.text(say.removedNotice) }
        if !card.removedFor.isEmpty { page.p { $0.text(card.removedFor) } }
        page.gesture(
          "/ressources/\(card.id.value)/retablissement", .class("button")
        ) { $0.text(say.restore) }
      }
    }
    if let broken = shown.view.brokenSince {
      page.p(.class("notice notice--wait")) { $0.text(say.broken(visit.say.dates.day(broken))) }
    }
    for report in shown.reports {
      page.div(.class("notice notice--wait")) { page in
        page.p { page in
          page.strong { $0.text(report.use == nil ? say.reportOfCard : say.reportOfUse) }
          page.text(" ")
          page.signature(report.reporter, visit)
        }
        page.paragraphs(report.words)
        page.gesture(
          "/ressources/signalements/\(report.id.value)/classement", .class("button")
        ) { $0.text(say.settle) }
      }
    }
  }

  private static func cover(_ card: Resource, _ page: inout Page) {
    guard let thumbnail = card.thumbnail else { return }
    // It decorates: what it shows is said by the title and the description.
    page.p(.class("cover")) { page in
      page.img(
        .src(thumbnail), .named("alt", literally: ""),
        .named("decoding", literally: "async"))
    }
  }

  /// The way to the thing itself. A link opens here: no new window, nothing fetched beforehand.
  private static func way(_ card: Resource, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.resources
    guard let target = card.target else { return }
    page.p(.class("actions")) { page in
      switch card.source {
      case .tutorial:
        page.a(.class("button button--main"), .href(target)) { $0.text(say.readTutorial) }
      case .file(let file):
        page.a(.class("button button--main"), .href(target)) { page in
          page.text(say.openFile(file.name.isEmpty ? visit.say.files.video : file.name))
        }
        page.span(.class("meta")) { $0.text(visit.say.files.size(file.bytes)) }
      case .link(let url):
        page.a(
          .class("button button--main"), .href(target),
          .named("rel", literally: "noopener nofollow")
        ) { $0.text(say.goTo(ResourceAddress.shownHost(of: url))) }
        page.span(.class("meta")) { $0.text(say.leavesSite) }
      }
    }
  }

  private static func adaptation(_ card: Resource, _ visit: Visit, _ page: inout Page) {
    if card.adaptation.isEmpty { return }
    page.section(.class("card")) { page in
      page.h2 { $0.text(visit.say.resources.adaptation) }
      page.div(visit.writtenLanguage) { $0.paragraphs(visit.title(card.adaptation)) }
    }
  }

  // MARK: Accessibility

  private static func accessibility(_ view: ResourceView, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.resources
    let access = view.access
    page.section(.class("card stack"), .id("accessibilite")) { page in
      page.h2 { $0.text(say.accessibility) }
      page.p { page in
        page.strong { $0.text(say.trust(access.trust)) }
        if let by = access.by, let at = access.at, access.trust != .unchecked {
          page.text(" ")
          page.signature(by, visit)
          page.text(", ")
          page.moment(at, visit)
        }
      }
      if !access.words.isEmpty {
        page.div(visit.writtenLanguage) { $0.paragraphs(visit.title(access.words)) }
      }
      for kind in [AccessibilityTerm.Kind.mode, .feature, .hazard]
      where
        !access.terms(kind).isEmpty
      {
        page.h3 { $0.text(say.accessKind(kind)) }
        page.ul { page in
          for term in access.terms(kind) {
            page.li { $0.text(term.sentence(in: visit.say.language)) }
          }
        }
      }
      if access.terms.isEmpty { page.p { $0.text(say.noAccess) } }
      if visit.viewer.isLoggedIn, !view.resource.isRemoved {
        page.p { page in
          page.a(.href("/ressources/\(view.resource.id.value)/accessibilite")) {
            $0.text(say.vouch)
          }
        }
      }
    }
  }

  // MARK: Beside it

  private static func aside(_ shown: ResourcePage, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.resources
    let view = shown.view
    page.aside(.class("aside"), .label(say.about)) { page in
      practical(view, visit, &page)
      licence(view.resource, visit, &page)
      collections(shown, visit, &page)
      actions(view, visit, &page)
    }
  }

  private static func practical(_ view: ResourceView, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.resources
    let card = view.resource
    page.section(.class("card")) { page in
      page.h2 { $0.text(say.practical) }
      page.ul { page in
        page.li { page in
          page.text(say.onPhone(view.access.worksOnPhone))
        }
        for term in view.access.terms(.device) where term.token != "telephone" {
          page.li { $0.text(term.sentence(in: visit.say.language)) }
        }
        if let connection = card.connection {
          page.li { $0.text(say.connection(connection)) }
        }
        if let minutes = card.minutes { page.li { $0.text(say.minutes(minutes)) } }
        if card.language != visit.say.language.rawValue {
          page.li { $0.text(say.inLanguage(say.language(card.language))) }
        }
      }
    }
  }

  private static func licence(_ card: Resource, _ visit: Visit, _ page: inout Page) {
    page.section(.class("card")) { page in
      page.h2 { $0.text(visit.say.licences.title) }
      page.p { $0.licence(card.licence, visit) }
      page.ul { page in
        for permission in visit.say.licences.permissions(card.licence) {
          page.li { $0.text(permission) }
        }
      }
    }
  }

  private static func collections(_ shown: ResourcePage, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.collections
    if shown.collections.isEmpty && !visit.viewer.isLoggedIn { return }
    page.section(.class("card")) { page in
      page.h2 { $0.text(say.inCollections) }
      if !shown.collections.isEmpty {
        page.ul(.role("list")) { page in
          for line in shown.collections {
            page.li { page in
              page.a(.href(line.address), visit.writtenLanguage) {
                $0.text(visit.title(line.title))
              }
            }
          }
        }
      }
      if visit.viewer.isLoggedIn, !shown.view.resource.isRemoved {
        page.p { page in
          page.a(.href("/ressources/\(shown.view.resource.id.value)/ranger")) {
            $0.text(say.addTo)
          }
        }
      }
    }
  }

  private static func actions(_ view: ResourceView, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.resources
    let id = view.resource.id.value
    guard visit.viewer.isLoggedIn, !view.resource.isRemoved else { return }
    page.section(.class("card")) { page in
      page.h2 { $0.text(say.actions) }
      page.ul(.role("list"), .class("links")) { page in
        if view.actor.mayEdit {
          page.li { page in
            page.a(.href("/ressources/\(id)/modifier")) { $0.text(say.edit) }
          }
        }
        if view.actor.mayRemove(view.resource) {
          page.li { page in page.a(.href("/ressources/\(id)/retrait")) { $0.text(say.remove) } }
        }
        page.li { page in
          page.a(.href("/ressources/\(id)/signalement")) { $0.text(say.report) }
        }
      }
    }
  }
}
