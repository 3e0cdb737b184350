import Testing

@testable import Preau

@Suite struct `Links of an archive` {
  private func relative(_ html: String) -> String {
    String(
      decoding: ArchiveLinks(
        threads: [12],
        files: ["/fichiers/a": "fichiers/1.jpg", "/fichiers/a/vignette": "fichiers/1-petite.jpg"],
        site: "https://preau.test"
      ).relative(Array(html.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("<a href=\"/fils/12-x?page=2#message-30\">x</a>", "<a href=\"fil-12.html#message-30\">x</a>"),
    ("<a class=\"y\" href=\"/fils/12\">x</a>", "<a class=\"y\" href=\"fil-12.html\">x</a>"),
    ("<a href=\"/fils/13\">x</a>", "<a href=\"https://preau.test/fils/13\">x</a>"),
    (
      "<a href=\"/fichiers/a\"><img src=\"/fichiers/a/vignette\"></a>",
      "<a href=\"fichiers/1.jpg\"><img src=\"fichiers/1-petite.jpg\"></a>"
    ),
    ("<img src=\"/fichiers/b\">", "<img src=\"https://preau.test/fichiers/b\">"),
    ("<a href=\"/membres/5\">x</a>", "<a href=\"https://preau.test/membres/5\">x</a>"),
    ("<a href=\"https://x.fr/\">x</a>", "<a href=\"https://x.fr/\">x</a>"),
    ("<p>on écrit href=\"/fils/12\" ici</p>", "<p>on écrit href=\"/fils/12\" ici</p>"),
    ("<a href=\"/", "<a href=\"https://preau.test/"),
  ])
  func `lead to the archive, or to the site by its full address`(html: String, written: String) {
    #expect(relative(html) == written)
  }
}
