import Foundation
import TestSupport
import Testing

/// What a reader of RDF that is not ours makes of our vocabularies.
enum RDFLib {
  /// Compares a file that we were given with what we give of it, both completed as SKOS says.
  private static let script = """
    import sys, rdflib
    from rdflib.namespace import SKOS, RDF, DCTERMS, OWL
    kept = {RDF.type, DCTERMS.title, DCTERMS.description, DCTERMS.language, DCTERMS.isReplacedBy,
            OWL.deprecated} | {SKOS[name] for name in '''prefLabel altLabel hiddenLabel notation
            definition scopeNote example note inScheme topConceptOf hasTopConcept broader narrower
            related member exactMatch closeMatch broadMatch narrowMatch relatedMatch'''.split()}
    inverses = [(SKOS.broader, SKOS.narrower), (SKOS.topConceptOf, SKOS.hasTopConcept),
                (SKOS.related, SKOS.related)]
    def read(path, form):
        graph = rdflib.Graph().parse(path, format=form)
        triples = {triple for triple in graph if triple[1] in kept}
        for one, other in inverses:
            for s, p, o in list(triples):
                if p == one: triples.add((o, other, s))
                if p == other: triples.add((o, one, s))
        return triples
    given, ours = read(sys.argv[1], "xml"), read(sys.argv[2], sys.argv[3])
    for triple in sorted(given - ours)[:5]: print("missing", *triple)
    for triple in sorted(ours - given)[:5]: print("added", *triple)
    concepts = {s for s, p, o in ours if p == RDF.type and o == SKOS.Concept}
    print(len(concepts), len({o for s, p, o in ours if p == SKOS.broader}))
    """

  /// - Returns: the lines that tell of differences, and the number of concepts.
  static func compare(
    _ given: String, _ ours: [UInt8], as form: String, in folder: TemporaryFolder
  ) throws -> (differences: [String], concepts: Int) {
    let file = folder.file("ours")
    try Data(ours).write(to: URL(fileURLWithPath: file))
    let reader = try ChildProcess(
      Places.packageRoot + "/.build/python/bin/python", ["-c", script, given, file, form])
    #expect(try reader.waitForEnd() == .exited(0), "\(reader.text(of: .errors))")
    let lines = reader.text(of: .output).split(separator: "\n").map(String.init)
    let counts = lines.last?.split(separator: " ").compactMap { Int($0) } ?? []
    return (lines.dropLast(), counts.first ?? 0)
  }
}
