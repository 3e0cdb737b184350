@testable import Preau

/// A small vocabulary in the making.
struct SKOSFile {
  var scheme = "http://v/s"
  var body = ""

  /// - Parameter parts: elements of the concept, such as `skos:altLabel`.
  mutating func add(_ name: String, _ label: String, _ parts: String = "") {
    body += """
      <skos:Concept rdf:about="\(scheme)/\(name)"><skos:inScheme rdf:resource="\(scheme)"/>\
      <skos:prefLabel xml:lang="fr">\(label)</skos:prefLabel>\(parts)</skos:Concept>\n
      """
  }

  func link(_ kind: String, _ name: String) -> String {
    "<skos:\(kind) rdf:resource=\"\(scheme)/\(name)\"/>"
  }

  var bytes: [UInt8] {
    Array(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns:skos="http://www.w3.org/2004/02/skos/core#" xmlns:dcterms="http://purl.org/dc/terms/"
        xmlns:owl="http://www.w3.org/2002/07/owl#">
      <skos:ConceptScheme rdf:about="\(scheme)"><dcterms:title xml:lang="fr">Essai</dcterms:title>
      </skos:ConceptScheme>
      \(body)</rdf:RDF>
      """.utf8)
  }

  func read() throws -> SKOSReader { try SKOSReader(rdfXML: bytes) }
}
