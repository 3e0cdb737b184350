import Testing

/// Where libxml2 and browsers read the same bytes differently.
@Suite struct `A trap` {
  @Test(arguments: [
    (
      "javascript&colon;alert(1)",
      "javascript&amp;colon;alert(1)"
    ),
    (
      "<a href=\"javascript&colon;alert(1)\">x</a>",
      "<a href=\"javascript&amp;colon;alert(1)\">x</a>"
    ),
    (
      "<a href=\"&Tab;javascript&lpar;1&rpar;\">x</a>",
      "<a href=\"&amp;Tab;javascript&amp;lpar;1&amp;rpar;\">x</a>"
    ),
    ("&amp;lt;b&amp;gt;", "&amp;lt;b&amp;gt;"),
    ("&eacute; &eacute ; & &&amp; &zzz;", "é &amp;eacute ; &amp; &amp;&amp; &amp;zzz;"),
  ])
  func `of entities is met by escaping every ampersand`(html: String, expected: String) {
    #expect(sanitized(html) == expected)
  }

  @Test(arguments: [
    "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "template", "svg",
    "math", "script", "style", "select", "object", "video", "audio", "canvas", "button",
  ])
  func `of raw text is met by dropping the element whole`(name: String) {
    let html = "a<\(name)><p title=\"</\(name)><img src=x onerror=alert(1)>\">b</\(name)>c"
    let result = sanitized(html)
    #expect(result.hasPrefix("a"))
    #expect(!result.contains("<img"))
    #expect(!result.contains("<\(name)"))
    #expect(sanitized("a<\(name)><b>b</\(name)>c") == "ac")
  }

  @Test func `of plaintext drops the rest`() {
    #expect(sanitized("a<plaintext><p>b") == "a")
  }

  @Test func `of the encoding never turns UTF-8 into something else`() {
    #expect(sanitized("é") == "é")
    #expect(sanitized(bytes: [0xC3, 0xA9, 0xFF, 0xC3, 0xA9]) == "é\u{FFFD}é")
    #expect(sanitized(bytes: [0xE9]) == "\u{FFFD}")
    #expect(sanitized(bytes: [0xED, 0xA0, 0x80]) == "\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(
      sanitized(bytes: [0xC0, 0xAF, 0xF5, 0xE2, 0x82]) == "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"
    )
    #expect(sanitized("\u{FEFF}é\u{FEFF}") == "é")
    #expect(sanitized("<meta charset=utf-7>+ADw-b+AD4-é") == "+ADw-b+AD4-é")
    #expect(sanitized(bytes: [0xFF, 0xFE, 0x3C, 0x00, 0x62, 0x00]) == "\u{FFFD}\u{FFFD}<b></b>")
  }

  @Test func `of NUL loses nothing`() {
    #expect(sanitized("a\0b<p\0>c<scr\0ipt>d</scr\0ipt>e") == "ab<p>ce</p>")
    #expect(sanitized("<a href=\"java&#0;script:x\">y</a>") == "<a>y</a>")
  }

  @Test func `of the end of the first element keeps all that follows`() {
    #expect(sanitized("<p>a</p>b<p>c</p>") == "<p>a</p>b<p>c</p>")
    #expect(sanitized("a") == "a")
    #expect(sanitized("") == "")
  }

  @Test func `of long names keeps them out`() {
    let name = String(repeating: "b", count: 200)
    #expect(sanitized("<\(name)>x</\(name)>") == "x")
    #expect(sanitized("<p \(name)=1 onclick=x>y</p>") == "<p>y</p>")
  }

  @Test(arguments: [
    ("<input disabled>", ""),
    ("<input type=checkbox checked>", "<input type=\"checkbox\" checked=\"\" disabled=\"\">"),
    ("<p lang>x</p>", "<p>x</p>"),
    ("<p title=\"a\tb\nc\">x</p>", "<p title=\"a\tb\nc\">x</p>"),
  ])
  func `of attributes without values is harmless`(html: String, expected: String) {
    #expect(sanitized(html) == expected)
  }

  @Test(arguments: [
    ("<b>x<p>y</b>z", "<b>x</b><p>yz</p>"),
    ("<h2>a<h3>b</h3>", "<h2>a</h2><h3>b</h3>"),
    ("<p>a<section>b</section>c", "<p>a</p><div>b</div>c"),
    ("<p>a<figure>b</figure>", "<p>a</p><figure>b</figure>"),
    (
      "<table>x<tr>y<td>z</table>",
      "<table><tbody><tr><td>x</td></tr><tr><td>y</td><td>z</td></tr></tbody></table>"
    ),
    ("<table><p>x</table>", "<table><tbody><tr><td><p>x</p></td></tr></tbody></table>"),
    ("<a href=/1>a<a href=/2>b</a>", "<a href=\"/1\">a</a><a href=\"/2\">b</a>"),
    ("<a href=/1>a<b><a href=/2>b</a>", "<a href=\"/1\">a<b></b></a><a href=\"/2\">b</a>"),
    ("<b><i>x</b>y</i>", "<b><i>x</i></b>y"),
    ("<wbr>x</wbr><wbr>y", "<wbr>x<wbr>y"),
    ("a<![if !supportLists]>b<![endif]>c", "abc"),
    ("a<!-- b --!>c", "ac"),
    ("<pre>\n\na\n</pre>", "<pre>a\n</pre>"),
    ("<pre>&#13;\n&#127;\na</pre>", "<pre>a</pre>"),
    ("a\r\nb\rc\u{0C}d", "a\nb\nc d"),
    ("l&#146;élève &#128; \u{92}", "l’élève € ’"),
    ("a&#127;b&#13;c&#xFEFF;d\u{7F}", "abcd"),
    ("<html><head><title>t</title></head><body><p>x</body></html>y", "<p>x</p>y"),
    ("<!DOCTYPE html><?php echo 1 ?><p>x", "<p>x</p>"),
    ("<script><!--<script></script>x", "x"),
  ])
  func `of nesting gives one tree for all parsers`(html: String, expected: String) {
    #expect(sanitized(html) == expected)
  }
}
