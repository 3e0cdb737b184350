/// Why a document is not turned into RDF. Each case names what is to blame.
///
/// JSON-LD lets a processor drop in silence what no context defines: a signature would then not
/// cover it. Here nothing is dropped; what cannot be carried over is refused.
public enum LinkedDataError: Error, Hashable, Sendable {
  /// A context that is not in the library, by its address. None is ever fetched.
  case unknownContext(String)
  /// A context written inside the document instead of named.
  case inlineContext
  /// A context that includes itself, or a term that is defined by itself.
  case recursiveContext(String)
  /// A part of a context that is not as JSON-LD 1.1 wants it: the term or the keyword.
  case malformedContext(String)
  /// A protected term that a later context defines differently (JSON-LD 1.1 §4.1.11).
  case protectedTerm(String)
  /// `"@context": null` where terms are protected: the first of them.
  case protectedTermRemoved(String)
  /// The name of a member that no context defines.
  case undefinedTerm(String)
  /// A type that no context defines.
  case undefinedType(String)
  /// An identifier that only has a meaning beside an address that we do not know.
  case relativeIdentifier(String)
  /// An identifier that has a scheme and is yet no IRI (RFC 3987 §2.2).
  case malformedIdentifier(String)
  /// A whole number beyond 2⁵³, which processors write differently, or one beyond any double.
  case inexactNumber(String)
  /// A member whose value is not of a kind that it can have.
  case malformedValue(String)
  /// Two members of one object that stand for the same keyword.
  case repeatedKeyword(String)
  /// A feature of JSON-LD that no bundled context uses.
  case unsupported(String)
  case tooDeep
  case tooLarge
  /// Blank nodes that look so alike that naming them takes too long (RDFC-1.0 §7.1).
  case tooMuchWork
}
