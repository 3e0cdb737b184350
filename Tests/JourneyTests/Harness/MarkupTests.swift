import TestSupport
import Testing

@Suite struct `Reading a page` {
  private static func page(_ body: String) -> String {
    "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>T</title></head>"
      + "<body><main><h1>Un</h1>\(body)</main></body></html>"
  }

  @Test func `a good page has no problem`() {
    let html = Self.page(
      """
      <!-- a <b> comment -->
      <p>Un &amp; deux&nbsp;: <a href="#x">lien</a><br>fin</p><h2 id="x">Deux</h2><h3>Trois</h3>
      <h2>Retour</h2><ul><li>un</li></ul><img src="a.svg" alt="">
      <svg viewBox="0 0 1 1"><path d="M0 0"/></svg>
      <form action="/f"><label for="q">Quoi</label><input id="q" name="q">
      <label><input type="checkbox" name="c"> Oui</label><button>Aller</button></form>
      <script src="/s.js"></script><script type="application/ld+json">{"a":"</p>"}</script>
      """)
    #expect(Markup.problems(in: html) == [])
  }

  @Test(arguments: [
    ("<p>open", "<p> not closed"), ("<div></span></div>", "</span> closes nothing"),
    ("<b><i>x</b></i>", "<i> not closed"), ("<p><div>x</div></p>", "<div> inside <p>"),
    ("<a href=\"/a\"><button>x</button></a>", "<button> inside <a>"),
    ("<div/>", "not closed by its slash"), ("<p class=x>y</p>", "not quoted"),
    ("<p id=\"a\"></p><p id=\"a\"></p>", "two elements with the id a"),
    ("<p class=\"a\" class=\"b\"></p>", "two class"), ("a & b", "not an entity"),
    ("<h3>x</h3>", "h3 after h1"), ("<h1>x</h1>", "2 <h1>"), ("<h2></h2>", "an empty h2"),
    ("<img src=\"a\">", "without alt"), ("<label>x</label>", "a label of nothing"),
    ("<label for=\"no\">x</label>", "for points at nothing"),
    ("<input name=\"q\">", "a control without label: q"), ("<a href=\"/a\"></a>", "without words"),
    ("<a href=\"#no\">x</a>", "a link to nothing"),
    ("<p style=\"color:red\">x</p>", "inline style"),
    ("<script>x</script>", "inline <script>"), ("<li>x</li>", "<li> inside <main>"),
    ("1 < 2", "a bare <"),
  ])
  func `each fault is named`(body: String, problem: String) {
    let problems = Markup.problems(in: Self.page(body))
    #expect(problems.contains { $0.contains(problem) }, "\(problems)")
  }

  @Test func `a page says its language and has a doctype`() {
    #expect(
      Markup.problems(in: "<html><head><title>T</title></head><main><h1>a</h1></main></html>")
        == ["no doctype", "no lang on <html>"])
  }

  @Test func `words read as on screen`() {
    let page = Page(Self.page("<p>a<b>b</b>\n c</p><p>d\u{202F}!&nbsp;</p><script>no</script>"))
    #expect(page.text == "Un ab c d\u{202F}!\u{A0}")
    #expect(page.title == "T")
    #expect(page.h1 == "Un")
  }

  @Test(arguments: [
    ("p", 3), (".post", 2), ("p.post", 1), ("#un", 1), ("div p", 2), ("div > p", 1),
    ("[data-x]", 1), ("p[data-x=\"1 > 2\"]", 1), ("div, p", 4), ("main *", 6), ("div span p", 0),
  ])
  func `selectors choose as style sheets do`(selector: String, count: Int) {
    let page = Page(
      Self.page(
        "<div id=\"un\" class=\"a post\"><p class=\"post\">x</p>"
          + "<section><p data-x=\"1 > 2\">y</p></section></div><p>z</p>"))
    #expect(page.all(selector).count == count)
  }
}
