import HTML
import HTTP

/// The page of one version of a tutorial.
enum TutorialPages {
  static func show(_ shown: TutorialPage, _ visit: Visit) -> Response {
    let view = shown.view
    let version = shown.version
    let isOpen = shown.isPublished && view.space.visibility == .public && !view.tutorial.isRemoved
    var frame = PageFrame(
      title: visit.title(version.title), menu: .tutorials, isIndexed: isOpen,
      canonical: shown.isPublished ? view.tutorial.address : nil,
      mainClass: "wide page page--aside")
    frame.reads = true
    frame.summary = PageFrame.brief(visit.title(version.summary))
    frame.picture = shown.card?.resource.thumbnail
    frame.filmHosts = shown.body.filmHosts
    frame.isRemarkedOn = visit.viewer.isLoggedIn
    frame.keeps = visit.viewer.isLoggedIn && shown.isPublished && !view.tutorial.isRemoved
    return visit.page(frame) { page in
      page.article(.class("tutorial")) { page in
        head(shown, visit, &page)
        notices(shown, visit, &page)
        attribution(shown.origins, visit, &page)
        contents(shown.body.sections, visit, &page)
        page.div(.class("prose tutorial__text"), .lang(version.language.rawValue)) { page in
          text(shown.body, shown.passages, visit, &page) { section, page in
            RemarkPages.foot(of: section, shown, visit, &page)
          }
        }
        films(shown.files, visit, &page)
        foot(shown, visit, &page)
        RemarkPages.passages(shown, visit, &page)
      }
      aside(shown, keeps: frame.keeps, visit, &page)
      if let resource = shown.learningResource(visit) {
        page.linkedData(resource.value(for: visit))
      }
      if visit.viewer.isLoggedIn { page.gestures(visit) }
    }
  }

  static func head(_ shown: TutorialPage, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.tutorials
    let (view, version) = (shown.view, shown.version)
    page.div(.class("head")) { page in
      page.trail(
        [
          ("/tutoriels", say.title),
          (Address("/tutoriels").adding("espace", view.space.slug), view.space.name),
        ], visit)
      page.h1(.lang(version.language.rawValue)) { $0.text(visit.title(version.title)) }
      if !version.summary.isEmpty {
        page.p(.lang(version.language.rawValue)) { $0.text(visit.title(version.summary)) }
      }
      page.p(.class("meta")) { page in
        page.span { page in
          page.text(say.by + " ")
          page.signatures(view.signers, visit)
        }
        page.span { $0.text(say.minutes(version.minutes)) }
        page.span { page in
          page.text((version.published == nil ? say.written : say.publishedOn) + " ")
          page.moment(version.published ?? version.created, visit)
        }
        page.tutorialTags(shown.tags, visit)
      }
    }
  }

  /// What one has to know before one reads.
  static func notices(_ shown: TutorialPage, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.tutorials
    let tutorial = shown.view.tutorial
    if tutorial.isRemoved {
      page.p(.class("notice notice--wait")) { $0.text(say.removedNotice) }
    } else if !shown.isPublished {
      page.p(.class("notice notice--wait")) { page in
        page.text(say.state(of: shown.version, tutorial.pointers) + " ")
        if tutorial.pointers.published != nil {
          page.a(.href(tutorial.address)) { $0.text(say.seePublished) }
        }
      }
    }
    if tutorial.isPastDue(on: visit.today), let day = tutorial.reviewBy {
      page.p(.class("notice notice--wait")) { page in
        page.strong { $0.text(say.pastDue(visit.say.dates.day(day.noon))) }
        if !shown.version.fits.isEmpty {
          page.text(" " + say.fits(visit.title(shown.version.fits)))
        }
      }
    }
  }

