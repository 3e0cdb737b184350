import SQLite

/// A language of the interface.
public enum Language: String, ColumnValue, Sendable, CaseIterable {
  /// French, the language of the site where nobody asked for another.
  case french = "fr"
  /// English.
  case english = "en"
}
