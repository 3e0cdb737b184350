/// SplitMix64: the same seed gives the same inputs everywhere.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Makes inputs out of hostile and ordinary pieces, then damages some of them.
enum HostileInput {
  static let names =
    """
    p h1 h2 h3 br hr div span blockquote pre strong b em i u s del ins mark small sub sup code kbd
    samp var q cite abbr dfn time bdi bdo wbr a ul ol li dl dt dd table caption thead tbody tfoot
    tr td th figure figcaption img details summary ruby rt rp section input strike tt acronym menu
    dir listing image article aside header footer main nav address center form fieldset script
    style template noscript iframe object embed applet svg math xmp noembed noframes plaintext
    title textarea select option optgroup datalist button audio video canvas map frameset portal
    xml base link meta param source track col colgroup area frame basefont bgsound isindex font
    html head body x-r o:p blink foo picture legend label output nobr big marquee desc foreignObject
    mi mtext annotation-xml
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  static let values = [
    "javascript:alert(1)", "JaVaScRiPt:x", "javascript&colon;alert(1)", "java\tscript:x",
    "&#106;avascript:x", "java&#10;script:x", " https://a.b/c?d=e&f=g", "HTTP://x.y", "https://",
    "https:x", "//evil.org", "/\\evil.org", "\\\\evil", "mailto:a@b.c", "tel:+33", "#fn-1", "#",
    "#user-content-x", "#user-content-p1-x", "/fils/1", "a b<c>\"d'`", "data:text/html,x",
    "vbscript:x", "/fichiers/1.png", "/fichiers/../x", "/fichiers/%2e%2e/x", "ltr", "RTL", "fr",
    "fr-FR", "language-swift x", "footnotes", "checkbox", "CHECKBOX", "text", "1", "0", "a", "-1",
    "1001", "4097", "99999999999999999999", "left", "center", "col", "rowgroup", "2026-01-01",
    "é\u{301}🙂", "&eacute;&nbsp;", "&#0;", "&#x80;", "&#146;", "&#xD800;", "&#x110000;",
    "&amp;lt;",
    "&quot;onload=x", "<p>", "-->", "fn-%C3%A9t%C3%A9", "user-content-x", "\u{85}", "\u{FEFF}x",
    "expression(alert(1))", "x:y", ":x", "?x:y", "x/y:z", "&Tab;javascript:x", "&#127;x",
  ]

  static let attributes = [
    "href", "src", "id", "class", "title", "lang", "dir", "style", "onclick", "onerror", "alt",
    "width", "height", "start", "reversed", "type", "checked", "open", "colspan", "rowspan",
    "align", "scope", "datetime", "name", "srcset", "xlink:href", "data-x", "HREF", "xml:lang",
    "formaction", "cite", "is", "slot", "a\"b", "=", "/", "é",
  ]

  static let pieces = [
    " ", "\n", "\r\n", "\t", "\u{0C}", "a", "x y", "é", "œuvre", "🙂", "\u{A0}", "&", "&amp;",
    "&amp;amp;", "&lt;", "&gt;", "&quot;", "&colon;", "&NewLine;", "&eacute;", "&eacute", "&nbsp;",
    "&#39;", "&#x3C;", "&#60", "&#1;", "&#13;", "&#127;", "&#150;", "&#xFEFF;", "&#xFFFF;",
    "&bogus;",
    "<", ">", "</", "<>", "</>", "<!", "<!x>", "<!--", "-->", "--!>", "<!-->", "<!--->",
    "<!-- x -->", "<!-- -- >", "<![CDATA[", "]]>", "<![if x]>", "<![endif]>", "<?php x ?>", "<?",
    "<!DOCTYPE html>", "<!ENTITY x 'y'>", "\"", "'", "`", "=", "/", "/>", "</ p>", "< p>",
    "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<a href=\"javascript:alert(1)\">",
    "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=x>\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<table><td><a><table></a>", "<b><i>x</b>y</i>", "<p><b>x<p>y", "<ul>x<li>y<ul><li>z</ul>",
    "<table>x<tr>y<td>z", "<dl>x<dt>y<dd>z", "<ruby>a<rt>b<rp>c", "<pre>\n\nx", "<a><b><a>",
    "<details>x<summary>y<summary>z", "<figure><b><figcaption>x", "<select><p>x</select>",
    "<li>", "<td>", "<tr>", "<dd>", "</table>", "</p>", "</br>", "</ul>", "<table><caption>x",
    "<![if !supportLists]><span>·</span><![endif]>", "data:image/png;base64,AAAA", "+ADw-b+AD4-",
    "<meta charset=utf-7>", "<base href=//x>", "<textarea></textarea", "<title><b>", "<h1><h2>",
    "# x\n", "\n\n", "- a\n", "1. b\n", "> q\n", "```swift\nx\n```\n",
    "| a | b |\n|---|--:|\n| c |\n", "[^1]", "\n[^1]: note\n", "[a](javascript:x)",
    "[a](https://x.y \"t\")",
    "![i](/fichiers/1.png)",
    "![i](https://x.y/z.png)", "<https://x.y>", "www.x.org", "a@b.org", "~~s~~", "**b**", "_i_",
    "`c`", "- [x] t\n", "[r]", "\n[r]: /u\n", "\\<", "&copy;", "***", "---\n", "    code\n",
  ]

  static func bytes(_ generator: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...30, using: &generator) { bytes += piece(&generator) }
    if Int.random(in: 0..<4, using: &generator) == 0 { damage(&bytes, &generator) }
    if Int.random(in: 0..<64, using: &generator) == 0 { stretch(&bytes, &generator) }
    return bytes
  }

  private static func piece(_ generator: inout SeededGenerator) -> [UInt8] {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0..<4: return Array(startTag(&generator).utf8)
    case 4..<6: return Array("</\(pick(names, &generator))>".utf8)
    default: return Array(pick(pieces, &generator).utf8)
    }
  }

  private static func startTag(_ generator: inout SeededGenerator) -> String {
    var tag = "<" + pick(names, &generator)
    if Int.random(in: 0..<8, using: &generator) == 0 { tag = tag.uppercased() }
    for _ in 0..<max(0, Int.random(in: -2...3, using: &generator)) {
      let quote = pick(["\"", "'", ""], &generator)
      tag += pick([" ", "\n", "/", "\t"], &generator) + pick(attributes, &generator)
      if Int.random(in: 0..<8, using: &generator) > 0 {
        tag += "=" + quote + pick(values, &generator) + quote
      }
    }
    return tag + pick([">", ">", ">", "/>", " >", ""], &generator)
  }

  private static func pick(_ list: [String], _ generator: inout SeededGenerator) -> String {
    list[Int.random(in: 0..<list.count, using: &generator)]
  }

  /// libxml2 reads 4,000 bytes at a time: what stands around such a boundary must not matter.
  private static func stretch(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    let length = Int.random(in: 3_000...4_100, using: &generator)
    let filling = pick(["a", "'", "&amp;", "é", "-", " ", "&", "<", "x "], &generator)
    let run = Array(repeating: Array(filling.utf8), count: length / filling.utf8.count).joined()
    bytes.insert(contentsOf: run, at: Int.random(in: 0...bytes.count, using: &generator))
  }

  private static func damage(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      let byte = UInt8.random(in: 0...255, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[at] = byte
      case 1: bytes.insert(byte, at: at)
      case 2: bytes.remove(at: at)
      default: bytes.removeSubrange(at..<min(bytes.count, at + 8))
      }
    }
  }
}
