import Testing

@Suite struct `The strict reader` {
  @Test(arguments: [
    "<script></script>", "<p onclick=\"x\"></p>", "<p title=\"<\"></p>", "<p title='x'></p>",
    "<p", "<p>", "</p>", "<b><i></b></i>", "a & b", "&colon;", "a > b", "<br/>", "<BR>",
    "<p><div></div></p>", "<b><p></p></b>", "<li></li>", "<ul>x</ul>", "<ul><p></p></ul>",
    "<table><tr></tr></table>", "<a><b><a></a></b></a>", "<a href=\"javascript:x\"></a>",
    "<a href=\"//x\"></a>", "<a href=\"https:x\"></a>", "<a href=\"#x\"></a>",
    "<a href=\"javascript&#39;\" href=\"x\"></a>", "<p id=\"x\"></p>", "<img>",
    "<img src=\"https://x.y\" alt=\"\" loading=\"lazy\" decoding=\"async\">",
    "<img src=\"/fichiers/../x\" alt=\"\" loading=\"lazy\" decoding=\"async\">",
    "<input type=\"text\" disabled=\"\">", "<pre>\nx</pre>", "\u{01}", "\u{85}", "\u{FEFF}",
    "<section></section>", "<rt></rt>", "<td></td>", "<!-- -->", "<p class=\"x\"></p>",
    String(repeating: "<div>", count: 129) + String(repeating: "</div>", count: 129),
  ])
  func `accepts nothing else`(html: String) {
    #expect(throws: Violation.self) { try StrictReader.check(Array(html.utf8)) }
  }

  @Test func `accepts no invalid UTF-8`() {
    #expect(throws: Violation.self) { try StrictReader.check([0xC3]) }
  }
}
