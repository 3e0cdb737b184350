import HTML
import HTTP

/// Which entry of the main menu a page belongs to.
enum MenuEntry { case threads, tutorials, resources, badges, spaces, tags, none }

/// What a page says of itself, around its content.
struct PageFrame {
  var title: String
  var menu = MenuEntry.none
  var status = 200
  /// Whether search engines may keep it: only what a visitor can read anyway.
  var isIndexed = false
  /// Whether something is to be corrected: the title then says so first.
  var hasProblems = false
  /// One address for pages that can be reached by several.
  var canonical: Address?
  /// A feed of the same content.
  var feed: Address?
  /// What it is about in a sentence, for those to whom its address is sent.
  var summary: String?
  /// A picture of it, for the same.
  var picture: Address?
  /// The same, drawn for that: 1200 by 630 pixels. Whoever has an address that cannot be guessed
  /// sends it on purpose, so it may show more than search engines keep.
  var card: Address?
  /// Whether the scripts that make writing comfortable are wanted.
  var writes = false
  /// Hosts of films that this page may show once somebody asks for them.
  var filmHosts: [String] = []
  /// Whether it speaks of what this device keeps, to be read without the network.
  var keeps = false
  /// Whether it is made for a device to keep: nothing of it is of this session, or of this hour.
  var isCopy = false
  /// Whether passages of its text can be chosen and remarked on.
  var isRemarkedOn = false
  /// Whether it shows what members wrote: tables may be wider than the page.
  var reads = false
  /// Other than the usual main column, such as with an aside.
  var mainClass: StaticString = "wide page"
  /// Other than what the reader has chosen, to try it out.
  var comfort: ReadingComfort?

  /// The beginning of a text as a summary; nil for an empty one.
  static func brief(_ text: String) -> String? {
    let line = text.oneLine
    if line.isEmpty { return nil }
    return line.count <= longestSummary ? line : line.prefix(longestSummary - 1) + "…"
  }

  private static let longestSummary = 200
}

extension Visit {
  /// The language of what members write here, where it is not that of the page: a screen reader
  /// must not read French with an English voice (WCAG 2.2 SC 3.1.2).
  var writtenLanguage: Attribute {
    .when(say.language != .french, .lang(Language.french.rawValue))
  }

  /// A whole page of the site around `content`.
  func page(_ frame: PageFrame, content: (inout Page) -> Void) -> Response {
    // A copy is fetched behind the person's back: the notice waits for a page that is looked at.
    let notice =
      frame.isCopy ? nil : request.cookie(Notice.cookieName).flatMap(Notice.init(rawValue:))
    // A thread of 25 posts, for a member, with room to spare.
    let body = Page.bytes(capacity: 65_536) { page in
      write(frame, notice, content, &page)
    }
    var response = Response(status: frame.status, type: "text/html; charset=utf-8", body: body)
    response.headers.append(Header("Cache-Control", "private, no-cache"))
    response.headers.append(Header("Vary", "Cookie, Accept-Language"))
    if !frame.filmHosts.isEmpty {
      response.headers.append(SecurityHeaders.policy(framing: frame.filmHosts))
    }
    if notice != nil {
      response.cookies.append(Notice.spentCookie(isSecure: site.configuration.isSecure))
    }
    return response
  }

  private func write(
    _ frame: PageFrame, _ notice: Notice?, _ content: (inout Page) -> Void, _ page: inout Page
  ) {
    let comfort = frame.comfort ?? self.comfort
    page.literal("<!doctype html>\n")
    page.html(
      .lang(say.language.rawValue),
      .when(comfort.textSize != .normal, .named("data-size", comfort.textSize.rawValue)),
      .when(comfort.spacing != .normal, .named("data-spacing", comfort.spacing.rawValue)),
      .when(comfort.typeface != .usual, .named("data-typeface", comfort.typeface.rawValue))
    ) { page in
      page.head { head(frame, comfort, &$0) }
      page.body { page in
        page.a(.class("skip"), .named("href", literally: "#contenu")) { $0.text(say.site.skip) }
        if frame.isCopy { plainRoof(&page) } else { roof(frame, &page) }
        page.main(.id("contenu"), .class(frame.mainClass)) { page in
          if let notice {
            page.p(.class("notice"), .role("status")) { $0.text(say.site.say(notice)) }
          }
          content(&page)
        }
        if !frame.isCopy { foot(&page) }
      }
    }
    page.literal("\n")
  }

  private var comfort: ReadingComfort { viewer.member?.comfort ?? ReadingComfort() }

