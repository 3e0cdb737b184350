import Testing
import XML

@Suite struct `Reading XML` {
  @Test func `names go by their namespace, whatever the prefix`() throws {
    let one = try events("<a xmlns=\"urn:x\" xmlns:y=\"urn:y\" y:k=\"1\" k=\"2\"/>")
    let other = try events("<q:a xmlns:q=\"urn:x\" xmlns:z=\"urn:y\" z:k=\"1\" k=\"2\"/>")
    #expect(one == other)
    guard case .start(let element) = one.first else {
      Issue.record("no element")
      return
    }
    #expect(element.name == XMLName("urn:x", "a"))
    #expect(element[XMLName("urn:y", "k")] == "1")
    #expect(element[XMLName("", "k")] == "2")
  }

  @Test func `a text comes whole, with references and CDATA, and comments pass`() throws {
    let text = "<a>Œufs &amp; <!-- ici --><![CDATA[<lait>]]> &#x20AC;&lt;<?x y?></a>"
    #expect(try texts(text) == ["Œufs & <lait> €<"])
  }

  @Test func `references in attributes are replaced, once`() throws {
    let text = "<a k=\"&amp;lt; &#38;#38; &#x26; &lt;&gt;&quot;&apos;&#233;\"/>"
    guard case .start(let element) = try events(text).first else {
      Issue.record("no element")
      return
    }
    #expect(element[XMLName("", "k")] == "&lt; &#38; & <>\"'é")
  }

  @Test func `a long text comes in one piece`() throws {
    let long = String(repeating: "é", count: 200_000)
    #expect(try texts("<a>\(long)</a>") == [long])
  }

  @Test func `other encodings become UTF-8`() throws {
    let bytes = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>".utf8) + [0xE9]
    var read: [XMLEvent] = []
    try XMLReader().read(bytes + Array("</a>".utf8)) { read.append($0) }
    #expect(read.contains(.text("é")))
  }

  @Test func `what the taker throws ends the reading`() throws {
    struct Enough: Error {}
    var count = 0
    #expect(throws: Enough.self) {
      try XMLReader().read(Array("<a><b/><b/><b/></a>".utf8)) { _ in
        count += 1
        if count == 2 { throw Enough() }
      }
    }
    #expect(count == 2)
  }

  @Test func `what the writer wrote is read back`() throws {
    var xml = XMLWriter()
    xml.element("a", [("k", "\"<&>'\r\n\u{1}é")]) { xml in
      xml.element("b", text: "]]> & <b>\u{FFFE} é 🦉")
    }
    var read: [XMLEvent] = []
    try XMLReader().read(xml.utf8) { read.append($0) }
    guard case .start(let element) = read.first else {
      Issue.record("no element")
      return
    }
    #expect(element[XMLName("", "k")] == "\"<&>'\r é")
    #expect(read.contains(.text("]]> & <b> é 🦉")))
  }
}

@Suite struct `Hostile XML` {
  @Test(arguments: [
    // Billion laughs, and one that is long rather than deep.
    "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;\">]><a>&y;</a>",
    "<!DOCTYPE a [<!ENTITY x \"ha\">]><a k=\"&x;\"/>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:1/\">]><a>&x;</a>",
    "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><a>&x;</a>",
    "<a>&nbsp;</a>",
  ])
  func `an entity of its own is refused`(_ text: String) {
    #expect(reason(text) == .entity)
  }

  @Test func `a parameter entity fetches nothing`() {
    let text = "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><a/>"
    #expect(reason(text) == .entity)
  }

  @Test func `an attribute from the document type is refused`() {
    #expect(reason("<!DOCTYPE a [<!ATTLIST a k CDATA \"v\">]><a/>") == .documentType)
  }

  @Test func `a document type that is not needed passes`() throws {
    let text = "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\" [<!ENTITY x \"y\">]><a>b</a>"
    #expect(try texts(text) == ["b"])
  }

  @Test func `depth is bounded`() throws {
    let most = 256
    let fits = String(repeating: "<a>", count: most) + String(repeating: "</a>", count: most)
    #expect(try events(fits).count == 2 * most)
    #expect(reason("<a>" + fits + "</a>") == .tooDeep)
    #expect(reason(String(repeating: "<a>", count: 1_000_000)) == .tooDeep)
  }

  @Test func `attributes are bounded, in number and in length`() {
    let many = (0...64).map { " a\($0)=\"\"" }.joined()
    #expect(reason("<a\(many)/>") == .tooManyAttributes)
    let spaces = (0...64).map { " xmlns:a\($0)=\"urn:\($0)\"" }.joined()
    #expect(reason("<a\(spaces)/>") == .tooManyAttributes)
    #expect(reason("<a k=\"\(String(repeating: "x", count: 65_537))\"/>") == .attributeTooLong)
  }

  private static let many = (0..<400_000).map { " a\($0)=''" }.joined()

  @Test(arguments: [
    "<a\(many)/>",
    "<a\((0..<99_999).map { " xmlns:a\($0)='u'" }.joined())/>",
    "<!-- ' --><?a \" ?><a><![CDATA[<b ']]><b\(many)/></a>",
  ])
  func `what would be compared with each other is counted first`(text: String) {
    let started = ContinuousClock.now
    #expect(reason(text) == .tooManyAttributes)
    #expect(ContinuousClock.now - started < .seconds(3))
  }

