import HTML

// A body stays what the sanitiser wrote; a tutorial only knows some of its blocks for more than
// they are, by conventions that read as plain text everywhere else:
//   a heading                                begins a section, with an anchor and a line of contents
//   > **Attention** …   or   > [!WARNING]    a remark of that kind
//   ![words](/fichiers/KEY "caption")        a picture with its caption
//   https://host/w/ID   alone in its line    a film, where the site allows the host
//   [passage 2]         alone in its line    what somebody wrote in the thread

/// The text of a tutorial in its parts.
struct TutorialBody {
  let parts: [Part]

  enum Part {
    case heading(TutorialSection, SanitizedHTML)
    case remark(Remark, isNamed: Bool, SanitizedHTML)
    case picture(TutorialPicture)
    case film(TutorialFilm)
    case passage(Int)
    case text(SanitizedHTML)
  }

  /// A remark beside the text.
  enum Remark: CaseIterable { case note, tip, important, warning }

  /// - Parameter hosts: whose films the site shows.
  init(_ html: SanitizedHTML, filmHosts hosts: [String]) {
    var sections = TutorialSections()
    parts = html.blocks.map { block in
      switch block.blockName {
      case "h2", "h3", "h4", "h5", "h6":
        let inside = block.inside
        return .heading(sections.next(block.blockName, inside.plainText), inside)
      case "blockquote": return Self.remark(block) ?? .text(block)
      case "p": return Self.line(block, hosts) ?? .text(block)
      default: return .text(block)
      }
    }
  }

  var sections: [TutorialSection] {
    parts.compactMap { if case .heading(let section, _) = $0 { section } else { nil } }
  }

  /// The hosts of its films, each once.
  var filmHosts: [String] {
    var hosts: [String] = []
    for case .film(let film) in parts where film.frame != nil && !hosts.contains(film.host) {
      hosts.append(film.host)
    }
    return hosts
  }

  // MARK: Conventions

  private static func remark(_ block: SanitizedHTML) -> Part? {
    let inside = block.inside
    for (mark, remark) in marks {
      if let rest = inside.without(words: mark) { return .remark(remark, isNamed: false, rest) }
    }
    let words = inside.plainText.prefix { !$0.isNewline }
    let first = words.prefix { $0.isLetter || $0 == " " || $0 == "à" }.trimmed.lowercased()
    guard inside.utf8.drop(while: { $0 == 0x0A }).starts(with: "<p><strong>".utf8),
      let known = names.first(where: { first == $0.name || first.hasPrefix($0.name + " ") })
    else { return nil }
    return .remark(known.remark, isNamed: true, inside)
  }

  private static let marks: [(String, Remark)] = [
    ("[!NOTE]", .note), ("[!TIP]", .tip), ("[!IMPORTANT]", .important), ("[!WARNING]", .warning),
    ("[!CAUTION]", .warning),
  ]
  /// The words in bold with which a quotation begins that is a remark.
  private static let names: [(name: String, remark: Remark)] = [
    ("attention", .warning), ("danger", .warning), ("sécurité", .warning), ("warning", .warning),
    ("note", .note), ("à noter", .note), ("remarque", .note), ("astuce", .tip), ("conseil", .tip),
    ("tip", .tip), ("important", .important), ("à retenir", .important),
  ]

  /// A paragraph that is one thing alone.
  private static func line(_ block: SanitizedHTML, _ hosts: [String]) -> Part? {
    let inside = block.inside
    if let picture = TutorialPicture(inside) { return .picture(picture) }
    if let film = TutorialFilm(inside, hosts) { return .film(film) }
    let text = inside.plainText
    guard text.hasPrefix("[passage "), text.hasSuffix("]"),
      !inside.utf8.contains(UInt8(ascii: "<")), let number = Int(text.dropFirst(9).dropLast())
    else { return nil }
    return .passage(number)
  }
}

/// A part of a tutorial that has a heading.
struct TutorialSection: Equatable {
  /// From 2; never more than one deeper than the one before.
  let level: Int
  let title: String
  let anchor: String
}

/// Gives headings their anchors, in order.
struct TutorialSections {
  private var last = 1
  private var used: [String: Int] = [:]

