import Sanitizer
import Testing

@Suite struct `The policy` {
  @Test(arguments: [
    "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "blockquote", "pre", "strong", "b", "em",
    "i", "u", "s", "del", "ins", "mark", "small", "sub", "sup", "code", "kbd", "samp", "var", "q",
    "cite", "abbr", "dfn", "time", "bdi", "bdo", "figure", "a", "details", "ruby",
  ])
  func `keeps an element`(name: String) {
    #expect(sanitized("<\(name)>x</\(name)>") == "<\(name)>x</\(name)>")
    #expect(sanitized("<\(name.uppercased()) onclick=x>x") == "<\(name)>x</\(name)>")
  }

  @Test(arguments: [
    "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>",
    "<dl><dt>a</dt><dd>b</dd></dl>",
    "<table><caption>a</caption><thead><tr><th>b</th></tr></thead><tbody><tr><td>c</td></tr></tbody>"
      + "<tfoot><tr><td>d</td></tr></tfoot></table>",
    "<figure><img width=\"2\" height=\"3\" src=\"/fichiers/a.png\" alt=\"b\" loading=\"lazy\" "
      + "decoding=\"async\"><figcaption>c</figcaption></figure>",
    "<details open=\"\"><summary>a</summary>b</details>",
    "<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>",
    "a<br>b<wbr>c<hr>",
    "<section class=\"footnotes\"><p>a</p></section>",
    "<pre><code class=\"language-c++\">a &lt; b\n</code></pre>",
  ])
  func `keeps ordinary markup byte for byte`(html: String) {
    #expect(sanitized(html) == html)
  }

  @Test(arguments: [
    ("h1", "h2"), ("strike", "s"), ("tt", "code"), ("acronym", "abbr"), ("listing", "pre"),
    ("article", "div"), ("aside", "div"), ("header", "div"), ("footer", "div"), ("main", "div"),
    ("nav", "div"), ("address", "div"), ("center", "div"), ("form", "div"), ("fieldset", "div"),
    ("section", "div"),
  ])
  func `renames an element`(old: String, new: String) {
    #expect(sanitized("<\(old)>x</\(old)>") == "<\(new)>x</\(new)>")
  }

  @Test(arguments: ["menu", "dir"])
  func `makes a list of other lists`(name: String) {
    #expect(sanitized("<\(name)><li>x</\(name)>") == "<ul><li>x</li></ul>")
  }

  @Test(arguments: [
    "script", "style", "template", "noscript", "iframe", "object", "applet", "svg", "math", "xmp",
    "noembed", "noframes", "title", "textarea", "select", "option", "optgroup", "datalist",
    "button", "audio", "video", "canvas", "map", "frameset", "portal", "xml",
  ])
  func `drops an element with its content`(name: String) {
    #expect(sanitized("a<\(name)>b</\(name)>c") == "ac")
  }

  @Test(arguments: [
    "base", "link", "meta", "param", "source", "track", "col", "area", "frame", "basefont",
    "bgsound", "isindex", "input", "font", "blink", "label", "o:p", "foo-bar",
  ])
  func `drops a tag and keeps what follows`(name: String) {
    #expect(sanitized("a<\(name) src=x href=y>b") == "ab")
  }

  @Test func `counts only the same name while it drops content`() {
    #expect(sanitized("a<svg><p>b<svg>c</svg>d</p></svg>e") == "ae")
  }