  /// What it was made from, however far: it stands apart from the text, so that nobody can take it
  /// out.
  static func attribution(
    _ origins: [TutorialOrigin], _ visit: Visit, _ page: inout Page
  ) {
    if origins.isEmpty { return }
    let say = visit.say.tutorials
    page.div(.class("notice attribution")) { page in
      for (place, origin) in origins.enumerated() {
        page.p { page in
          page.text((place == 0 ? say.adaptedFrom : say.itselfAdaptedFrom) + " ")
          original(origin, visit, &page)
          if place == 0, origin.isBehind { page.text(" " + say.originalIsNewer) }
        }
      }
    }
  }

  private static func original(
    _ origin: TutorialOrigin, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.tutorials
    page.cite { page in
      if origin.isReadable, origin.published != nil {
        page.a(.href(Tutorial.address(origin.original, origin.slug)), visit.writtenLanguage) {
          $0.text(visit.title(origin.title))
        }
      } else {
        page.span(visit.writtenLanguage) { $0.text(visit.title(origin.title)) }
      }
    }
    page.text(", " + say.by + " ")
    page.signatures(origin.authors, visit)
    page.text(" (")
    page.licence(origin.licence, visit)
    page.text("), " + say.adaptedOn(visit.say.dates.day(origin.adapted)))
  }

  static func contents(
    _ sections: [TutorialSection], _ visit: Visit, _ page: inout Page
  ) {
    if sections.count < 2 { return }
    page.nav(.class("card contents"), .label(visit.say.tutorials.contents)) { page in
      page.h2 { $0.text(visit.say.tutorials.contents) }
      page.ol(.role("list")) { page in
        for section in sections where section.level < 4 {
          page.li(.when(section.level > 2, .class("contents__part"))) { page in
            page.a(.named("href", "#" + section.anchor), visit.writtenLanguage) {
              $0.text(section.title)
            }
          }
        }
      }
    }
  }

  // MARK: The text

  /// - Parameter end: writes what stands at the end of a section; nil: of a text without any.
  static func text(
    _ body: TutorialBody, _ passages: [TutorialPassage], _ visit: Visit, _ page: inout Page,
    end: (TutorialSection?, inout Page) -> Void = { _, _ in }
  ) {
    var open: TutorialSection?
    for part in body.parts {
      switch part {
      case .text(let html): page.sanitized(html)
      case .heading(let section, let html):
        if let open { end(open, &page) }
        open = section
        heading(section, html, &page)
      case .remark(let remark, let isNamed, let html):
        self.remark(remark, isNamed, html, visit, &page)
      case .picture(let picture): self.picture(picture, &page)
      case .film(let film): self.film(film, visit, &page)
      case .passage(let number):
        passage(number, passages.first { $0.number == number }, visit, &page)
      }
    }
    end(open, &page)
  }

  private static func heading(
    _ section: TutorialSection, _ html: SanitizedHTML, _ page: inout Page
  ) {
    let id = Attribute.id(section.anchor)
    switch section.level {
    case 2: page.h2(id) { $0.sanitized(html) }
    case 3: page.h3(id) { $0.sanitized(html) }
    default: page.h4(id) { $0.sanitized(html) }
    }
  }

  private static func remark(
    _ remark: TutorialBody.Remark, _ isNamed: Bool, _ html: SanitizedHTML, _ visit: Visit,
    _ page: inout Page
  ) {
    page.div(.class(remark.className), .role("note")) { page in
      if !isNamed { page.p { $0.strong { $0.text(visit.say.tutorials.remark(remark)) } } }
      page.sanitized(html)
    }
  }

  private static func picture(_ picture: TutorialPicture, _ page: inout Page) {
    page.figure { page in
      page.a(.href("/fichiers/\(picture.key)")) { page in
        page.img(
          .src("/fichiers/\(picture.key)/vignette"),
          .named("alt", picture.words.isEmpty ? picture.caption : picture.words),
          .named("loading", literally: "lazy"), .named("decoding", literally: "async"))
      }
      page.figcaption { $0.text(picture.caption) }
    }
  }

