// One method per element that our pages use: the name in Swift is the name in HTML.

extension Page {
  @inlinable
  public mutating func main(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("main", attributes, content)
  }

  @inlinable
  public mutating func header(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("header", attributes, content)
  }

  @inlinable
  public mutating func footer(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("footer", attributes, content)
  }

  @inlinable
  public mutating func nav(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("nav", attributes, content)
  }

  @inlinable
  public mutating func aside(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("aside", attributes, content)
  }

  @inlinable
  public mutating func section(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("section", attributes, content)
  }

  @inlinable
  public mutating func article(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("article", attributes, content)
  }

  @inlinable
  public mutating func div(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("div", attributes, content)
  }

  @inlinable
  public mutating func p(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("p", attributes, content)
  }

  @inlinable
  public mutating func span(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("span", attributes, content)
  }

  @inlinable
  public mutating func h1(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("h1", attributes, content)
  }

  @inlinable
  public mutating func h2(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("h2", attributes, content)
  }

  @inlinable
  public mutating func h3(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("h3", attributes, content)
  }

  @inlinable
  public mutating func h4(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("h4", attributes, content)
  }

  @inlinable
  public mutating func ul(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("ul", attributes, content)
  }

  @inlinable
  public mutating func ol(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("ol", attributes, content)
  }

  @inlinable
  public mutating func li(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("li", attributes, content)
  }

  @inlinable
  public mutating func dl(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("dl", attributes, content)
  }

  @inlinable
  public mutating func dt(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("dt", attributes, content)
  }

  @inlinable
  public mutating func dd(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("dd", attributes, content)
  }

  @inlinable
  public mutating func a(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("a", attributes, content)
  }

  @inlinable
  public mutating func strong(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("strong", attributes, content)
  }

  @inlinable
  public mutating func em(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("em", attributes, content)
  }

  @inlinable
  public mutating func small(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("small", attributes, content)
  }

  @inlinable
  public mutating func del(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("del", attributes, content)
  }

  @inlinable
  public mutating func ins(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("ins", attributes, content)
  }

  @inlinable
  public mutating func mark(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("mark", attributes, content)
  }

  @inlinable
  public mutating func code(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("code", attributes, content)
  }

  @inlinable
  public mutating func pre(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("pre", attributes, content)
  }

  @inlinable
  public mutating func blockquote(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("blockquote", attributes, content)
  }

  @inlinable
  public mutating func figure(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("figure", attributes, content)
  }

  @inlinable
  public mutating func figcaption(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("figcaption", attributes, content)
  }

  @inlinable
  public mutating func table(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("table", attributes, content)
  }

  @inlinable
  public mutating func caption(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("caption", attributes, content)
  }

  @inlinable
  public mutating func thead(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("thead", attributes, content)
  }

  @inlinable
  public mutating func tbody(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("tbody", attributes, content)
  }

  @inlinable
  public mutating func tr(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("tr", attributes, content)
  }

  @inlinable
  public mutating func th(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("th", attributes, content)
  }

  @inlinable
  public mutating func td(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("td", attributes, content)
  }

  @inlinable
  public mutating func fieldset(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("fieldset", attributes, content)
  }

  @inlinable
  public mutating func legend(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("legend", attributes, content)
  }

  @inlinable
  public mutating func label(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("label", attributes, content)
  }

  @inlinable
  public mutating func button(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("button", attributes, content)
  }

  @inlinable
  public mutating func select(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("select", attributes, content)
  }

  @inlinable
  public mutating func option(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("option", attributes, content)
  }

  @inlinable
  public mutating func textarea(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("textarea", attributes, content)
  }

  @inlinable
  public mutating func details(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("details", attributes, content)
  }

  @inlinable
  public mutating func summary(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("summary", attributes, content)
  }

  @inlinable
  public mutating func time(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("time", attributes, content)
  }

  @inlinable
  public mutating func abbr(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("abbr", attributes, content)
  }

  @inlinable
  public mutating func cite(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("cite", attributes, content)
  }

  @inlinable
  public mutating func kbd(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("kbd", attributes, content)
  }

  @inlinable
  public mutating func output(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("output", attributes, content)
  }

  @inlinable
  public mutating func html(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("html", attributes, content)
  }

  @inlinable
  public mutating func head(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("head", attributes, content)
  }

  @inlinable
  public mutating func body(_ attributes: Attribute..., content: (inout Page) -> Void) {
    element("body", attributes, content)
  }

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

  public mutating func br(_ attributes: Attribute...) {
    open("br", attributes)
  }

  public mutating func hr(_ attributes: Attribute...) {
    open("hr", attributes)
  }

  public mutating func img(_ attributes: Attribute...) {
    open("img", attributes)
  }

  public mutating func input(_ attributes: Attribute...) {
    open("input", attributes)
  }

  public mutating func link(_ attributes: Attribute...) {
    open("link", attributes)
  }

  public mutating func meta(_ attributes: Attribute...) {
    open("meta", attributes)
  }

  public mutating func col(_ attributes: Attribute...) {
    open("col", attributes)
  }

  public mutating func wbr(_ attributes: Attribute...) {
    open("wbr", attributes)
  }
}
