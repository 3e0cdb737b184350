/// Remarks on passages as other programs read them: W3C Web Annotation Data Model, Recommendation of
/// 23 February 2017.
enum AnnotationDocument {
  static let type =
    "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\""

  /// - Parameter source: the address of the text that they are about.
  static func collection(
    _ remarks: [TutorialRemark], id: String, source: String, _ visit: Visit
  ) -> JSONDocument {
    let page: [(String, JSONDocument)] = [
      ("id", .text(id + "#page")), ("type", .text("AnnotationPage")), ("startIndex", .number(0)),
      ("items", .list(remarks.map { item($0, source, visit) })),
    ]
    return .object([
      ("@context", .text("http://www.w3.org/ns/anno.jsonld")), ("id", .text(id)),
      ("type", .text("AnnotationCollection")), ("total", .number(remarks.count)),
      ("first", .object(page)),
    ])
  }

  private static func item(_ remark: TutorialRemark, _ source: String, _ visit: Visit)
    -> JSONDocument
  {
    let creator: [(String, JSONDocument)] = [
      ("type", .text("Person")), ("name", .text(visit.name(of: remark.author))),
    ]
    let body: [(String, JSONDocument)] = [
      ("type", .text("TextualBody")), ("value", .text(remark.text)),
      ("format", .text("text/plain")), ("purpose", .text("commenting")),
    ]
    let target: [(String, JSONDocument)] = [
      ("source", .text(source)), ("selector", selector(remark.quote)),
    ]
    return .object([
      ("id", .text(visit.baseURL + TutorialRemark.address(remark.id).text)),
      ("type", .text("Annotation")),
      ("motivation", .text("commenting")), ("created", .text(DateStrings.machine(remark.created))),
      ("creator", .object(creator)), ("body", .object(body)), ("target", .object(target)),
    ])
  }

  private static func selector(_ quote: PassageQuote?) -> JSONDocument {
    .object([
      ("type", .text("TextQuoteSelector")), ("exact", .text(quote?.exact ?? "")),
      ("prefix", .text(quote?.prefix ?? "")), ("suffix", .text(quote?.suffix ?? "")),
    ])
  }
}
