import JSONText
import LinkedData
import Testing

@Suite struct `What contexts reach` {
  private static let library: ContextLibrary = {
    do {
      let terms: JSON = [
        "@version": 1.1, "p": "urn:p", "inner": ["@id": "urn:inner", "@type": "@id"],
        "One": ["@id": "urn:One", "@context": ["p": "urn:one:p", "q": "urn:one:q"]],
        "Two": ["@id": "urn:Two", "@context": ["q": "urn:two:q", "r": "urn:two:r"]],
        "scope": ["@id": "urn:scope", "@context": ["p": "urn:scope:p"]],
        "void": ["@id": "urn:void", "@context": nil],
        "kept": ["@id": "urn:kept", "@type": "@json"],
        "d": ["@id": "urn:d", "@type": "http://www.w3.org/2001/XMLSchema#double"],
      ]
      return try ContextLibrary(["urn:c": ["@context": terms]])
    } catch {
      preconditionFailure("The context is refused: \(error)")
    }
  }()

  @Test func `several types have their contexts laid over each other, by name`() throws {
    let lines = try canonical(["@type": ["Two", "One"], "p": "a", "q": "b", "r": "c"])
    #expect(lines.contains("_:c14n0 <urn:one:p> \"a\" ."))
    #expect(lines.contains("_:c14n0 <urn:two:q> \"b\" ."))
    #expect(lines.contains("_:c14n0 <urn:two:r> \"c\" ."))
  }

  @Test func `the context of a type stays with its node`() throws {
    let lines = try canonical([
      "@id": "urn:a", "@type": "One", "p": "a", "inner": ["@id": "urn:b", "p": "b"],
    ])
    #expect(lines.contains("<urn:a> <urn:one:p> \"a\" ."))
    #expect(lines.contains("<urn:b> <urn:p> \"b\" ."))
    #expect(throws: LinkedDataError.undefinedTerm("q")) {
      try canonical(["@type": "One", "inner": ["q": "b"]])
    }
  }

  @Test func `the context of a property counts for all that is inside`() throws {
    let lines = try canonical([
      "@id": "urn:a", "@type": "One",
      "scope": ["@id": "urn:b", "p": "b", "inner": ["@id": "urn:c", "p": "c"]],
    ])
    #expect(lines.contains("<urn:b> <urn:scope:p> \"b\" ."))
    #expect(lines.contains("<urn:c> <urn:scope:p> \"c\" ."))
  }

  @Test func `the context of a property can be that nothing has a meaning`() throws {
    let inside: JSON = ["@context": "urn:c", "@id": "urn:b", "p": "b"]
    #expect(try canonical(["void": inside]).contains("<urn:b> <urn:p> \"b\" ."))
    #expect(throws: LinkedDataError.undefinedTerm("p")) { try canonical(["void": ["p": "b"]]) }
  }

  /// The samples of RFC 8785 appendix B among them.
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("1.0", "1"), ("-1.50e0", "-1.5"), ("1e21", "1e+21"),
    ("123456789012345680000", "123456789012345680000"), ("1E-6", "0.000001"), ("1e-7", "1e-7"),
    ("333333333.33333329", "333333333.3333333"), ("1E30", "1e+30"), ("2e-3", "0.002"),
    ("0.000000000000000000000000001", "1e-27"), ("5e-324", "5e-324"), ("-1234.5", "-1234.5"),
    ("1.7976931348623157e308", "1.7976931348623157e+308"), ("100", "100"), ("120.0", "120"),
    ("295147905179352825856", "295147905179352830000"), ("9007199254740992", "9007199254740992"),
    ("999999999999999900000", "999999999999999900000"), ("1.5e-10", "1.5e-10"),
  ])
  func `a number inside JSON is written as a browser does`(written: String, expected: String) throws
  {
    let lines = try canonical(["kept": [.number(written)]])
    let json = "^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>"
    #expect(lines == ["_:c14n0 <urn:kept> \"[\(expected)]\"\(json) ."])
  }

  @Test func `members inside JSON are in the order of their UTF-16`() throws {
    let lines = try canonical([
      "kept": ["\u{E000}": 1, "😀": 2, "b": ["d": 1, "c": 2], "a": "\u{1}é"]
    ])
    let text = #"{\"a\":\"\\u0001é\",\"b\":{\"c\":2,\"d\":1},\"😀\":2,\"\#u{E000}\":1}"#
    #expect(lines[0].contains("\"\(text)\"^^"))
  }

  @Test(arguments: [
    ("0.1", "1.0E-1"), ("100.5", "1.005E2"), ("3", "3.0E0"),
    ("3.3333333333333335", "3.333333333333333E0"),
    ("1e21", "1.0E21"), ("5e-324", "4.940656458412465E-324"), ("-0.25e-9", "-2.5E-10"),
    ("0", "0.0E0"),
  ])
  func `a double has one digit before the point and as many after it as it needs`(
    written: String, expected: String
  ) throws {
    let double = "\"\(expected)\"^^<http://www.w3.org/2001/XMLSchema#double>"
    #expect(try canonical(["d": .number(written)]) == ["_:c14n0 <urn:d> \(double) ."])
  }

  /// The lines of a document with the context of this suite.
  private func canonical(_ document: JSON) throws -> [String] {
    var members = document.object ?? JSONObject()
    members["@context"] = "urn:c"
    return try LinkedDocument(.object(members), with: Self.library).canonical()
      .split(separator: "\n").map(String.init)
  }
}