  private func head(_ frame: PageFrame, _ comfort: ReadingComfort, _ page: inout Page) {
    page.literal("<meta charset=\"utf-8\">")
    page.literal("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    page.title { page in
      if frame.hasProblems { page.text(say.site.error + say.site.colon) }
      page.text(frame.title)
      if frame.title != site.configuration.siteName {
        page.text(" · " + site.configuration.siteName)
      }
    }
    page.link(.rel("stylesheet"), .href(site.assets.address(of: "styles.css")))
    if comfort.typeface == .dyslexic, site.assets.has("dyslexic.css") {
      page.link(.rel("stylesheet"), .href(site.assets.address(of: "dyslexic.css")))
    }
    page.link(.rel("icon"), .type("image/svg+xml"), .href(site.assets.address(of: "preau.svg")))
    if !frame.isIndexed { page.literal("<meta name=\"robots\" content=\"noindex\">") }
    if let canonical = frame.canonical {
      page.link(.rel("canonical"), .named("href", baseURL + canonical.text))
    }
    if let feed = frame.feed {
      page.link(
        .rel("alternate"), .type("application/atom+xml"), .href(feed), .title(frame.title))
    }
    page.link(
      .rel("search"), .type("application/opensearchdescription+xml"), .href("/opensearch.xml"),
      .title(site.configuration.siteName))
    if frame.isIndexed || frame.card != nil { openGraph(frame, &page) }
    if frame.reads || frame.writes {
      page.script(site.assets.address(of: "reading.js"))
    }
    if !frame.filmHosts.isEmpty { page.script(site.assets.address(of: "films.js")) }
    if frame.isRemarkedOn { page.script(site.assets.address(of: "remarks.js")) }
    if frame.keeps { page.script(site.assets.address(of: "offline.js")) }
    if frame.writes { page.script(site.assets.address(of: "composer.js")) }
  }

  /// What a messenger shows of an address that is sent to somebody (ogp.me).
  private func openGraph(_ frame: PageFrame, _ page: inout Page) {
    let properties: [(StaticString, String?)] = [
      ("og:title", frame.title), ("og:type", "article"),
      ("og:url", baseURL + (frame.canonical ?? here).text),
      ("og:site_name", site.configuration.siteName),
      ("og:locale", say.language == .french ? "fr_FR" : "en_GB"),
      ("og:description", frame.summary),
      ("og:image", (frame.card ?? frame.picture).map { baseURL + $0.text }),
      ("og:image:width", frame.card.map { _ in String(ShareCard.width) }),
      ("og:image:height", frame.card.map { _ in String(ShareCard.height) }),
      ("twitter:card", frame.card.map { _ in "summary_large_image" }),
    ]
    for case (let name, let content?) in properties {
      page.meta(.named("property", literally: name), .named("content", content))
    }
    if let summary = frame.summary {
      page.meta(.name("description"), .named("content", summary))
    }
  }

  /// The covered part of every page: name, menu, search, account.
  private func roof(_ frame: PageFrame, _ page: inout Page) {
    page.header(.class("roof")) { page in
      page.div(.class("wide roof__row")) { page in
        brand(&page)
        page.written(Roof.ways(frame.menu, say.language))
        account(&page)
      }
    }
  }

  /// What is left of the roof without the network.
  private func plainRoof(_ page: inout Page) {
    page.header(.class("roof")) { page in
      page.div(.class("wide roof__row")) { page in
        brand(&page)
        page.a(.class("account"), .href("/hors-ligne")) { $0.text(say.offline.title) }
      }
    }
  }

  private func brand(_ page: inout Page) {
    page.a(.class("brand"), .href("/")) { page in
      page.literal(Logo.markup)
      page.text(site.configuration.siteName)
    }
  }

  private func account(_ page: inout Page) {
    guard let member = viewer.member else {
      page.a(.class("account"), .href("/connexion")) { $0.text(say.site.logIn) }
      return
    }
    page.bell(viewer, say.notifications)
    page.a(.class("account"), .href("/mon-preau")) { page in
      Avatar.small(of: member.name, number: member.id.value, &page)
      page.text(say.site.myPreau)
    }
  }

  private func foot(_ page: inout Page) {
    page.footer(.class("foot")) { page in
      page.div(.class("wide foot__row")) { page in
        page.span { $0.text(site.configuration.siteName) }
        page.written(Foot.links.in(say.language))
        page.form("/langue", self) { page in
          page.input(.type("hidden"), .name("retour"), .value(here.text))
          page.button(
            .class("link"), .name("langue"), .value(say.site.otherLanguageTag),
            .lang(say.site.otherLanguageTag)
          ) { $0.text(say.site.otherLanguage) }
        }
      }
    }
  }
}

/// The part of the foot that is the same for all.
enum Foot {
  static let links = LanguageParts { say, page in
    page.a(.href("/aide")) { $0.text(say.site.help) }
    page.a(.href("/accessibilite")) { $0.text(say.site.accessibility) }
    page.a(.href("/donnees-personnelles")) { $0.text(say.site.privacy) }
  }
}

