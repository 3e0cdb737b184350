// One method per element that our pages use: the name in Swift is the name in HTML.

extension Page {
  /// `<main>`: what the page is for.
  @inlinable
  public mutating func main(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("main", attributes, content)
  }

  /// `<header>`: the head of a page or of a part.
  @inlinable
  public mutating func header(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("header", attributes, content)
  }

  /// `<footer>`: the foot of a page or of a part.
  @inlinable
  public mutating func footer(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("footer", attributes, content)
  }

  /// `<nav>`: links that lead around.
  @inlinable
  public mutating func nav(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("nav", attributes, content)
  }

  /// `<aside>`: what stands beside the main thing.
  @inlinable
  public mutating func aside(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("aside", attributes, content)
  }

  /// `<section>`: a part with a heading.
  @inlinable
  public mutating func section(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("section", attributes, content)
  }

  /// `<article>`: what could stand alone, such as a post.
  @inlinable
  public mutating func article(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("article", attributes, content)
  }

  /// `<div>`: a box without a meaning.
  @inlinable
  public mutating func div(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("div", attributes, content)
  }

  /// `<p>`: a paragraph.
  @inlinable
  public mutating func p(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("p", attributes, content)
  }

  /// `<span>`: a run of text without a meaning.
  @inlinable
  public mutating func span(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("span", attributes, content)
  }

  /// `<h1>`: the title of the page, once.
  @inlinable
  public mutating func h1(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("h1", attributes, content)
  }

  /// `<h2>`: a heading of the second level.
  @inlinable
  public mutating func h2(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("h2", attributes, content)
  }

  /// `<h3>`: a heading of the third level.
  @inlinable
  public mutating func h3(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("h3", attributes, content)
  }

  /// `<h4>`: a heading of the fourth level.
  @inlinable
  public mutating func h4(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("h4", attributes, content)
  }

  /// `<ul>`: a list without an order.
  @inlinable
  public mutating func ul(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("ul", attributes, content)
  }

  /// `<ol>`: a list in order.
  @inlinable
  public mutating func ol(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("ol", attributes, content)
  }

  /// `<li>`: an item of a list.
  @inlinable
  public mutating func li(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("li", attributes, content)
  }

  /// `<dl>`: names with what they mean.
  @inlinable
  public mutating func dl(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("dl", attributes, content)
  }

  /// `<dt>`: a name in such a list.
  @inlinable
  public mutating func dt(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("dt", attributes, content)
  }

  /// `<dd>`: what it means.
  @inlinable
  public mutating func dd(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("dd", attributes, content)
  }

  /// `<a>`: a link.
  @inlinable
  public mutating func a(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("a", attributes, content)
  }

  /// `<strong>`: what matters.
  @inlinable
  public mutating func strong(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("strong", attributes, content)
  }

  /// `<em>`: what is stressed.
  @inlinable
  public mutating func em(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("em", attributes, content)
  }

  /// `<small>`: a side remark.
  @inlinable
  public mutating func small(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("small", attributes, content)
  }

  /// `<del>`: what was taken out.
  @inlinable
  public mutating func del(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("del", attributes, content)
  }

  /// `<ins>`: what was put in.
  @inlinable
  public mutating func ins(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("ins", attributes, content)
  }

  /// `<mark>`: what is highlighted.
  @inlinable
  public mutating func mark(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("mark", attributes, content)
  }

  /// `<code>`: what a machine reads.
  @inlinable
  public mutating func code(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("code", attributes, content)
  }

  /// `<pre>`: text whose spaces count.
  @inlinable
  public mutating func pre(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("pre", attributes, content)
  }

  /// `<blockquote>`: what somebody else said.
  @inlinable
  public mutating func blockquote(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("blockquote", attributes, content)
  }

  /// `<figure>`: an image with its caption.
  @inlinable
  public mutating func figure(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("figure", attributes, content)
  }

  /// `<figcaption>`: that caption.
  @inlinable
  public mutating func figcaption(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("figcaption", attributes, content)
  }

  /// `<table>`: data in rows and columns.
  @inlinable
  public mutating func table(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("table", attributes, content)
  }

  /// `<caption>`: the title of a table.
  @inlinable
  public mutating func caption(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("caption", attributes, content)
  }

