import JSONText
import LinkedData
import Testing

@Suite struct `What is refused` {
  private static let v2 = "https://www.w3.org/ns/credentials/v2"
  private static let badges: JSON = [
    .string(v2), "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
  ]

  @Test(
    arguments: [
      (["@context": "https://example.org/mine"], .unknownContext("https://example.org/mine")),
      (["@context": [.string(v2), "relative"]], .unknownContext("relative")),
      (["@context": ["name": "https://schema.org/name"]], .inlineContext),
      (["@context": [.string(v2), [:]]], .inlineContext),
      (["@context": 5], .malformedContext("@context")),
      (["@context": nil, "name": "a"], .undefinedTerm("name")),
      (["@context": [.string(v2), nil]], .protectedTermRemoved("...")),
      (["name": "a"], .undefinedTerm("name")),
      ([], .malformedValue("document")),
      ("https://example.org/", .malformedValue("document")),
    ] as [(JSON, LinkedDataError)])
  func `contexts that are not ours`(document: JSON, reason: LinkedDataError) {
    #expect(refusal(document) == reason)
  }

  @Test(
    arguments: [
      ("nom", "x", .undefinedTerm("nom")),
      ("NAME", "x", .undefinedTerm("NAME")),
      ("", "x", .undefinedTerm("")),
      // Known, but only inside a type that this node has not.
      ("issuer", "https://example.org/", .undefinedTerm("issuer")),
      ("name\u{301}", "x", .undefinedTerm("name\u{301}")),
      ("type", "Credential", .undefinedType("Credential")),
      ("type", ["Profile", 5], .malformedValue("type")),
      ("id", "", .relativeIdentifier("")),
      ("id", "badges/1", .relativeIdentifier("badges/1")),
      ("id", "//example.org/1", .relativeIdentifier("//example.org/1")),
      ("id", "#key", .relativeIdentifier("#key")),
      ("id", "1a:b", .relativeIdentifier("1a:b")),
      ("id", 5, .malformedValue("id")),
      ("image", "picture.png", .relativeIdentifier("picture.png")),
      ("image", "urn:a b", .malformedIdentifier("urn:a b")),
      ("image", "urn:a> <urn:b", .malformedIdentifier("urn:a> <urn:b")),
      ("image", "urn:a\nb", .malformedIdentifier("urn:a\nb")),
      ("image", "urn:%zz", .malformedIdentifier("urn:%zz")),
      ("image", "urn:a#b#c", .malformedIdentifier("urn:a#b#c")),
      ("image", "http://a/[b]", .malformedIdentifier("http://a/[b]")),
      ("image", "urn:\u{E000}", .malformedIdentifier("urn:\u{E000}")),
      ("image", "_:", .malformedIdentifier("_:")),
      ("image", "_:a b", .malformedIdentifier("_:a b")),
      ("image", "@id", .relativeIdentifier("@id")),
      ("_:p", "x", .unsupported("_:p")),
      ("urn:a b", "x", .malformedIdentifier("urn:a b")),
      ("@graph", [], .unsupported("@graph")),
      ("@reverse", [:], .unsupported("@reverse")),
      ("@included", [], .unsupported("@included")),
      ("@index", "x", .unsupported("@index")),
      ("@nest", [:], .unsupported("@nest")),
      ("@future", [:], .unsupported("@future")),
      ("name", ["@list": []], .unsupported("@list")),
      ("name", ["@set": []], .unsupported("@set")),
      ("name", ["@value": "x", "@language": "fr"], .unsupported("@language")),
      ("name", ["@value": "x", "@direction": "ltr"], .unsupported("@direction")),
      ("name", ["@value": "x", "name": "y"], .malformedValue("name")),
      ("name", ["@value": []], .malformedValue("@value")),
      ("name", ["@value": "x", "@type": "time"], .relativeIdentifier("time")),
      ("name", ["id": "urn:a", "@id": "urn:b"], .repeatedKeyword("@id")),
      ("name", ["type": "urn:a", "@type": "urn:b"], .repeatedKeyword("@type")),
      ("name", .number("9007199254740993"), .inexactNumber("9007199254740993")),
      ("name", .number("1e400"), .inexactNumber("1e400")),
    ] as [(String, JSON, LinkedDataError)])
  func `members that would say nothing, or not the same to everyone`(
    name: String, value: JSON, reason: LinkedDataError
  ) {
    #expect(refusal(.object(JSONObject([("@context", Self.badges), (name, value)]))) == reason)
  }

  @Test func `a word that only looks like one of the context`() {
    let lookalike = "JsonWeb\u{212A}ey2020"
    #expect(lookalike == "JsonWebKey2020")
    let document: JSON = [
      "@context": "https://w3id.org/security/suites/jws-2020/v1", "@type": .string(lookalike),
    ]
    #expect(refusal(document) == .undefinedType(lookalike))
  }

  @Test(arguments: ["urn:proof", 5, [["@value": 5]], [[:], ["urn:proof"]]] as [JSON])
  func `a graph that is no node`(proof: JSON) {
    let document: JSON = [
      "@context": .string(Self.v2), "type": "VerifiableCredential", "proof": proof,
    ]
    #expect(refusal(document) == .malformedValue("proof"))
  }

  @Test(arguments: [
    "urn:a", "https://example.org/a%20b?c=d#e", "https://[2001:db8::1]:80/", "did:key:z6Mk#z6Mk",
    "https://exämple.org/é/漢字", "mailto:a@b.c", "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    "_:b0",
  ])
  func `an absolute identifier is not refused`(id: String) {
    #expect(refusal(["@context": .string(Self.v2), "id": .string(id), "name": "x"]) == nil)
  }
}