/// The part of the roof that is the same for all: where one can go, and the search.
enum Roof {
  /// - Parameter menu: the entry of the page that it stands on.
  static func ways(_ menu: MenuEntry, _ language: Language) -> Written {
    let parts =
      switch menu {
      case .threads: threads
      case .tutorials: tutorials
      case .resources: resources
      case .badges: badges
      case .spaces: spaces
      case .tags: tags
      case .none: none
      }
    return parts.in(language)
  }

  private static let threads = parts(.threads)
  private static let tutorials = parts(.tutorials)
  private static let resources = parts(.resources)
  private static let badges = parts(.badges)
  private static let spaces = parts(.spaces)
  private static let tags = parts(.tags)
  private static let none = parts(.none)

  private static func parts(_ menu: MenuEntry) -> LanguageParts {
    LanguageParts { say, page in
      page.nav(.label(say.site.menu)) { page in
        page.ul(.class("menu"), .role("list")) { page in
          entry("/fils", say.site.threads, menu == .threads, &page)
          entry("/tutoriels", say.tutorials.title, menu == .tutorials, &page)
          entry("/ressources", say.resources.title, menu == .resources, &page)
          entry("/badges", say.badges.title, menu == .badges, &page)
          entry("/espaces", say.site.spaces, menu == .spaces, &page)
          entry("/etiquettes", say.site.tags, menu == .tags, &page)
        }
      }
      page.askingForm("/recherche", .class("seek"), .role("search")) { page in
        page.input(
          .type("search"), .name("q"), .label(say.site.search),
          .named("placeholder", say.site.searchHint), .named("maxlength", literally: "512"))
        page.button(.label(say.site.startSearch)) { $0.text("→") }
      }
    }
  }

  private static func entry(
    _ address: Address, _ label: String, _ isHere: Bool, _ page: inout Page
  ) {
    page.li { page in
      page.a(.href(address), .when(isHere, .named("aria-current", literally: "true"))) {
        $0.text(label)
      }
    }
  }
}

/// The roof and its two pupils.
enum Logo {
  static let markup: StaticString = """
    <svg viewBox="0 0 32 32" aria-hidden="true"><path fill="currentColor" \
    d="M1 15 16 4l15 11-1.8 2.4L16 7.8 2.8 17.4z"/><path fill="none" stroke="currentColor" \
    stroke-width="2.4" d="M6 17v11M26 17v11"/><circle cx="12.5" cy="22" r="2.2" \
    fill="currentColor"/><circle cx="19.5" cy="22" r="2.2" fill="currentColor"/><path \
    fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" \
    d="M12.5 26.5v1.5M19.5 26.5v1.5"/></svg>
    """
}

/// A face for a name: its initials in a circle, drawn here, so that no picture is fetched.
enum Avatar {
  static func small(of name: String, number: Int64, _ page: inout Page) {
    draw(name, number, &page, class: "face face--small")
  }

  static func usual(of name: String, number: Int64, _ page: inout Page) {
    draw(name, number, &page, class: "face")
  }

  /// A face without a name, for someone who is not named to this reader.
  static func nobody(_ page: inout Page) {
    page.literal(
      """
      <svg class="face" viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="16" r="6"/>\
      <path d="M9 33c1-8 5-11 11-11s10 3 11 11z"/></svg>
      """)
  }

  private static func draw(
    _ name: String, _ number: Int64, _ page: inout Page, class names: StaticString
  ) {
    page.element(
      "svg",
      [
        .class(names), .named("data-tone", String(number % 6)),
        .named("viewBox", literally: "0 0 40 40"), .hiddenFromReaders,
      ]
    ) { page in
      page.literal("<text x=\"20\" y=\"26\" text-anchor=\"middle\">")
      page.text(initials(of: name))
      page.literal("</text>")
    }
  }

  /// The first letters of the first and of the last word.
  static func initials(of name: String) -> String {
    var first: Unicode.Scalar?
    var last: Unicode.Scalar?
    var startsWord = true
    for scalar in name.unicodeScalars {
      if startsWord, isLetter(scalar) {
        if first == nil { first = scalar } else { last = scalar }
      }
      startsWord = scalar == " " || scalar == "\u{00A0}" || scalar == "\u{202F}"
    }
    var initials = first.map { String($0) } ?? ""
    if let last { initials.unicodeScalars.append(last) }
    return initials.uppercased()
  }

  /// Near enough for a face: the tables of Unicode cost more than the rest of the drawing.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0xC0...: !(0x2000...0x2BFF).contains(scalar.value) && scalar.value < 0x1F000
    default: false
    }
  }
}
