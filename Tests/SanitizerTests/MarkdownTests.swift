import HTML
import Sanitizer
import Testing

@Suite struct `Markdown` {
  @Test(arguments: [
    (
      "# Titre\n\nUn *deux* **trois** `quatre`",
      "<h2>Titre</h2>\n<p>Un <em>deux</em> <strong>trois</strong> <code>quatre</code></p>\n"
    ),
    ("~~a~~", "<p><del>a</del></p>\n"),
    (
      "- [x] a\n- [ ] b",
      "<ul>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\"> a</li>\n<li><input type=\"checkbox\" disabled=\"\"> b</li>\n</ul>\n"
    ),
    (
      "https://x.y",
      "<p><a href=\"https://x.y\" rel=\"nofollow ugc noopener\">https://x.y</a></p>\n"
    ),
    ("[a](javascript:x)", "<p><a>a</a></p>\n"),
    ("[a](javascript&colon;x)", "<p><a>a</a></p>\n"),
    ("<script>alert(1)</script>\n\na <b onclick=x>b</b>", "\n<p>a <b>b</b></p>\n"),
    ("```swift\na < b\n```", "<pre><code class=\"language-swift\">a &lt; b\n</code></pre>\n"),
    (
      "![a](/fichiers/1.png)",
      "<p><img src=\"/fichiers/1.png\" alt=\"a\" loading=\"lazy\" decoding=\"async\"></p>\n"
    ),
    ("$a_b$ et $c_d$", "<p>$a_b$ et $c_d$</p>\n"),
    ("", ""),
  ])
  func `becomes clean markup`(markdown: String, expected: String) {
    #expect(rendered(markdown) == expected)
  }

  @Test func `has tables`() {
    let html = rendered("| a | b |\n|---|--:|\n| c | d |")
    #expect(html.contains("<th align=\"right\">b</th>"))
    #expect(html.contains("<td align=\"right\">d</td>"))
  }

  @Test func `has footnotes that stay apart on one page`() {
    let html = rendered("a[^été]\n\n[^été]: b", scope: "p12")
    #expect(html.contains("<section class=\"footnotes\">"))
    let name = "user-content-p12-fn-%C3%A9t%C3%A9"
    #expect(html.contains("href=\"#\(name)\""))
    #expect(html.contains("<li id=\"\(name)\">"))
  }

  @Test func `makes no header of an empty corner`() {
    let html = rendered("| | a |\n|:-:|---|\n| b | |")
    #expect(html.contains("<td align=\"center\"></td>\n<th>a</th>"), "\(html)")
    #expect(rendered("x <th></th> `<th></th>`").contains("&lt;th&gt;&lt;/th&gt;"))
  }

  @Test func `with tables that would grow is refused`() {
    let columns = 3_000
    let table =
      "|" + "a|" * columns + "\n|" + "-|" * columns + "\n" + "a\n" * 2_600
    #expect(refusal(markdown: table) == .tableTooLarge)
    #expect(refusal(markdown: "> " + table.replacing("\n", with: "\n> ")) == .tableTooLarge)
    #expect(refusal(markdown: "|a|b|\n|-|-|\n" + "|c|d|\n" * 1_000) == nil)
  }

  @Test func `with references that would grow is refused`() {
    let definition = "[a]: <\("x" * 100_000)>\n\n"
    #expect(refusal(markdown: definition + "[a] " * 5_000) == .tooManyReferences)
    #expect(refusal(markdown: "[a]: <\("x" * 3_000)>\n\n" + "[a] " * 10) == nil)
    #expect(refusal(markdown: "> [a\n> b]: <\("x" * 100_000)>\n\n" + "[a b]" * 5_000) != nil)
  }

  @Test func `with footnotes that would grow is refused`() {
    #expect(refusal(markdown: "[^1]" * 50_000 + "\n\n[^1]: a") == .tooMuchOutput)
  }

  @Test func `with more marks than text is refused`() {
    #expect(refusal(markdown: "*a" * 900_000) == .tooMuchMarkup)
    #expect(refusal(markdown: "- a\n" * 400_000) == .tooMuchMarkup)
    #expect(refusal(markdown: ">" * 300 + "a") == .tooDeep)
    #expect(refusal(markdown: "- " * 300 + "a") == .tooDeep)
    #expect(refusal(markdown: "Une phrase, puis une autre.\n" * 40_000) == nil)
  }

  @Test func `is the same from many threads at once`() async {
    let source = "| a | ~~b~~ |\n|---|---|\n| www.x.org | [^1] |\n\n- [x] c\n\n[^1]: ~~d~~\n" * 20
    let expected = rendered(source)
    let results = await withTaskGroup(of: String.self) { group in
      for _ in 0..<200 { group.addTask { rendered(source) } }
      return await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(results == [expected])
  }
}