  @Test(arguments: [
    (
      "<p lang=fr dir=RTL title=a id=b style=x class=y>x",
      "<p id=\"user-content-b\" lang=\"fr\" dir=\"rtl\" title=\"a\">x</p>"
    ),
    ("<p lang=\"f r\">x", "<p>x</p>"),
    ("<p lang=\"\(" a" * 20)\">x", "<p>x</p>"),
    ("<p dir=up>x", "<p>x</p>"),
    ("<p title=\"\("a" * 512)\">x", "<p title=\"\("a" * 512)\">x</p>"),
    ("<p title=\"\("a" * 513)\">x", "<p>x</p>"),
    ("<p title=\"<'`>&quot;&amp;\">x", "<p title=\"&lt;&#39;&#96;&gt;&quot;&amp;\">x</p>"),
    ("<p id=user-content-a>x", "<p id=\"user-content-a\">x</p>"),
    ("<p id=\"a b\">x", "<p>x</p>"),
    ("<p id=fn-%C3%A9t%C3%A9>x", "<p id=\"user-content-fn-%C3%A9t%C3%A9\">x</p>"),
    ("<p id=é>x", "<p id=\"user-content-é\">x</p>"),
    ("<p id=\("a" * 97)>x", "<p>x</p>"),
    (
      "<ol start=3 reversed type=A><li>x</ol>",
      "<ol start=\"3\" reversed=\"\" type=\"A\"><li>x</li></ol>"
    ),
    ("<ol start=-3 type=z><li>x</ol>", "<ol><li>x</li></ol>"),
    ("<ul start=3 type=a><li value=2>x</ul>", "<ul><li>x</li></ul>"),
    (
      "<table><tr><td colspan=2 rowspan=0 align=CENTER><th colspan=0 rowspan=1001 scope=col></table>",
      "<table><tbody><tr><td colspan=\"2\" rowspan=\"0\" align=\"center\"></td><th scope=\"col\"></th></tr></tbody></table>"
    ),
    (
      "<code class=\"hl language-swift language-c\">x</code>",
      "<code class=\"language-swift\">x</code>"
    ),
    ("<code class=\"language-\">x</code>", "<code>x</code>"),
    ("<code class=\"language-\("a" * 41)\">x</code>", "<code>x</code>"),
    ("<time datetime=2026-09-01>x</time>", "<time datetime=\"2026-09-01\">x</time>"),
    ("<details open><summary>x</details>", "<details open=\"\"><summary>x</summary></details>"),
    ("<input type=CheckBox>", "<input type=\"checkbox\" disabled=\"\">"),
    ("<input type=text value=x>", ""),
    ("<p id=a id=b>x", "<p id=\"user-content-a\">x</p>"),
  ])
  func `keeps the attributes it knows`(html: String, expected: String) {
    #expect(sanitized(html) == expected)
  }

  @Test(arguments: [
    (
      "<a id=fn-1 href=#fnref-1>x</a>",
      "<a id=\"user-content-p12-fn-1\" href=\"#user-content-p12-fnref-1\">x</a>"
    ),
    (
      "<a id=user-content-p12-a href=#user-content-p12-b>x</a>",
      "<a id=\"user-content-p12-a\" href=\"#user-content-p12-b\">x</a>"
    ),
    ("<a id=user-content-a>x</a>", "<a id=\"user-content-p12-a\">x</a>"),
  ])
  func `puts the scope into ids and fragments once`(html: String, expected: String) {
    #expect(sanitized(html, scope: "p12") == expected)
  }

  @Test(arguments: [
    ("<li>x</li>", "x"), ("<td>x</td>", "x"), ("<dt>x", "x"), ("<summary>x</summary>", "x"),
    ("<figcaption>x</figcaption>", "x"), ("<rt>x</rt>", "x"), ("<caption>x", "x"),
    ("<ul> <p>a</p>b</ul>", "<ul> <li><p>a</p>b</li></ul>"),
    ("<dl>a</dl>", "<dl><dd>a</dd></dl>"),
    (
      "<dl><dt>a<u>b<dl><dd>c</dl></dl>",
      "<dl><dt>a<u>b</u></dt><dd><dl><dd>c</dd></dl></dd></dl>"
    ),
    ("<ul><li>a<div><li>b</ul>", "<ul><li>a<div></div></li><li>b</li></ul>"),
    ("<ul><li>a<blockquote><li>b</ul>", "<ul><li>a<blockquote>b</blockquote></li></ul>"),
    ("<p>a<ul><li>b</ul>c", "<p>a</p><ul><li>b</li></ul>c"),
    (
      "<details><p>a</p><b><summary>x</details>",
      "<details><p>a</p><b></b><summary>x</summary></details>"
    ),
    (
      "<table><tr><td><table><tr><td>x</table>y</table>",
      "<table><tbody><tr><td><table><tbody><tr><td>x</td></tr></tbody></table>y</td></tr></tbody></table>"
    ),
    (
      "<b><table><tr><td>x</b>y</table>",
      "<b></b><table><tbody><tr><td>xy</td></tr></tbody></table>"
    ),
    ("<pre>a<p>b</pre>c", "<pre>a</pre><p>b</p>c"),
    ("<ruby>a<b><rt>b<rt>c</ruby>d", "<ruby>a<b></b><rt>b</rt><rt>c</rt></ruby>d"),
  ])
  func `gives every element a place that all parsers agree on`(html: String, expected: String) {
    #expect(sanitized(html) == expected)
  }
}
