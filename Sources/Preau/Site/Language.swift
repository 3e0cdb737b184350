import SQLite

/// A language of the interface.
public enum Language: String, ColumnValue, Sendable, CaseIterable {
  case french = "fr"
  case english = "en"
}
