import HTML
import HTTP
import Sanitizer

/// The pages of plain words that every site has.
enum Guide: String, CaseIterable, Sendable {
  case help = "aide"
  case accessibility = "accessibilite"
  case privacy = "donnees-personnelles"

  var address: Address { "/\(rawValue)" }
}

/// The guides of a site in both languages, rendered once at the start.
///
/// They are Markdown in `Web/guides`, so that whoever corrects or translates one needs no compiler.
/// `{site}` stands for the name of the site, `{contact}` for whom to write to.
struct Guides: Sendable {
  struct Words: Sendable {
    let title: String
    let body: SanitizedHTML
  }

  private var words: [Guide: [Language: Words]] = [:]

  /// - Throws: ``StartFailure`` when one is missing in one language: no page is half translated.
  init(root: String, _ configuration: Configuration) throws {
    for guide in Guide.allCases {
      for language in Language.allCases {
        let path = "\(root)/Web/guides/\(guide.rawValue).\(language.rawValue).md"
        guard let bytes = readFile(path) else { throw StartFailure("there is no \(path)") }
        words[guide, default: [:]][language] = try Self.words(
          String(decoding: bytes, as: UTF8.self), language, configuration, path)
      }
    }
  }

  subscript(guide: Guide, language: Language) -> Words? { words[guide]?[language] }

  /// The first line is the title; the rest is the body.
  private static func words(
    _ source: String, _ language: Language, _ configuration: Configuration, _ path: String
  ) throws -> Words {
    guard source.hasPrefix("# "), let end = source.firstIndex(of: "\n") else {
      throw StartFailure("\(path) does not begin with a title")
    }
    let contact = configuration.contact ?? Strings.of(language).site.contact
    let text = source[source.index(after: end)...]
      .replacing("{site}", with: configuration.siteName).replacing("{contact}", with: contact)
    return Words(
      title: String(source[..<end].dropFirst(2)),
      body: try SanitizedHTML(markdown: String(text)))
  }
}

/// What the site answers about its guides.
enum GuideRoutes {
  static func add(to routes: inout Routes) {
    for guide in Guide.allCases {
      routes.get("/" + guide.rawValue, .anyone) { try show($0, guide) }
    }
  }

  static func show(_ visit: Visit, _ guide: Guide) throws -> Response {
    let words = try visit.site.guides[guide, visit.say.language].orNotFound()
    var frame = PageFrame(title: words.title, isIndexed: true, canonical: guide.address)
    frame.reads = true
    return visit.page(frame) { page in
      page.div(.class("head")) { $0.h1 { $0.text(words.title) } }
      page.div(.class("guide prose")) { $0.sanitized(words.body) }
    }
  }
}
