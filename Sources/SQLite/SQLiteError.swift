import CSQLite

/// A statement that failed: what SQLite said about our SQL, never a value that was bound to it.
public struct SQLiteError: Error, Equatable {
  /// The primary result code, for example 19 for a constraint (sqlite.org/rescode.html).
  public let code: Int32
  /// The extended result code, for example 2067 for a unique constraint.
  public let extendedCode: Int32
  /// What went wrong, in the words of SQLite or of this module.
  public let message: String
  /// The statement as our source has it, with its question marks.
  public let sql: String?

  init(code: Int32, message: String, sql: String? = nil) {
    self.code = code & 0xff
    self.extendedCode = code
    self.message = message
    self.sql = sql
  }

  /// The failure that `connection` has just reported.
  init(_ connection: OpaquePointer?, sql: String? = nil) {
    let code = sqlite3_extended_errcode(connection)
    self.init(code: code, message: String(cString: sqlite3_errmsg(connection)), sql: sql)
  }

  /// The failure of a statement that has just been stepped or bound.
  init(_ statement: Statement) {
    let connection = sqlite3_db_handle(statement.handle)
    let code = sqlite3_extended_errcode(connection)
    // Functions and virtual tables quote what they were given ("fts5: syntax error near …"): the
    // words of a generic error may be those of a member as soon as something was bound.
    let mayQuoteValues = code & 0xff == SQLITE_ERROR && statement.parameterCount > 0
    let words = mayQuoteValues ? sqlite3_errstr(code) : sqlite3_errmsg(connection)
    self.init(
      code: code, message: words.map { String(cString: $0) } ?? "", sql: statement.sql)
  }
}

extension SQLiteError {
  /// A constraint of the schema refused a change.
  public var isConstraint: Bool { code == SQLITE_CONSTRAINT }

  /// A value that must be unique is already taken; primary keys included.
  public var isUniqueViolation: Bool {
    extendedCode == preau_constraint_unique || extendedCode == preau_constraint_primary_key
      || extendedCode == preau_constraint_row_id
  }

  /// A row points to one that does not exist.
  public var isForeignKeyViolation: Bool { extendedCode == preau_constraint_foreign_key }

  /// Another connection or process kept the database for longer than the busy timeout.
  public var isBusy: Bool { code == SQLITE_BUSY }

  /// What refused: `table.column` for each column of a unique constraint, else the constraint's
  /// name or expression. Empty for foreign keys, which SQLite does not name.
  public var constraint: [String] {
    guard isConstraint, let colon = message.firstRange(of: ": ") else { return [] }
    let named = message[colon.upperBound...]
    return isUniqueViolation ? named.split(separator: ", ").map(String.init) : [String(named)]
  }

  /// Whether the unique constraint that holds exactly these columns refused the change.
  ///
  /// - Parameter columns: `table.column`, in the order of the constraint.
  public func isUniqueViolation(of columns: String...) -> Bool {
    isUniqueViolation && constraint == columns
  }
}

extension SQLiteError: CustomStringConvertible {
  /// One line for the log.
  public var description: String {
    let line = "SQLite error \(extendedCode): \(message)"
    guard let sql else { return line }
    return line + " in: " + sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
