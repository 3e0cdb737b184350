import CSQLite

/// `sort_key(name)` in SQL: what names are put in order by, so that « École » stands between « Cour »
/// and « Foyer » and not behind « Vie scolaire ».
enum SortKey {
  /// Folded letters, with one blank between words.
  static func of(_ name: String) -> [UInt8] {
    var key: [UInt8] = []
    for scalar in name.unicodeScalars.prefix(longest) {
      let folding = Folding.of(scalar)
      guard folding.kind == .letter || folding.kind == .sign else {
        if key.last != blank { key.append(blank) }
        continue
      }
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        let byte = UInt8(truncatingIfNeeded: folding.bytes >> shift)
        if byte != 0 { key.append(byte) }
      }
    }
    return key
  }

  private static let longest = 200
  private static let blank = UInt8(ascii: " ")

  /// Gives a new connection (a `sqlite3 *`) the function.
  static func setUp(_ connection: OpaquePointer) throws {
    let code = sqlite3_create_function_v2(
      connection, "sort_key", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil, giveSortKey, nil, nil, nil
    )
    guard code == SQLITE_OK else { throw SetUpFailure(code: code) }
  }

  /// SQLite's code.
  struct SetUpFailure: Error { let code: Int32 }
}

private func giveSortKey(
  context: OpaquePointer?, count: Int32, values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let value = values?.pointee, let text = sqlite3_value_text(value) else {
    return sqlite3_result_null(context)
  }
  let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value)))
  SortKey.of(String(decoding: bytes, as: UTF8.self)).withUnsafeBytes { key in
    preau_result_blob(context, key.baseAddress, Int32(key.count))
  }
}