  @Test func `prefixes are bounded over all elements around a place`() {
    let nest = (0..<5).map { depth in
      "<a" + (0..<60).map { " xmlns:p\(depth)x\($0)='u'" }.joined() + ">"
    }
    #expect(reason(nest.joined()) == .tooManyAttributes)
    let row = nest.map { $0 + "</a>" }.joined()
    #expect(reason("<r>" + row + "</r>") == nil)
  }

  @Test func `elements are bounded, and so is what declares attributes`() {
    var limits = XMLLimits()
    limits.elements = 3
    let reader = XMLReader(limits: limits)
    #expect(throws: Never.self) { try reader.read(Array("<a><b/><b/></a>".utf8)) { _ in } }
    #expect(throws: XMLError.self) { try reader.read(Array("<a><b/><b/><b/></a>".utf8)) { _ in } }
    let defaults = (0..<5_000).map { "<!ATTLIST a k\($0) CDATA 'x'>" }.joined()
    #expect(reason("<!DOCTYPE a [\(defaults)]><a/>") == .tooLong)
  }

  @Test func `what looks like a tag is none in comments, instructions and quotes`() throws {
    let many = (0...64).map { " a\($0)=\"\"" }.joined()
    let text =
      "<!DOCTYPE a [<!-- ' <b\(many)> --><!ENTITY x '>'>]><!--<b\(many)>--><?b <b\(many)>?>"
      + "<a k='<' l=\">\"><![CDATA[<b\(many)>]]>x=y='z</a>"
    #expect(reason(text.replacing("k='<' ", with: "")) == nil)
    #expect(reason(text) != nil, "XML has no such letter in a value")
  }

  @Test(arguments: ["UTF-7", "utf-16", "HZ", "ISO-2022-JP", "IBM037"])
  func `an encoding that could hide a tag is refused`(name: String) {
    #expect(reason("<?xml version='1.0' encoding='\(name)'?><a/>") != nil)
  }

  @Test func `sixteen bits for a letter are read and counted, too`() {
    func reason(_ text: String) -> XMLError.Reason? {
      let units = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let bytes: [UInt8] = [0xFF, 0xFE] + units
      do { try XMLReader().read(bytes) { _ in } } catch { return (error as? XMLError)?.reason }
      return nil
    }
    #expect(reason("<?xml version='1.0' encoding='utf-16'?><a k='é㰀'>∢</a>") == nil)
    #expect(reason("<a\((0...64).map { " a\($0)=''" }.joined())/>") == .tooManyAttributes)
  }

  @Test func `texts and documents are bounded`() {
    var limits = XMLLimits()
    limits.textBytes = 100
    limits.bytes = 1_000
    let reader = XMLReader(limits: limits)
    func reason(_ text: String) -> XMLError.Reason? {
      do { try reader.read(Array(text.utf8)) { _ in } } catch {
        return (error as? XMLError)?.reason
      }
      return nil
    }
    let text = String(repeating: "x", count: 60)
    #expect(reason("<a>\(text)</a>") == nil)
    #expect(reason("<a>\(text)<!-- -->\(text)</a>") == .textTooLong)
    #expect(reason("<a>" + String(repeating: "<b/>", count: 300) + "</a>") == .tooLong)
  }

  @Test(arguments: [
    "", "x", "<a>", "<a></b>", "<a/><b/>", "<a k=1/>", "<a k='1' k='2'/>", "<p:a/>",
    "<a>\u{1}</a>", "<a>]]></a>", "<a &", "<!DOCTYPE", "\u{0}",
  ])
  func `what is not XML is refused, with a line`(_ text: String) {
    var isMalformed = false
    if case .malformed = reason(text) { isMalformed = true }
    #expect(isMalformed, "\(text)")
  }

  @Test func `the error names the line and nothing of the document`() {
    do {
      try XMLReader().read(Array("<a>\n<b>\n<secret></a>".utf8)) { _ in }
      Issue.record("not refused")
    } catch {
      #expect("\(error)".hasPrefix("line 3: "))
      #expect(!"\(error)".contains("secret"))
    }
  }

  @Test func `a cut anywhere is refused, never a crash`() {
    let text = Array(
      "<!DOCTYPE a [<!ENTITY x \"y\"><!ATTLIST a k CDATA #IMPLIED>]><a k='é'>t<![CDATA[u]]></a>"
        .utf8)
    for count in 0..<text.count {
      #expect(throws: XMLError.self) { try XMLReader().read(Array(text[..<count])) { _ in } }
    }
  }
}

private func events(_ text: String) throws -> [XMLEvent] {
  var read: [XMLEvent] = []
  try XMLReader().read(Array(text.utf8)) { read.append($0) }
  return read
}

private func texts(_ text: String) throws -> [String] {
  try events(text).compactMap { if case .text(let text) = $0 { text } else { nil } }
}

private func reason(_ text: String) -> XMLError.Reason? {
  do { try XMLReader().read(Array(text.utf8)) { _ in } } catch {
    return (error as? XMLError)?.reason
  }
  return nil
}
