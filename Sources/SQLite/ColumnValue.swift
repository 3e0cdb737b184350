/// A type whose values are kept in a column.
///
/// Most types of a product wrap one of the plain types and call it:
/// ```swift
/// extension Instant: ColumnValue {
///   public func bind(to parameter: Parameter) throws { try seconds.bind(to: parameter) }
///   public static func read(_ column: Column) throws -> Instant {
///     Instant(seconds: try Int64.read(column))
///   }
/// }
/// ```
/// An enum with a raw value only declares the conformance.
public protocol ColumnValue: Sendable {
  /// Gives the value to the statement.
  func bind(to parameter: Parameter) throws
  /// Takes the value from a row.
  ///
  /// - Throws: ``SQLiteError`` when the column holds something that is not such a value.
  static func read(_ column: Column) throws -> Self
}

extension ColumnValue where Self: RawRepresentable, RawValue: ColumnValue {
  /// Kept as its raw value.
  @inlinable public func bind(to parameter: Parameter) throws {
    try rawValue.bind(to: parameter)
  }

  /// - Throws: ``SQLiteError`` when the raw value stands for none of ours.
  @inlinable public static func read(_ column: Column) throws -> Self {
    guard let value = Self(rawValue: try RawValue.read(column)) else {
      throw column.unexpected("a \(Self.self)")
    }
    return value
  }
}

extension Int64: ColumnValue {
  /// Kept as a whole number.
  @inlinable public func bind(to parameter: Parameter) throws { try parameter.integer(self) }
  /// - Throws: ``SQLiteError`` when the column holds anything else.
  @inlinable public static func read(_ column: Column) throws -> Int64 { try column.integer() }
}

extension Int: ColumnValue {
  /// Kept as a whole number.
  @inlinable public func bind(to parameter: Parameter) throws { try parameter.integer(Int64(self)) }
  /// - Throws: ``SQLiteError`` when the column holds anything else.
  @inlinable public static func read(_ column: Column) throws -> Int {
    guard let value = Int(exactly: try column.integer()) else { throw column.unexpected("an Int") }
    return value
  }
}

/// Kept as 0 or 1.
extension Bool: ColumnValue {
  /// Kept as 0 or 1.
  @inlinable public func bind(to parameter: Parameter) throws {
    try parameter.integer(self ? 1 : 0)
  }
  /// - Throws: ``SQLiteError`` when the column holds anything else.
  @inlinable public static func read(_ column: Column) throws -> Bool {
    switch try column.integer() {
    case 0: return false
    case 1: return true
    default: throw column.unexpected("0 or 1")
    }
  }
}

extension Double: ColumnValue {
  /// Kept as a real number.
  @inlinable public func bind(to parameter: Parameter) throws { try parameter.real(self) }
  /// - Throws: ``SQLiteError`` when the column holds anything else.
  @inlinable public static func read(_ column: Column) throws -> Double { try column.real() }
}

extension String: ColumnValue {
  /// Kept as text.
  @inlinable public func bind(to parameter: Parameter) throws { try parameter.text(self) }
  /// - Throws: ``SQLiteError`` when the column holds anything else.
  @inlinable public static func read(_ column: Column) throws -> String { try column.text() }
}

/// Written as a blob; read from a blob, or from text as its UTF-8.
extension [UInt8]: ColumnValue {
  /// Kept as bytes.
  @inlinable public func bind(to parameter: Parameter) throws {
    try withUnsafeBytes { try parameter.blob($0) }
  }
  /// - Throws: ``SQLiteError`` when the column holds anything else.
  @inlinable public static func read(_ column: Column) throws -> [UInt8] {
    try column.withBytes { [UInt8]($0) }
  }
}

/// `nil` is NULL.
extension Optional: ColumnValue where Wrapped: ColumnValue {
  /// Kept as NULL for nil, else the value.
  @inlinable public func bind(to parameter: Parameter) throws {
    if let self { try self.bind(to: parameter) } else { try parameter.null() }
  }
  /// - Throws: ``SQLiteError`` when the column holds anything else.
  @inlinable public static func read(_ column: Column) throws -> Wrapped? {
    column.isNull ? nil : try Wrapped.read(column)
  }
}