  /// `<thead>`: the rows of headings of a table.
  @inlinable
  public mutating func thead(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("thead", attributes, content)
  }

  /// `<tbody>`: the rows of data.
  @inlinable
  public mutating func tbody(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("tbody", attributes, content)
  }

  /// `<tr>`: a row.
  @inlinable
  public mutating func tr(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("tr", attributes, content)
  }

  /// `<th>`: a heading of a row or column.
  @inlinable
  public mutating func th(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("th", attributes, content)
  }

  /// `<td>`: a cell.
  @inlinable
  public mutating func td(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("td", attributes, content)
  }

  /// `<fieldset>`: controls that belong together.
  @inlinable
  public mutating func fieldset(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("fieldset", attributes, content)
  }

  /// `<legend>`: what they are about.
  @inlinable
  public mutating func legend(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("legend", attributes, content)
  }

  /// `<label>`: the name of a control.
  @inlinable
  public mutating func label(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("label", attributes, content)
  }

  /// `<button>`: what does something.
  @inlinable
  public mutating func button(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("button", attributes, content)
  }

  /// `<select>`: a choice among a few.
  @inlinable
  public mutating func select(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("select", attributes, content)
  }

  /// `<option>`: one of them.
  @inlinable
  public mutating func option(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("option", attributes, content)
  }

  /// `<textarea>`: text of several lines; a first line end inside is not shown.
  @inlinable
  public mutating func textarea(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("textarea", attributes, content)
  }

  /// `<details>`: what is shown on demand.
  @inlinable
  public mutating func details(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("details", attributes, content)
  }

  /// `<summary>`: what opens it.
  @inlinable
  public mutating func summary(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("summary", attributes, content)
  }

  /// `<time>`: a moment, also for machines.
  @inlinable
  public mutating func time(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("time", attributes, content)
  }

  /// `<abbr>`: something shortened.
  @inlinable
  public mutating func abbr(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("abbr", attributes, content)
  }

  /// `<cite>`: the title of a work.
  @inlinable
  public mutating func cite(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("cite", attributes, content)
  }

  /// `<kbd>`: a key.
  @inlinable
  public mutating func kbd(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("kbd", attributes, content)
  }

  /// `<output>`: what a script has computed.
  @inlinable
  public mutating func output(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("output", attributes, content)
  }

  /// `<html>`: the whole document.
  @inlinable
  public mutating func html(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("html", attributes, content)
  }

  /// `<head>`: what the page says of itself to machines.
  @inlinable
  public mutating func head(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("head", attributes, content)
  }

  /// `<body>`: what is seen.
  @inlinable
  public mutating func body(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("body", attributes, content)
  }

  /// `<title>`: the name of the page, for tabs and readers.
  @inlinable
  public mutating func title(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("title", attributes, content)
  }

  /// A form; the product adds what every form must carry.
  @inlinable
  public mutating func rawForm(_ attributes: [Attribute], content: (inout Page) -> Void) {
    element("form", attributes, content)
  }

  /// A script of ours, by its address: there is no inline script.
  public mutating func script(_ source: Address) {
    open("script", [.src(source), .flag("defer", true)])
    literal("</script>")
  }

  /// `<br>`: the end of a line.
  public mutating func br(_ attributes: Attribute...) {
    open("br", attributes)
  }

  /// `<hr>`: a break between two subjects.
  public mutating func hr(_ attributes: Attribute...) {
    open("hr", attributes)
  }

  /// `<img>`: an image.
  public mutating func img(_ attributes: Attribute...) {
    open("img", attributes)
  }

  /// `<input>`: a control.
  public mutating func input(_ attributes: Attribute...) {
    open("input", attributes)
  }

  /// `<link>`: what belongs to the page.
  public mutating func link(_ attributes: Attribute...) {
    open("link", attributes)
  }

  /// `<meta>`: a fact about the page.
  public mutating func meta(_ attributes: Attribute...) {
    open("meta", attributes)
  }

  /// `<col>`: a column of a table.
  public mutating func col(_ attributes: Attribute...) {
    open("col", attributes)
  }

  /// `<wbr>`: where a long word may be broken.
  public mutating func wbr(_ attributes: Attribute...) {
    open("wbr", attributes)
  }
}
