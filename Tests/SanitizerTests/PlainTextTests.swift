import HTML
import Sanitizer
import Testing

@Suite struct `Plain text` {
  @Test(arguments: [
    ("<p>a <b>b</b>c</p><p>d</p>", "a bc\nd"),
    ("a<br>b", "a\nb"),
    ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
    ("<table><tr><td>a<td>b<tr><td>c</table>", "a b\nc"),
    ("&lt;b&gt; &amp;amp; &quot;", "<b> &amp; \""),
    ("  a \n b  ", "a b"),
    ("<p title=\"&lt;x&gt;\">œuvre</p>", "œuvre"),
    ("", ""),
  ])
  func `has the words and where they part`(html: String, expected: String) throws {
    #expect(try SanitizedHTML(sanitizing: html).plainText == expected)
  }
}