  /// A plain link; a script puts a button beside it, and the film in its place once it is pressed.
  private static func film(_ film: TutorialFilm, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.tutorials
    guard let link = Address(elsewhere: film.page) else { return }
    page.div(
      .class("card film-card"),
      .when(film.frame != nil, .named("data-film", film.frame ?? "")),
      .named("data-play", say.playHere),
      .named("data-title", film.words.isEmpty ? say.filmOn(film.host) : film.words)
    ) { page in
      page.p { page in
        page.a(.href(link), .rel("nofollow ugc noopener")) { page in
          page.text(film.words.isEmpty ? say.filmOn(film.host) : film.words)
        }
      }
      page.p(.class("meta")) { $0.text(say.filmAdvice(film.host)) }
    }
  }

  /// The words of somebody, who is named as a reader may see it; nothing of them once they said no.
  private static func passage(
    _ number: Int, _ passage: TutorialPassage?, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.tutorials
    guard let passage, passage.state != .refused, passage.isReadable else {
      page.p(.class("meta")) { $0.text(say.passageGone) }
      return
    }
    page.figure(.class("passage")) { page in
      page.blockquote { $0.sanitized(visit.masked(passage.body)) }
      page.figcaption { page in
        page.signature(passage.author, visit)
        page.text(", ")
        page.a(.href(passage.address)) { $0.text(say.inThread) }
        if passage.state == .asked {
          page.text(" ")
          page.span(.class("state state--waiting")) { $0.text(say.consentAsked) }
        }
      }
    }
  }

  private static func films(
    _ files: [TutorialFile], _ visit: Visit, _ page: inout Page
  ) {
    let films = files.filter { $0.kind == .video }.map {
      ShownVideo(post: Number(0), key: $0.key, hasCaptions: $0.hasCaptions)
    }
    VideoPages.players(films, visit.say.files, visit, &page)
  }

  // MARK: Around it

  /// What the law asks to stand with it, also on paper.
  static func foot(_ shown: TutorialPage, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.tutorials
    page.footer(.class("tutorial__foot")) { page in
      page.p { page in
        page.text(visit.say.licences.title + visit.say.site.colon)
        page.licence(shown.version.licence, visit)
        page.text(". ")
        page.text(visit.say.licences.permissions(shown.version.licence).joined(separator: " "))
      }
      page.p(.class("only-print")) {
        $0.text(visit.baseURL + shown.view.tutorial.address.text)
      }
      if !shown.version.fits.isEmpty {
        page.p { $0.text(say.fits(visit.title(shown.version.fits))) }
      }
    }
  }

  private static func aside(
    _ shown: TutorialPage, keeps: Bool, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.tutorials
    let view = shown.view
    let tutorial = view.tutorial
    page.aside(.class("aside"), .label(say.about)) { page in
      documents(shown.files, visit, &page)
      if keeps { OfflinePages.choice(shown, visit, &page) }
      card(shown, visit, &page)
      page.section(.class("card")) { page in
        page.h2 { $0.text(say.about) }
        if let day = tutorial.reviewBy, !tutorial.isPastDue(on: visit.today) {
          page.p(.class("meta")) { $0.text(say.reviewBy(visit.say.dates.day(day.noon))) }
        }
        ReviewPages.seals(shown.seals, shown: shown.version.number, visit, &page)
        page.ul(.class("links"), .role("list")) { page in
          page.li { page in
            page.a(.href("/tutoriels/\(tutorial.id.value)/versions")) { $0.text(say.versions) }
          }
          if visit.viewer.isLoggedIn, tutorial.pointers.published != nil {
            page.li { page in
              page.a(.href("/tutoriels/\(tutorial.id.value)/adaptation")) { $0.text(say.adapt) }
            }
          }
          if view.actor.isAuthor || view.actor.rights.mayModerate || view.actor.mayReview {
            page.li { page in
              page.a(.href(Review.address(of: tutorial.id))) { $0.text(visit.say.reviews.link) }
            }
          }
          if view.actor.isAuthor || view.actor.rights.mayModerate {
            page.li { page in
              page.a(.href(Tutorial.workshop(tutorial.id))) { $0.text(say.workshop) }
            }
          }
        }
      }
      SuggestionPages.contributors(shown.contributors, visit, &page)
      thread(shown.thread, visit, &page)
      adaptations(shown.adaptations, visit, &page)
    }
  }

