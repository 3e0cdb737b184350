import HTML
import Sanitizer
import Testing

@Suite struct `A limit` {
  @Test func `on open elements refuses`() {
    #expect(refusal("<div>" * 255) == nil)
    #expect(refusal("<div>" * 256) == .tooDeep)
    #expect(refusal("<b>" * 200_000 + "</i>" * 200_000) == .tooDeep)
    #expect(refusal("<b>" * 200_000 + "<body>" * 200_000) == .tooDeep)
    #expect(refusal("<p></p>" * 1_000) == nil)
  }

  @Test func `on depth drops the tag and keeps the content`() throws {
    let result = sanitized(
      "<div>" * 200 + "x<p>y<ul><li>z<table><tr><td>t<br><img src=/fichiers/a>")
    #expect(result == "<div>" * 128 + "xyzt" + "</div>" * 128)
    try StrictReader.check(Array(sanitized("<div>" * 125 + "<table>x<ul>y<dl>z<b><i>t").utf8))
    try StrictReader.check(Array(sanitized("<div>" * 124 + "<table>x<ul>y<dl>z<b><i>t").utf8))
    try StrictReader.check(Array(sanitized("<div>" * 126 + "<ul>x<b>y").utf8))
  }

  @Test func `on one tag refuses`() {
    #expect(refusal("<p title=\"\("a" * 12_000)\">x") == nil)
    #expect(refusal("<p title=\"\("a" * 40_000)\">x") == .tagTooLong)
    #expect(refusal("<p \("a " * 20_000)>x") == .tagTooLong)
    #expect(refusal("<\("a" * 40_000)>x") == .tagTooLong)
  }

  @Test func `on one tag spares comments, instructions, text and lost end tags`() {
    #expect(sanitized("a<!--\("b" * 60_000)-->c") == "ac")
    #expect(sanitized("a<?x \("b" * 60_000)>c") == "ac")
    #expect(sanitized("b" * 60_000) == "b" * 60_000)
    #expect(sanitized("a" + "</i>" * 20_000 + "b") == "ab")
    #expect(sanitized("a" + "</body>" * 20_000 + "b") == "ab")
    #expect(sanitized("a<script>\("b" * 60_000)</script>c") == "ac")
  }

  @Test func `on one tag spares a pasted picture`() {
    #expect(sanitized("a<img src=\"data:image/png;base64,\("A" * 100_000)\">b") == "ab")
    #expect(sanitized("base64,\("A" * 512)") == "base64,\("A" * 512)")
    #expect(sanitized("base64,\("A" * 513) x") == "base64, x")
  }

  @Test func `on attributes refuses`() {
    let tag = "<p " + (0..<3_000).map { "a\($0) " }.joined() + ">"
    #expect(tag.utf8.count < 20_000)
    let short = "<p " + (0..<2_000).map { "a\($0) " }.joined() + ">"
    #expect(refusal(short) == nil)
    #expect(refusal(short * 51) == .tooManyAttributes)
    #expect(refusal("<body>" + short.replacing("<p", with: "<body") * 200) == .tooManyAttributes)
  }

  @Test func `on end tags without a start refuses`() {
    #expect(refusal("<b>" * 250 + "</i>" * 1_000_000) == .tooManyAttributes)
  }

  @Test func `on names refuses`() {
    #expect(refusal((0..<100_000).map { "<x\($0)></x\($0)>" }.joined()) == .tooManyNames)
  }

  @Test func `on output refuses what grows`() {
    #expect(refusal("<table>x</table>" * 1_000) == nil)
    #expect(refusal("<img src=/fichiers/a>" * 100_000) == nil)
    #expect(refusal("<ol>x</ol>" * 10) == nil)
    #expect(sanitized("`" * 100_000) == "`" * 100_000)
  }

  @Test(arguments: [
    "<div>", "<b>", "<p>", "<table>", "<ul><li>", "<a href=x>", "&", "&amp;", "&#39;", "&zzz;",
    "<", "</", "<!--", "<![", "<?", "<!", "'", "\"", "<p title=\"", "<td>", "<wbr>", "<x></x>",
    "</i>", "<body>", "<script>", "<svg>", "\n", "é", "\0", "<br>", "base64,", "<p a b c d>",
  ])
  func `on time holds for a long repetition`(piece: String) {
    // A minute on the clock would tell; the counters behind the limits do not depend on it.
    let html = piece * (300_000 / piece.utf8.count)
    let result = sanitized(html)
    #expect(result.utf8.count <= html.utf8.count * 6 + 65_536)
  }

  @Test func `on the written tag lets what we wrote be read again`() throws {
    let quotes = "'" * 512
    let html =
      "<img src=\"/fichiers/\("&amp;" * 1_200)\" alt=\"\("'" * 1_024)\" title=\"\(quotes)\" "
      + "id=\"\("a" * 96)\" lang=fr width=10 height=10>"
    let once = try SanitizedHTML(sanitizing: html * 20)
    #expect(once.utf8.count > 20 * 12_000)
    #expect(try SanitizedHTML(sanitizing: once.utf8) == once)
  }
}
