// Reading an SVG that anybody may have sent:
// (1) It is read by the bounded reader of XML, which fetches nothing and expands no entity.
// (2) One that acts (a script, a handler, a document inside) is refused: it would act wherever it
//     is shown.
// Writing changes nothing but the start of the root element: a picture stays as it was drawn.

import XML

/// An SVG with an element that carries a badge.
enum SVGFile {
  /// Whether a file is worth reading as one.
  static func looksLike(_ bytes: [UInt8]) -> Bool {
    bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "<")
  }

  static func baked(in bytes: [UInt8]) throws(BakingProblem) -> [BakedText] {
    var search = SVGSearch()
    do {
      try XMLReader(limits: limits).read(bytes) { try search.take($0) }
    } catch let problem as BakingProblem {
      throw problem
    } catch {
      throw Self.problem(error)
    }
    return search.found
  }

  private static let limits = {
    var limits = XMLLimits()
    limits.bytes = Baking.mostBytes
    // Pictures drawn by hand have some thousands.
    limits.elements = 100_000
    limits.attributeBytes = Baking.longestText
    limits.textBytes = Baking.longestText
    return limits
  }()

  private static func problem(_ error: any Error) -> BakingProblem {
    switch (error as? XMLError)?.reason {
    case .tooLong, .tooManyElements: .tooLong
    case .attributeTooLong, .textTooLong: .textTooLong
    case .entity, .documentType: .entity
    default: .damaged
    }
  }

  /// - Parameter address: the id of a hosted assertion; its text is then JSON.
  static func bake(
    _ baked: BakedText, _ address: String?, into bytes: [UInt8]
  ) throws(BakingProblem) -> [UInt8] {
    if try !Self.baked(in: bytes).isEmpty { throw .bakedTwice }
    let root = try SVGRoot(bytes)
    let name = "openbadges:\(baked.version.element)"
    let isToken = CompactJWS.looksLike(baked.text.utf8)
    // OB 3.0 never has both.
    let verify = isToken ? baked.text : baked.version == .ob2 ? address : nil
    let attribute = verify.map { " verify=\"\(escaped($0))\"" } ?? ""
    let element =
      isToken
      ? "<\(name)\(attribute)/>"
      : "<\(name)\(attribute)><![CDATA[\(withoutEnd(baked.text))]]></\(name)>"
    return root.inserting(
      " xmlns:openbadges=\"\(baked.version.namespace)\"", element, into: bytes)
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case _ where !isAllowed(scalar): continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// XML 1.0 §2.2: no escape of its own lets the others in.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  /// In JSON what ends a CDATA section stands inside of a string only, and so does what XML does not
  /// allow: there both have an escape.
  private static func withoutEnd(_ json: String) -> String {
    var output = String.UnicodeScalarView()
    var brackets = 0
    for scalar in json.unicodeScalars {
      if scalar == ">" && brackets >= 2 || !isAllowed(scalar) {
        let digits = String(scalar.value, radix: 16)
        let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        output.append(contentsOf: escape.unicodeScalars)
      } else {
        output.append(scalar)
      }
      brackets = scalar == "]" ? brackets + 1 : 0
    }
    return String(output)
  }
}

/// What is met on a walk through an SVG.
private struct SVGSearch {
  private(set) var found: [BakedText] = []
  private var depth = 0
  /// The badge's element that is being read.
  private var open: (version: BakedVersion, verify: String?, text: String, depth: Int)?

  private static let svg = "http://www.w3.org/2000/svg"
  /// What runs, loads or holds documents of other kinds.
  private static let active: Set = [
    "script", "foreignobject", "iframe", "object", "embed", "handler",
  ]

  mutating func take(_ event: XMLEvent) throws {
    switch event {
    case .start(let element):
      depth += 1
      try start(element)
    case .text(let text): open?.text += text
    case .end:
      try end()
      depth -= 1
    }
  }

  private mutating func start(_ element: XMLElement) throws {
    if depth == 1, element.name != XMLName(Self.svg, "svg") { throw BakingProblem.formatUnknown }
    if Self.active.contains(element.name.local.lowercased()) { throw BakingProblem.active }
    for attribute in element.attributes { try refuse(attribute) }
    let version = BakedVersion.allCases.first {
      element.name == XMLName($0.namespace, $0.element)
    }
    guard let version else { return }
    // Only a child of the root is one: whatever lies deeper may be somebody else's picture.
    if depth != 2 || open != nil { throw BakingProblem.damaged }
    open = (version, element[XMLName("", "verify")], "", depth)
  }

  private func refuse(_ attribute: XMLAttribute) throws {
    let name = attribute.name.local.lowercased()
    if name.hasPrefix("on") { throw BakingProblem.active }
    guard name == "href" || name == "src" else { return }
    let start = attribute.value.lowercased().filter { $0 > " " }.prefix(32)
    if start.hasPrefix("javascript:") || start.hasPrefix("vbscript:")
      || start.hasPrefix("data:") && !start.hasPrefix("data:image/")
    {
      throw BakingProblem.active
    }
  }

  private mutating func end() throws {
    guard let open, open.depth == depth else { return }
    self.open = nil
    if found.contains(where: { $0.version == open.version }) { throw BakingProblem.bakedTwice }
    let blanks: Set<Character> = [" ", "\t", "\n", "\r\n", "\r"]
    let text = open.text.contains { !blanks.contains($0) } ? open.text : nil
    // OB 2.0 has the address beside the text of a hosted assertion; OB 3.0 has one of the two.
    let isTwofold = open.version == .ob3 && text != nil && open.verify != nil
    guard let carried = text ?? open.verify, !isTwofold else { throw BakingProblem.damaged }
    found.append(BakedText(version: open.version, text: carried))
  }
}
