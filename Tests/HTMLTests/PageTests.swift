import Foundation
import Testing

@testable import HTML

@Suite struct `Writing a page` {
  func written(_ write: (inout Page) -> Void) -> String {
    var page = Page()
    write(&page)
    return String(decoding: page.utf8, as: UTF8.self)
  }

  @Test(arguments: [
    ("<b>&\"'</b>", "&lt;b&gt;&amp;\"'&lt;/b&gt;"),
    ("&amp;", "&amp;amp;"),
    ("été 🎒", "été 🎒"),
    ("", ""),
  ])
  func `text is escaped`(text: String, expected: String) {
    #expect(written { $0.text(text) } == expected)
  }

  @Test func `attribute values cannot end their quotes`() {
    let html = written { $0.p(.title("\" onclick='x' <&>")) { _ in } }
    #expect(html == "<p title=\"&quot; onclick=&#39;x&#39; &lt;&amp;&gt;\"></p>")
  }

  @Test func `flags and absent attributes`() {
    let html = written {
      $0.input(.type("checkbox"), .flag("checked", true), .flag("disabled", false))
    }
    #expect(html == "<input type=\"checkbox\" checked>")
  }
}

@Suite struct `A data block` {
  @Test(arguments: [
    "</script><script>alert(1)</script>", "a & b", "\u{2028}\u{2029}", "\"\\\n\u{1}\u{7F}", "été 🎒",
  ])
  func `cannot be left, and gives the same text back`(text: String) throws {
    var page = Page()
    page.linkedData(.members(["name": .text(text), "absent": nil, "list": .list([.number(1)])]))
    let html = String(decoding: page.utf8, as: UTF8.self)
    let start = "<script type=\"application/ld+json\">"
    #expect(html.hasPrefix(start) && html.hasSuffix("</script>"))
    let block = html.dropFirst(start.count).dropLast("</script>".count)
    #expect(!block.contains { "<>&\u{2028}\u{2029}".contains($0) })
    let read = try JSONSerialization.jsonObject(with: Data(block.utf8)) as? [String: Any]
    #expect(read?["name"] as? String == text)
    #expect(read?.count == 2)
  }
}

@Suite struct `Addresses` {
  @Test func `what is put into an address stays in its place`() {
    let address: Address = "/espaces/\("../a?b#c/d é")/\(12)"
    #expect(address.text == "/espaces/..%2Fa%3Fb%23c%2Fd%20%C3%A9/12")
  }

  @Test(arguments: [
    "javascript:alert(1)", "//evil", "http://", "https:/x", "data:,", " https://a b",
  ])
  func `only http and https lead elsewhere`(text: String) {
    #expect(Address(elsewhere: text) == nil)
  }

  @Test(arguments: ["//evil", "/\\evil", "https://evil", "", "evil", "/a\nb", "/a b"])
  func `a return address stays on the site`(text: String) {
    #expect(Address(ownPath: text) == nil)
  }

  @Test func `pairs are added to a query`() {
    let address: Address = "/recherche"
    #expect(
      address.adding("q", "à & b").adding("page", "2").text
        == "/recherche?q=%C3%A0%20%26%20b&page=2")
  }

  @Test(arguments: [8, 100, 4_096])
  func `written into an array it is the same, whatever room there is`(capacity: Int) {
    func write(_ page: inout Page) {
      for number in 0..<40 {
        page.p { page in
          page.text("R&D ")
          page.number(number)
        }
      }
    }
    var page = Page()
    write(&page)
    #expect(Page.bytes(capacity: capacity, write) == page.utf8)
  }

  @Test func `a part that was written before is put in as it is`() {
    let part = Written { $0.p { $0.text("1 < 2") } }
    var page = Page()
    page.written(part)
    page.written(part)
    #expect(String(decoding: page.utf8, as: UTF8.self) == "<p>1 &lt; 2</p><p>1 &lt; 2</p>")
    #expect(part.count == 15)
  }
}
