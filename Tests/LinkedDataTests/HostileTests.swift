import JSONText
import LinkedData
import Testing

@Suite struct `Hostile documents` {
  /// Blank nodes that all look alike, in every shape that makes naming them long.
  @Test(arguments: [9, 40])
  func `each linked to each`(count: Int) {
    let names = (0..<count).map { "n\($0)" }
    let arrows = names.flatMap { from in names.filter { $0 != from }.map { (from, $0) } }
    #expect(soonRefused(Graphs.document(arrows), Graphs.library) == .tooMuchWork)
  }

  @Test(arguments: [7, 40])
  func `two sides, each linked to the whole other side`(count: Int) {
    let arrows = (0..<count).flatMap { from in (0..<count).map { ("a\(from)", "b\($0)") } }
    #expect(soonRefused(Graphs.document(arrows), Graphs.library) == .tooMuchWork)
  }

  @Test(arguments: [100, 2_000])
  func `a long ring`(count: Int) {
    let ring = Graphs.ring((0..<count).map { "n\($0)" })
    #expect(soonRefused(Graphs.document(ring), Graphs.library) == .tooMuchWork)
  }

  @Test func `many small cliques`() {
    let arrows = (0..<200).flatMap { clique in
      Graphs.ring((0..<5).map { "c\(clique)n\($0)" })
        + (0..<5).map { ("c\(clique)n\($0)", "c\(clique)n\(($0 + 2) % 5)") }
    }
    #expect(soonRefused(Graphs.document(arrows), Graphs.library) == .tooMuchWork)
  }

  @Test func `thousands of nodes alike are no hard case`() {
    let nodes = [JSON](repeating: ["l": "x"], count: 2_000)
    let document: JSON = ["@context": "urn:context", "p": .array(nodes)]
    #expect(soonRefused(document, Graphs.library) == nil)
  }

  @Test(arguments: [true, false])
  func `depth`(isOfObjects: Bool) {
    var value: JSON = "x"
    for _ in 0..<1_000 { value = isOfObjects ? ["p": value] : [value] }
    let document: JSON = ["@context": "urn:context", "p": value]
    #expect(soonRefused(document, Graphs.library) == .tooDeep)
  }

  @Test func `depth of JSON that is kept as it is`() {
    var value: JSON = "x"
    for _ in 0..<1_000 { value = ["a": [value]] }
    let document: JSON = [
      "@context": "https://w3id.org/security/suites/jws-2020/v1", "privateKeyJwk": value,
    ]
    #expect(soonRefused(document) == .tooDeep)
  }

  @Test func `a long array`() {
    let many = JSON.array([JSON](repeating: 1, count: 90_000))
    #expect(soonRefused(["@context": "urn:context", "l": many], Graphs.library) == .tooLarge)
  }

  @Test func `the same contexts again and again`() {
    let names = Bundled.documents.keys.sorted().filter { $0.contains("/v2") || $0.contains("/v1") }
    let all = (0..<2_000).map { JSON.string(names[$0 % names.count]) }
    #expect(soonRefused(["@context": .array(all)]) == .tooMuchWork)
  }

  @Test func `the same contexts in every order`() {
    let names: [JSON] = [
      "https://w3id.org/security/data-integrity/v2", "https://w3id.org/security/multikey/v1",
      "https://www.w3.org/ns/did/v1", "https://www.w3.org/ns/credentials/v2",
      "https://w3id.org/security/suites/jws-2020/v1",
    ]
    var dice = Dice(seed: 1)
    let nodes = (0..<5_000).map { _ -> JSON in
      ["@context": .array((0..<8).map { _ in dice.pick(names) })]
    }
    #expect(soonRefused(["@context": names[3], "iss": .array(nodes)]) == .tooMuchWork)
  }

  @Test func `the same types in every company`() {
    let badges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
    let types: [JSON] = [
      "Achievement", "AchievementSubject", "Address", "Alignment", "EndorsementSubject", "Evidence",
      "GeoCoordinates", "IdentityObject", "Image", "Profile", "Related", "ResultDescription",
      "RubricCriterionLevel",
    ]
    var dice = Dice(seed: 2)
    let nodes = (0..<4_000).map { _ -> JSON in
      ["type": .array(types.filter { _ in dice.once(in: 2) })]
    }
    let document: JSON = ["@context": .string(badges), "endorsement": .array(nodes)]
    #expect(soonRefused(document) == .tooMuchWork)
  }
}

/// Why a document is refused, which takes less than a second (less than a tenth of one where
/// nothing else runs); without optimisation, ten.
private func soonRefused(
  _ document: JSON, _ library: ContextLibrary = Bundled.library
) -> LinkedDataError? {
  let clock = ContinuousClock()
  let start = clock.now
  #if DEBUG
    let longest = Duration.seconds(10)
  #else
    let longest = Duration.seconds(1)
  #endif
  defer { #expect(clock.now - start < longest) }
  do throws(LinkedDataError) {
    _ = try LinkedDocument(document, with: library).canonical()
    return nil
  } catch {
    return error
  }
}
