import SQLite
import Testing

@Suite struct `Values in columns` {
  let folder = Folder()

  /// What comes back when `value` is given.
  private func roundTrip<T: ColumnValue>(_ value: T) throws -> T? {
    try folder.open([]).read { db in try db.value("SELECT ?", value, as: T.self) }
  }

  @Test(arguments: [0, 1, -1, Int.max, Int.min])
  func `whole numbers come back`(value: Int) throws {
    #expect(try roundTrip(value) == value)
    #expect(try roundTrip(Int64(value)) == Int64(value))
  }

  @Test(arguments: [0, 1.5, -.infinity, .leastNonzeroMagnitude])
  func `real numbers come back`(value: Double) throws {
    #expect(try roundTrip(value) == value)
  }

  @Test(arguments: ["", "élève", "nul\0inside", "🧑🏽‍🏫"])
  func `texts come back, the empty one too`(value: String) throws {
    #expect(try roundTrip(value) == value)
    #expect(try roundTrip(Optional(value)) == .some(value))
  }

  @Test(arguments: [[], [0], Array(0...255)] as [[UInt8]])
  func `bytes come back, none at all too`(value: [UInt8]) throws {
    #expect(try roundTrip(value) == value)
    #expect(try roundTrip(Optional(value)) == .some(value))
  }

  @Test func `truth comes back`() throws {
    #expect(try roundTrip(true) == true)
    #expect(try roundTrip(false) == false)
  }

  @Test func `nil is NULL`() throws {
    let isNull = try folder.open([]).read { db in
      try db.value("SELECT ? IS NULL", String?.none, as: Bool.self)
    }
    #expect(isNull == true)
    #expect(try roundTrip(String?.none) == .some(nil))
  }

  @Test func `NaN is refused instead of becoming NULL`() {
    #expect(throws: SQLiteError.self) { try roundTrip(Double.nan) }
  }

  @Test func `a value of an enum comes back, and one it does not know throws`() throws {
    #expect(try roundTrip(Season.summer) == .summer)
    let error = #expect(throws: SQLiteError.self) {
      try folder.open([]).read { db in
        try db.value("SELECT ? AS season", "autumn", as: Season.self)
      }
    }
    #expect(error?.message == "column 1 (season) holds text which is not a Season")
  }

  @Test func `a type of another module can wrap a plain one`() throws {
    #expect(try roundTrip(Metres(count: 12)) == Metres(count: 12))
  }

  @Test func `text is read in place as bytes`() throws {
    let length = try folder.open([]).read { db in
      try db.row("SELECT 1, 'élève'") { row in
        _ = try row.next(Int.self)
        return try row.nextBytes { String(decoding: $0, as: UTF8.self) }
      }
    }
    #expect(length == "élève")
  }

  @Test func `a column of another type throws and names itself`() throws {
    let database = try folder.open([])
    func read<T: ColumnValue>(_ sql: StaticString, as type: T.Type) throws -> String? {
      let error = #expect(throws: SQLiteError.self) {
        try database.read { db in try db.value(sql, as: T.self) }
      }
      return error?.message
    }
    #expect(
      try read("SELECT NULL AS a", as: String.self)
        == "column 1 (a) holds NULL which is not text")
    #expect(
      try read("SELECT '1' AS a", as: Int.self)
        == "column 1 (a) holds text which is not an integer")
    #expect(
      try read("SELECT 2 AS a", as: Bool.self)
        == "column 1 (a) holds an integer which is not 0 or 1")
    #expect(
      try read("SELECT x'00' AS a", as: String.self)
        == "column 1 (a) holds a blob which is not text")
    #expect(
      try read("SELECT 1 AS a", as: [UInt8].self)
        == "column 1 (a) holds an integer which is not text or a blob")
  }

  @Test func `reading past the last column throws`() throws {
    let error = #expect(throws: SQLiteError.self) {
      try folder.open([]).read { db in
        try db.row("SELECT 1") { row in (try row.next(Int.self), try row.next(Int.self)) }
      }
    }
    #expect(error?.message == "a row of 1 columns has no column 2")
  }
}

enum Season: String, ColumnValue { case spring, summer }

private struct Metres: ColumnValue, Equatable {
  let count: Int64
  func bind(to parameter: Parameter) throws { try count.bind(to: parameter) }
  static func read(_ column: Column) throws -> Metres { Metres(count: try Int64.read(column)) }
}
