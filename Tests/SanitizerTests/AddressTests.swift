import Sanitizer
import Testing

@Suite struct `An address` {
  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:x", " javascript:x", "\tjava\nscript:x", "&#1;javascript:x",
    "&#106;avascript&#58;x", "java&#x0A;script:x", "vbscript:x", "data:text/html,x", "file:///x",
    "ftp://x.y", "ws://x", "blob:x", "about:blank", ":x", "x y:z", "é:x", "https:", "https:x",
    "https:/x.y", "https://", "https:///x.y", "https://?x", "https://:80", "http:\\\\x.y",
    "//x.y", "/\\x.y", "\\x", "\\\\x.y", "/\t/x.y", "#", "#user-content-", "", " ", "mailto:",
    "a&#127;b", "https://x.y/&#127;", "feed:https://x.y", "view-source:x", "intent://x",
  ])
  func `is refused and the text of the link stays`(address: String) {
    #expect(sanitized("<a href=\"\(address)\">x</a>") == "<a>x</a>")
  }

  @Test(arguments: [
    ("/fils/1", "/fils/1"), ("a/b.html?c=d#e", "a/b.html?c=d#e"), ("?page=2", "?page=2"),
    ("./x:y", "./x:y"), ("mailto:a@b.c", "mailto:a@b.c"), ("TEL:+33 1", "tel:+33%201"),
    (" /a\nb ", "/ab"), ("/a b\"<>^{|}`", "/a%20b%22%3C%3E%5E%7B%7C%7D%60"), ("/a\\b", "/a%5Cb"),
    ("/é?a=1&amp;b='2'", "/é?a=1&amp;b=&#39;2&#39;"), ("#a", "#user-content-a"),
    ("#user-content-a", "#user-content-a"), ("/a%20b", "/a%20b"), ("/a&colon;b", "/a&amp;colon;b"),
  ])
  func `is cleaned`(address: String, expected: String) {
    let quoted = address.replacing("\"", with: "&quot;")
    #expect(sanitized("<a href=\"\(quoted)\">x</a>") == "<a href=\"\(expected)\">x</a>")
  }

  @Test(arguments: ["http://x.y", "HTTPS://X.y/Z?a#b", "https://[::1]/", "https://été.fr"])
  func `elsewhere says that we do not vouch for it`(address: String) {
    let scheme = address.prefix { $0 != ":" }
    let written = scheme.lowercased() + address.dropFirst(scheme.count)
    #expect(
      sanitized("<a href=\"\(address)\" target=_blank rel=opener>x</a>")
        == "<a href=\"\(written)\" rel=\"nofollow ugc noopener\">x</a>")
  }

  @Test func `is at most 4,096 bytes long`() {
    #expect(sanitized("<a href=\"/\("a" * 4_095)\">x</a>") == "<a href=\"/\("a" * 4_095)\">x</a>")
    #expect(sanitized("<a href=\"/\("a" * 4_096)\">x</a>") == "<a>x</a>")
    #expect(sanitized("<a href=\"/\("^" * 2_000)\">x</a>") == "<a>x</a>")
  }

  @Test(arguments: [
    "/fichiers/../a", "/fichiers/a/..", "/fichiers/%2e%2E/a", "/fichiers/.%2e/a", "/fichiers/./a",
    "/fichiers/a%2f..%2fb", "/fichiers/..\\a", "/fichiers/", "/autre/a.png", "a.png", "#a",
    "data:image/png;base64,AAAA", "javascript:x", "//x.y/z.png", "mailto:a@b.c", "",
  ])
  func `of an image that is not ours is dropped`(address: String) {
    #expect(sanitized("a<img src=\"\(address)\" alt=b>c") == "ac")
  }

  @Test(arguments: [
    (
      "<img src=/fichiers/1/a.png>",
      "<img src=\"/fichiers/1/a.png\" alt=\"\" loading=\"lazy\" decoding=\"async\">"
    ),
    (
      "<image src=/fichiers/a..b onerror=x>",
      "<img src=\"/fichiers/a..b\" alt=\"\" loading=\"lazy\" decoding=\"async\">"
    ),
    (
      "<img src=https://x.y/z.png alt=\"a &amp; b\">",
      "<a href=\"https://x.y/z.png\" rel=\"nofollow ugc noopener\">a &amp; b</a>"
    ),
    (
      "<img src=https://x.y/z.png alt=\" \">",
      "<a href=\"https://x.y/z.png\" rel=\"nofollow ugc noopener\">https://x.y/z.png</a>"
    ),
    ("<a href=/1><img src=https://x.y/z.png alt=b></a>", "<a href=\"/1\">b</a>"),
    ("<a href=/1><img src=https://x.y/z.png></a>", "<a href=\"/1\">https://x.y/z.png</a>"),
    (
      "<ul><img src=https://x.y/z.png alt=b></ul>",
      "<ul><li><a href=\"https://x.y/z.png\" rel=\"nofollow ugc noopener\">b</a></li></ul>"
    ),
    ("<img alt=x>", ""),
  ])
  func `of an image is ours or becomes a link`(html: String, expected: String) {
    #expect(sanitized(html) == expected)
  }

  @Test func `of an image may be elsewhere when a site says so`() {
    let options = SanitizingOptions(keepsRemoteImages: true)
    #expect(
      sanitized("<img src=https://x.y/z.png alt=b>", options: options)
        == "<img src=\"https://x.y/z.png\" alt=\"b\" loading=\"lazy\" decoding=\"async\">")
    #expect(sanitized("<img src=http://x.y/z.png alt=b>", options: options).hasPrefix("<a "))
  }

  @Test func `of an image has words cut between characters`() {
    let long = "é" * 600
    let result = sanitized("<img src=/fichiers/a alt=\"a\(long)\">")
    #expect(result.contains(" alt=\"a\("é" * 511)\" "))
  }
}
