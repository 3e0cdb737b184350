import Foundation
import JSONText
import LinkedData
import Testing

import class TestSupport.ChildProcess
import enum TestSupport.Places

@Suite struct `Beside another processor` {
  /// Reads the same documents with Oxigraph, contexts put in the place of their names.
  private static let script = """
    import json, sys, pyoxigraph as ox
    given = json.load(sys.stdin)
    contexts = given["contexts"]
    def named(value):
        if isinstance(value, list): return [named(each) for each in value]
        return contexts[value] if isinstance(value, str) else value
    def inline(value):
        if isinstance(value, list): return [inline(each) for each in value]
        if not isinstance(value, dict): return value
        return {k: named(v) if k == "@context" else inline(v) for k, v in value.items()}
    for document in given["documents"]:
        text = json.dumps(inline(document)).encode()
        dataset = ox.Dataset(ox.parse(text, format=ox.RdfFormat.JSON_LD))
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        lines = ox.serialize(dataset, format=ox.RdfFormat.N_QUADS).decode().split("\\n")
        print(json.dumps("".join(sorted(line + "\\n" for line in lines if line))))
    """

  @Test func `500 documents and the vectors have the same canonical form`() throws {
    var maker = FeatureDocuments(seed: 2026)
    var documents = (0..<500).map { _ in maker.document() }
    for file in ["ob3-eddsa-rdfc-2022/signed", "w3c-eddsa-rdfc-2022/signedDataInt"] {
      documents.append(try Bundled.vector(file + ".json"))
    }
    let theirs = try canonical(documents)
    #expect(theirs.count == documents.count)
    let library = try ContextLibrary(FeatureDocuments.contexts)
    var statements = 0
    for (document, theirs) in zip(documents, theirs) {
      let ours = try LinkedDocument(document, with: library)
      statements += ours.quads.count
      let canonical = try ours.canonical()
      #expect(canonical == theirs, "\(difference(canonical, theirs)) of \(document.text)")
    }
    #expect(statements > 5_000)
  }

  /// The lines that only one of them has, and whose they are.
  private func difference(_ ours: String, _ theirs: String) -> [String] {
    let (ours, theirs) = (Set(ours.split(separator: "\n")), Set(theirs.split(separator: "\n")))
    return ours.subtracting(theirs).map { "ours: \($0)" }.sorted()
      + theirs.subtracting(ours).map { "theirs: \($0)" }.sorted()
  }

  private func canonical(_ documents: [JSON]) throws -> [String] {
    let contexts = FeatureDocuments.contexts.map { ($0, $1["@context"] ?? .null) }
    let given: JSON = ["contexts": .object(JSONObject(contexts)), "documents": .array(documents)]
    let reader = try ChildProcess(
      Places.packageRoot + "/.build/python/bin/python", ["-c", Self.script], stdin: given.utf8)
    #expect(try reader.waitForEnd() == .exited(0), "\(reader.text(of: .errors))")
    return try reader.text(of: .output).split(separator: "\n").map { line in
      try JSON(reading: String(line)).string ?? ""
    }
  }
}
