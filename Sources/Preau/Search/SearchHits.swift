import CSQLite

/// How often each phrase of a query stands in the title and in the body of one document.
///
/// FTS5's own `bm25()` first counts the documents of every phrase, which takes 5 ms for one common
/// word of 100,000 posts. `search_hits(search_post)` gives the bare counts of one row, two bytes a
/// phrase, and the ranking is ours, a pure function. They last as long as the bytes of the row.
struct SearchHits {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  func inTitle(_ phrase: Int) -> Int { count(2 * phrase) }
  func inBody(_ phrase: Int) -> Int { count(2 * phrase + 1) }

  private func count(_ index: Int) -> Int {
    index < bytes.count ? Int(bytes[index]) : 0
  }
}

/// `search_hits(table)`: the first column of the table is its title, the second its body.
func giveSearchHits(
  api: UnsafePointer<Fts5ExtensionApi>?, context: OpaquePointer?, result: OpaquePointer?,
  _: Int32, _: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let api, let context else { return }
  let phrases = api.pointee.xPhraseCount(context)
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * Int(phrases)) { hits in
    hits.initialize(repeating: 0)
    for phrase in 0..<phrases {
      let code = countHits(of: phrase, api.pointee, context, into: hits)
      guard code == SQLITE_OK else { return sqlite3_result_error_code(result, code) }
    }
    preau_result_blob(result, hits.baseAddress, Int32(hits.count))
  }
}

private func countHits(
  of phrase: Int32, _ api: Fts5ExtensionApi, _ context: OpaquePointer,
  into hits: UnsafeMutableBufferPointer<UInt8>
) -> Int32 {
  var place = Fts5PhraseIter()
  var column: Int32 = 0
  var offset: Int32 = 0
  let code = api.xPhraseFirst(context, phrase, &place, &column, &offset)
  guard code == SQLITE_OK else { return code }
  while column >= 0 {
    let index = 2 * Int(phrase) + min(Int(column), 1)
    if hits[index] < .max { hits[index] += 1 }
    api.xPhraseNext(context, &place, &column, &offset)
  }
  return SQLITE_OK
}