  /// What happened with it, and what it asks of people.
  private static func card(_ shown: TutorialPage, _ visit: Visit, _ page: inout Page) {
    guard shown.isPublished, let card = shown.card else { return }
    let say = visit.say.resources
    page.section(.class("card")) { page in
      page.h2 { $0.text(say.usesTitle) }
      page.p { $0.text(say.uses(card.resource.uses)) }
      page.p { page in page.a(.href(card.resource.address)) { $0.text(say.seeCard) } }
    }
  }

  private static func documents(
    _ files: [TutorialFile], _ visit: Visit, _ page: inout Page
  ) {
    let documents = files.filter { $0.kind == .document }
    if documents.isEmpty { return }
    page.section(.class("card")) { page in
      page.h2 { $0.text(visit.say.tutorials.files) }
      page.ul(.class("links"), .role("list")) { page in
        for file in documents {
          page.li { page in
            page.a(.href("/fichiers/\(file.key)")) { $0.text(file.name) }
            page.span(.class("meta")) { $0.text(" " + visit.say.files.size(file.bytes)) }
          }
        }
      }
    }
  }

  private static func thread(_ thread: ThreadLine?, _ visit: Visit, _ page: inout Page) {
    guard let thread else { return }
    page.section(.class("card")) { page in
      page.h2 { $0.text(visit.say.tutorials.bornFrom) }
      page.p { page in
        page.a(.href(Thread.address(thread.id, thread.slug)), visit.writtenLanguage) {
          $0.text(visit.title(thread.title))
        }
      }
    }
  }

  private static func adaptations(
    _ lines: [TutorialLine], _ visit: Visit, _ page: inout Page
  ) {
    if lines.isEmpty { return }
    page.section(.class("card")) { page in
      page.h2 { $0.text(visit.say.tutorials.adaptations) }
      page.ul(.class("links"), .role("list")) { page in
        for line in lines {
          page.li { page in
            page.a(.href(line.address), visit.writtenLanguage) {
              $0.text(visit.title(line.title))
            }
            page.span(.class("meta")) { page in
              page.text(" " + visit.say.tutorials.by + " ")
              page.signatures(line.authors, visit)
            }
          }
        }
      }
    }
  }
}

extension TutorialBody.Remark {
  fileprivate var className: StaticString {
    switch self {
    case .note: "remark"
    case .tip: "remark remark--tip"
    case .important: "remark remark--important"
    case .warning: "remark remark--warning"
    }
  }
}

extension Visit {
  /// The day on local clocks.
  var today: Day { Day(now, offset: CalendarTime.offset(at: now)) }
}

extension Page {
  /// The names of several, as each reader may see them.
  mutating func signatures(_ authors: [Author], _ visit: Visit) {
    for (index, author) in authors.enumerated() {
      if index > 0 { text(index == authors.count - 1 ? visit.say.tutorials.and : ", ") }
      signature(author, visit)
    }
  }

  /// Tags that lead to the other tutorials with them, concepts to their own page.
  mutating func tutorialTags(_ tags: [Tag], _ visit: Visit) {
    for tag in tags where visit.mayShow(tag) {
      let others = Address("/tutoriels").adding("etiquette", tag.slug)
      a(.class("tag"), .href(tag.concept == nil ? others : tag.address)) {
        $0.text(tag.label(in: visit.say.language))
      }
    }
  }

  /// What a thread has become.
  mutating func tutorials(_ found: [(title: String, address: Address)], _ visit: Visit) {
    for tutorial in found {
      p(.class("notice")) { page in
        page.text(visit.say.tutorials.hasBecome + " ")
        page.a(.href(tutorial.address), visit.writtenLanguage) {
          $0.text(visit.title(tutorial.title))
        }
      }
    }
  }
}
