import HTML

/// A part of pages that depends on nothing but the language: written once in each.
struct LanguageParts: Sendable {
  private let french: Written
  private let english: Written

  init(_ write: (Strings, inout Page) -> Void) {
    french = Written { write(.of(.french), &$0) }
    english = Written { write(.of(.english), &$0) }
  }

  /// The part in the language of a visit.
  func `in`(_ language: Language) -> Written {
    switch language {
    case .french: french
    case .english: english
    }
  }
}