@Suite struct `Contexts that are refused` {
  @Test(
    arguments: [
      // An array of terms: the first context, then the second one over it.
      (["a": "urn:a", "@protected": true], ["a": "urn:b"], .protectedTerm("a")),
      (["a": "urn:a", "@protected": true], ["a": nil], .protectedTerm("a")),
      (
        ["a": ["@id": "urn:a", "@protected": true]], ["a": ["@id": "urn:a", "@type": "@id"]],
        .protectedTerm("a")
      ),
      (
        ["a": ["@id": "urn:a", "@protected": true, "@context": ["b": "urn:b"]]],
        ["a": ["@id": "urn:a", "@context": ["b": "urn:c"]]], .protectedTerm("a")
      ),
      (["a": "urn:a", "@protected": true], nil, .protectedTermRemoved("a")),
      (["a": "b", "b": "c", "c": "a"], [:], .recursiveContext("a")),
      (["a": "b:c", "b": "a:d"], [:], .recursiveContext("a")),
      (["a": "a"], [:], .malformedContext("a")),
      (["a": "b"], [:], .malformedContext("a")),
      (["a": 5], [:], .malformedContext("a")),
      (["a": ["@id": "urn:a b"]], [:], .malformedContext("a")),
      (["a": "@context"], [:], .malformedContext("a")),
      (["": "urn:a"], [:], .malformedContext("")),
      (["a": ["@id": "urn:a", "@type": "b"]], [:], .malformedContext("a")),
      (["a": ["@id": "urn:a", "@container": ["@list", "@set"]]], [:], .malformedContext("a")),
      (["a:b": "urn:c"], [:], .malformedContext("a:b")),
      (["@vocab": "relative"], [:], .malformedContext("@vocab")),
      (["@version": 1.0], [:], .malformedContext("@version")),
      (["@import": "urn:one"], [:], .unsupported("@import")),
      (["@base": "urn:one"], [:], .unsupported("@base")),
      (["@language": "fr"], [:], .unsupported("@language")),
      (["@propagate": false], [:], .unsupported("@propagate")),
      (["@id": "urn:a"], [:], .unsupported("@id")),
      (["@word": "urn:a"], [:], .unsupported("@word")),
      (["a": ["@reverse": "urn:a"]], [:], .unsupported("@reverse")),
      (["a": ["@id": "urn:a", "@nest": "b"]], [:], .unsupported("@nest")),
      (["a": ["@id": "urn:a", "@type": "@none"]], [:], .unsupported("@type: @none")),
      (["a": ["@id": "urn:a", "@container": "@index"]], [:], .unsupported("@container: @index")),
    ] as [(JSON, JSON, LinkedDataError)])
  func `terms that are not sound`(first: JSON, second: JSON, reason: LinkedDataError) throws {
    let library = try ContextLibrary([
      "urn:one": ["@context": first], "urn:two": ["@context": second],
    ])
    #expect(refusal(["@context": ["urn:one", "urn:two"]], with: library) == reason)
  }

  @Test func `contexts that include each other`() throws {
    let library = try ContextLibrary([
      "urn:one": ["@context": ["urn:two"]], "urn:two": ["@context": "urn:one"],
      "urn:self": ["@context": [["a": "urn:a"], "urn:self"]],
      "urn:away": ["@context": "https://example.org/away"],
    ])
    #expect(refusal(["@context": "urn:one"], with: library) == .recursiveContext("urn:one"))
    #expect(refusal(["@context": "urn:self"], with: library) == .recursiveContext("urn:self"))
    let away = LinkedDataError.unknownContext("https://example.org/away")
    #expect(refusal(["@context": "urn:away"], with: library) == away)
  }

  @Test func `a term whose context is the one that holds it ends with the document`() throws {
    let library = try ContextLibrary([
      "urn:a": ["@context": ["p": ["@id": "urn:p", "@context": "urn:a"]]]
    ])
    let document: JSON = ["@context": "urn:a", "p": ["p": ["p": ["p": "x"]]]]
    #expect(try LinkedDocument(document, with: library).quads.count == 4)
  }

  @Test func `a protected term said again in the same words`() throws {
    let library = try ContextLibrary([
      "urn:one": ["@context": ["@protected": true, "a": ["@id": "urn:a", "@type": "@id"]]],
      "urn:two": ["@context": ["a": ["@type": "@id", "@id": "urn:a"]]],
      "urn:three": ["@context": ["a": "urn:a"]],
    ])
    #expect(refusal(["@context": ["urn:one", "urn:two"]], with: library) == nil)
    // It stays protected.
    let document: JSON = ["@context": ["urn:one", "urn:two", "urn:three"]]
    #expect(refusal(document, with: library) == .protectedTerm("a"))
  }

  @Test func `a document without contexts is no context`() {
    #expect(throws: LinkedDataError.malformedContext("urn:a")) {
      try ContextLibrary(["urn:a": ["context": [:]]])
    }
  }

  @Test func `contexts of the old credentials and the new ones cannot be mixed`() throws {
    let old = "https://purl.imsglobal.org/spec/ob/v3p0/context.json"
    let document: JSON = ["@context": ["https://www.w3.org/ns/credentials/v2", .string(old)]]
    #expect(refusal(document) != nil)
    #expect(refusal(["@context": ["https://www.w3.org/2018/credentials/v1", .string(old)]]) == nil)
  }
}

/// Why a document is refused; nil when it is not.
private func refusal(
  _ document: JSON, with library: ContextLibrary = Bundled.library
) -> LinkedDataError? {
  do throws(LinkedDataError) {
    _ = try LinkedDocument(document, with: library).canonical()
    return nil
  } catch {
    return error
  }
}
