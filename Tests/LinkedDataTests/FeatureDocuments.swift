import JSONText
import LinkedData

/// Makes documents that use every feature of the contexts, from the contexts alone.
struct FeatureDocuments {
  /// Every context that the documents name.
  static let contexts: [String: JSON] = Bundled.documents.merging(
    ["https://example.org/features": ["@context": features]], uniquingKeysWith: { $1 })

  /// Whose terms a document may use: those of later contexts hide those of earlier ones.
  private static let lists = [
    ["https://www.w3.org/ns/credentials/v2"],
    [
      "https://www.w3.org/ns/credentials/v2",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
      "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
    ],
    [
      "https://www.w3.org/ns/credentials/v2",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
    ],
    [
      "https://www.w3.org/2018/credentials/v1",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
      "https://w3id.org/security/data-integrity/v1",
    ],
    ["https://www.w3.org/ns/credentials/v2", "https://w3id.org/security/data-integrity/v2"],
    ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
    ["https://www.w3.org/ns/credentials/v2", "https://example.org/features"],
    ["https://www.w3.org/ns/credentials/status/v1"],
    ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
    ["https://www.w3.org/ns/cid/v1"],
    ["https://w3id.org/security/suites/ed25519-2020/v1"],
    ["https://w3id.org/security/suites/jws-2020/v1"],
    ["https://w3id.org/openbadges/v2"],
    ["https://example.org/features"],
    ["https://example.org/features"],
  ]

  /// What the bundled contexts use little, in one.
  private static let features: JSON = [
    "@version": 1.1, "@vocab": "https://example.org/words#", "id": "@id", "type": "@type",
    "near": "https://example.org/near#",
    "ordered": ["@id": "near:ordered", "@container": "@list"],
    "orderedNodes": ["@id": "near:nodes", "@type": "@id", "@container": ["@list"]],
    "bag": ["@container": "@set"],
    "graphs": ["@id": "near:graphs", "@type": "@id", "@container": ["@graph", "@set"]],
    "kept": ["@type": "@json"],
    "word": ["@type": "@vocab"],
    "date": ["@type": "near:date"],
    "double": ["@type": "http://www.w3.org/2001/XMLSchema#double"],
    "inside": [
      "@id": "near:inside", "@context": ["secret": "near:secret", "ordered": "near:one"],
    ],
    "near:far": ["@type": "@id"],
    "Thing": [
      "@id": "near:Thing", "@context": ["part": ["@type": "@id"], "date": "near:thing-date"],
    ],
    "Other": ["@id": "near:Other", "@context": ["part": ["@container": "@list"]]],
  ]

  private var dice: Dice
  /// Inside a graph, no two blank nodes look alike: there Oxigraph counts a neighbour once where
  /// the processors of the W3C's authors count it once for each quad.
  private var graphs = 0
  private var distinctions = 0
  private typealias Terms = [String: JSON]

  init(seed: UInt64) {
    dice = Dice(seed: seed)
  }

  mutating func document() -> JSON {
    var document = credential(depth: 0)
    document["id"] = nil
    if !dice.once(in: 4) { document["@id"] = .string("urn:root:\(dice.roll(1_000))") }
    return .object(document)
  }

  /// A node that names its own contexts.
  private mutating func credential(depth: Int) -> JSONObject {
    let names = dice.pick(Self.lists)
    var terms: Terms = [:]
    for name in names { Self.add(Self.contexts[name]?["@context"], to: &terms) }
    var node = self.node(terms, depth: depth)
    let isAlone = names.count == 1 && dice.once(in: 2)
    node["@context"] = isAlone ? .string(names[0]) : .array(names.map(JSON.string))
    return node
  }

  private static func add(_ context: JSON?, to terms: inout Terms) {
    for (name, definition) in context?.object?.members ?? [] where !name.hasPrefix("@") {
      terms[name] = definition
    }
  }

  private mutating func node(_ outer: Terms, depth: Int) -> JSONObject {
    var node = JSONObject()
    var terms = outer
    let hasAliases = outer["id"] != nil && dice.once(in: 2)
    let (id, type) = hasAliases ? ("id", "type") : ("@id", "@type")
    let chosen = types(outer)
    for name in chosen { Self.add(outer[name]?["@context"], to: &terms) }
    if !chosen.isEmpty {
      let isPlain = chosen.count == 1 && dice.once(in: 2)
      node[type] = isPlain ? .string(chosen[0]) : .array(chosen.map(JSON.string))
    }
    if dice.once(in: 3) { node[id] = .string(identifier()) }
    let properties = terms.keys.filter { !Self.isType($0) && $0 != "id" && $0 != "type" }.sorted()
    for _ in 0..<(depth == 0 ? 7 : 3) where !properties.isEmpty {
      let name = dice.pick(properties)
      let definition = terms[name] ?? .null
      // Oxigraph forgets to leave the type's context behind on its way into a property's.
      let isLast = definition["@context"] != nil && chosen.contains { Self.isScoped($0, outer) }
      node[name] = value(of: definition, outer, depth: isLast ? 9 : depth)
    }
    if graphs > 0 {
      distinctions += 1
      node["https://example.org/number"] = .number(String(distinctions))
    }
    if dice.once(in: 8) { node["https://example.org/whole"] = plain() }
    return node
  }

