import HTML
import Sanitizer
import Testing

@Suite struct `Sanitizing` {
  func s(_ html: String) -> String {
    do { return String(decoding: try SanitizedHTML(sanitizing: html, scope: nil).utf8, as: UTF8.self) } catch { return "REFUSED \(error)" }
  }
  @Test func `x`() throws {
    for i in ["javascript&colon;alert(1)", "<a href='javascript&colon;alert(1)'>x</a>", "<a href='javascript:alert(1)'>x</a>", "<p>é&eacute;&#146;élève<b>x<p>y</b>z", "<ul>a<li>b<li>c</ul>d", "<table>x<tr><td>1<td>2</table>", "<img src=https://a.b/c?d&e alt='A \"q\"'>", "<img src=/fichiers/a.png width=30>", "<pre>\n\nfoo</pre><wbr>a<wbr>b", "<input type=checkbox checked>", "<script>alert(1)</script>z<svg><p>x</svg>y", "<h1 id=a>t</h1><a href=#a>x</a>", "<html><head><title>t</title></head><body><p>x</body></html>", "</x-r><p>a</p>b"] {
      print(i, " => ", s(i))
    }
    for m in ["# Hi\n\n| a | b |\n|-|-:|\n| 1 | 2 |\n\n~~x~~ [^1] https://x.org\n\n- [x] done\n\n[^1]: note", "```swift\nlet a = 1\n```"] {
      let h = try SanitizedHTML(markdown: m, scope: "p12")
      print(String(decoding: h.utf8, as: UTF8.self)); print(h.plainText)
    }
  }
}