  mutating func next(_ name: String, _ title: String) -> TutorialSection {
    let wanted = Int(name.dropFirst()) ?? 2
    last = min(wanted, last + 1, 4)
    // No other id of a page begins so.
    let words = "partie-" + Slug.make(from: title)
    let count = (used[words] ?? 0) + 1
    used[words] = count
    return TutorialSection(
      level: last, title: title, anchor: count == 1 ? words : "\(words)-\(count)")
  }
}

/// A picture of ours with a caption.
struct TutorialPicture {
  let key: String
  let words: String
  let caption: String

  /// - Parameter inside: what stands in a paragraph.
  init?(_ inside: SanitizedHTML) {
    let tag = WrittenTag(inside.utf8)
    guard let tag, tag.name == "img", tag.isAlone, let caption = tag["title"],
      let source = tag["src"], source.hasPrefix("/fichiers/")
    else { return nil }
    let key = String(source.dropFirst("/fichiers/".count))
    guard FileLink.isKey(key), !caption.trimmed.isEmpty else { return nil }
    self.key = key
    words = tag["alt"] ?? ""
    self.caption = caption
  }
}

/// A film on another site, shown only once somebody asks for it.
struct TutorialFilm: Equatable {
  let host: String
  /// Its page there.
  let page: String
  /// What a frame would show; nil where that is not known.
  let frame: String?
  /// What the link says; empty where that is its own address.
  let words: String

  /// - Parameters:
  ///   - inside: what stands in a paragraph.
  ///   - hosts: whose films the site shows.
  init?(_ inside: SanitizedHTML, _ hosts: [String]) {
    guard let tag = WrittenTag(inside.utf8), tag.name == "a", tag.isAlone,
      let address = tag["href"], address.hasPrefix("https://")
    else { return nil }
    let rest = address.dropFirst("https://".count)
    let host = rest.prefix { $0 != "/" }.lowercased()
    guard hosts.contains(host) else { return nil }
    let path = rest.dropFirst(host.count).prefix { $0 != "?" && $0 != "#" }
    self.host = host
    page = address
    frame = Self.film(path).map { "https://\(host)/videos/embed/\($0)" }
    let text = inside.plainText.trimmed
    words = text == address || text.hasPrefix("https://") ? "" : text
  }

  /// How PeerTube names a film: `/w/ID`, `/videos/watch/ID`, `/videos/embed/ID`.
  private static func film(_ path: Substring) -> Substring? {
    for start in ["/w/", "/videos/watch/", "/videos/embed/"] where path.hasPrefix(start) {
      let name = path.dropFirst(start.count)
      let isName = name.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
      return isName && (8...40).contains(name.utf8.count) ? name : nil
    }
    return nil
  }
}

/// The first tag of what the sanitiser wrote, with its attributes read back.
struct WrittenTag {
  let name: String
  /// Whether all there is belongs to this one element: nothing before it, nothing behind.
  let isAlone: Bool
  private let attributes: [(name: String, value: String)]

  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  init?(_ markup: [UInt8]) {
    guard markup.first == UInt8(ascii: "<"),
      let close = markup.firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let tag = String(decoding: markup[1..<close], as: UTF8.self)
    name = String(tag.prefix { $0.isLetter || $0.isNumber })
    var attributes: [(name: String, value: String)] = []
    // Every value stands between double quotes, and holds none.
    let pieces = tag.dropFirst(name.count).split(
      separator: "\"", omittingEmptySubsequences: false)
    for index in stride(from: 0, to: pieces.count - 1, by: 2) {
      let key = pieces[index].trimmed
      if key.hasSuffix("=") {
        attributes.append((String(key.dropLast()), Self.unescaped(pieces[index + 1])))
      }
    }
    self.attributes = attributes
    let rest = markup[(close + 1)...]
    let end = Array("</\(name)>".utf8)
    if rest.isEmpty {
      isAlone = true
    } else {
      let inner = rest.dropLast(end.count)
      isAlone = rest.suffix(end.count).elementsEqual(end) && !inner.contains(UInt8(ascii: "<"))
    }
  }

  private static func unescaped(_ value: Substring) -> String {
    guard value.contains("&") else { return String(value) }
    var text = String(value)
    for (written, sign) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#96;", "`"),
      ("&amp;", "&"),
    ] {
      text = text.replacing(written, with: sign)
    }
    return text
  }
}