  /// Some types; of those with a context one at most, for Oxigraph takes only the last.
  private mutating func types(_ terms: Terms) -> [String] {
    let all = terms.keys.filter(Self.isType).sorted()
    if all.isEmpty || dice.once(in: 5) { return [] }
    var types = [dice.pick(all)]
    let others = all.filter { !Self.isScoped($0, terms) && $0 != types[0] }
    if !others.isEmpty, dice.once(in: 2) { types.append(dice.pick(others)) }
    return types.shuffled(using: &dice)
  }

  private static func isScoped(_ type: String, _ terms: Terms) -> Bool {
    terms[type]?["@context"] != nil
  }

  private static func isType(_ name: String) -> Bool {
    name.first.map { $0.isUppercase || $0.isNumber } ?? false
  }

  private mutating func value(of definition: JSON, _ outer: Terms, depth: Int) -> JSON {
    let containers = (definition["@container"]?.array ?? [definition["@container"] ?? .null])
    if containers.contains("@list") {
      return .array(
        (0..<(graphs == 0 ? dice.roll(4) : 0)).map { _ in
          definition["@type"] == nil && dice.once(in: 6)
            ? [plain(), []] : one(definition, outer, depth: depth)
        })
    }
    if containers.contains("@graph") {
      graphs += 1
      defer { graphs -= 1 }
      return .array((0...dice.roll(2)).map { _ in nested(definition, outer, depth: depth) })
    }
    switch dice.roll(6) {
    case 0: return .array((0..<dice.roll(4)).map { _ in one(definition, outer, depth: depth) })
    case 1: return [one(definition, outer, depth: depth), nil]
    default: return one(definition, outer, depth: depth)
    }
  }

  private mutating func one(_ definition: JSON, _ outer: Terms, depth: Int) -> JSON {
    switch definition["@type"]?.string {
    case "@json": return kept(depth: depth)
    case "@vocab":
      let words = (definition["@context"]?.object?.members ?? [])
        .filter { $0.value.object != nil }.map(\.name)
      return .string(words.isEmpty || dice.once(in: 4) ? identifier() : dice.pick(words))
    // With a context of its own, processors do not agree on what a plain value may override.
    case _ where definition["@context"] != nil: return nested(definition, outer, depth: depth)
    case "@id" where dice.once(in: 3): return .string(identifier())
    case "@id": return nested(definition, outer, depth: depth)
    case nil where dice.once(in: 3): return nested(definition, outer, depth: depth)
    case nil where dice.once(in: 6):
      return ["@value": text(), "@type": .string("https://example.org/type#\(dice.roll(3))")]
    default: return plain()
    }
  }

  private mutating func nested(_ definition: JSON, _ outer: Terms, depth: Int) -> JSON {
    if depth > 3 { return ["@id": .string(identifier()), "@type": "urn:deep"] }
    switch definition["@context"] {
    case .null?: return .object(credential(depth: depth + 1))
    case let context?:
      var terms = outer
      Self.add(context, to: &terms)
      return .object(node(terms, depth: depth + 1))
    case nil: return .object(node(outer, depth: depth + 1))
    }
  }

  /// Few, so that nodes are met again.
  private mutating func identifier() -> String {
    switch dice.roll(4) {
    case 0 where graphs == 0: "_:b\(dice.roll(4))"
    case 1: "urn:uuid:\(dice.roll(20))"
    case 2: "https://exämple.org/é/\(dice.roll(9))?q=1#f"
    default: "did:key:z6Mk\(dice.roll(9))"
    }
  }

  private mutating func plain() -> JSON {
    switch dice.roll(5) {
    case 0: .bool(dice.once(in: 2))
    case 1: number()
    default: text()
    }
  }

  private mutating func number() -> JSON {
    .number(
      dice.pick([
        "0", "1", "-5", "3.0", "2.5", "0.1", "-0.25", "1e-7", "100.5", "1e21", "5e300", "1.7E-5",
        "123456789012", "9007199254740991", "0.000123", "1.234567890123e2",
      ]))
  }

  private mutating func text() -> JSON {
    let pieces = [
      "a", "B", " ", "\"", "\\", "\n", "\r\n", "\t", "\u{0}", "\u{8}", "\u{B}", "\u{C}",
      "\u{1F}",
      "\u{7F}", "\u{80}", "\u{2028}", "\u{FFFE}", "\u{FFFF}", "é", "e\u{301}", "😀", "漢",
      "\u{E000}", "<>&", "' @^_:",
    ]
    return .string((0..<dice.roll(6)).map { _ in dice.pick(pieces) }.joined())
  }

  private mutating func kept(depth: Int) -> JSON {
    switch depth > 4 ? 9 : dice.roll(6) {
    case 0: return .array((0..<dice.roll(4)).map { _ in kept(depth: depth + 2) })
    case 1, 2:
      let names = ["b", "a", "é", "\n", "", "aa", "B", "name"]
      return .object(
        JSONObject((0..<dice.roll(5)).map { _ in (dice.pick(names), kept(depth: depth + 2)) }))
    case 3: return nil
    default: return plain()
    }
  }
}
