import HTML
import SQLite

/// A notion of a vocabulary, as pages name it.
public struct Concept: Sendable, Hashable {
  public typealias ID = Number<Concept>
  public let id: ID
  /// What it is known by everywhere.
  public let uri: String
  /// The slug of the scheme under which its page stands.
  let scheme: String
  let slug: String
  let french: String
  let english: String
  /// Not to be used any more; what bears it keeps it.
  let isDeprecated: Bool

  func label(in language: Language) -> String {
    language == .english ? english : french
  }

  var address: Address { Self.address(scheme, slug) }

  static func address(_ scheme: String, _ slug: String) -> Address {
    "/vocabulaires/\(scheme)/\(slug)"
  }
}

extension Concept {
  /// In the order of ``ConceptStore``'s statements.
  static func read(_ row: inout Row) throws -> Concept {
    Concept(
      id: try row.next(), uri: try row.next(), scheme: try row.next(), slug: try row.next(),
      french: try row.next(), english: try row.next(), isDeprecated: try row.next())
  }
}

/// A vocabulary, as pages name it.
struct ConceptScheme: Sendable, Hashable {
  typealias ID = Number<ConceptScheme>
  let id: ID
  let uri: String
  let slug: String
  let french: String
  let english: String

  func title(in language: Language) -> String {
    language == .english ? english : french
  }

  var address: Address { "/vocabulaires/\(slug)" }

  static func read(_ row: inout Row) throws -> ConceptScheme {
    ConceptScheme(
      id: try row.next(), uri: try row.next(), slug: try row.next(), french: try row.next(),
      english: try row.next())
  }
}

/// What a concept may be said of. Never people: there is no case for them, and the table's own check
/// refuses any other. Stored under these names.
public enum ConceptTagKind: String, ColumnValue, Sendable, CaseIterable {
  case thread, tutorial, resource
}
