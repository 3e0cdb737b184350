// How SQLite's FTS5 sees our words. Two streams share the places of a text:
// (1) the folded word as it is, so that phrases, prefixes and exact forms can be asked for;
// (2) at the same place (FTS5_TOKEN_COLOCATED) its stem, marked by "=", which no word holds.
// A query names the stream that it wants, and so can rank exact forms above others. One table with
// two streams and not two tables: a text is read once, and a row of hits holds both.
//
// The words of a query have been read before (see `SearchExpression`): FTS5 must take them as they
// are.

import CSQLite

/// One per table and connection, used by one thread at a time.
private final class SearchTokenizer {
  var reader = WordReader()
  let stemmer: FrenchStemmer

  init(_ stemmer: FrenchStemmer) {
    self.stemmer = stemmer
  }
}

/// Thrown to stop reading when FTS5 wants no more words.
private struct TokenizerStop: Error {
  let code: Int32
}

private typealias TakeToken =
  @convention(c) (
    UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32, Int32, Int32
  ) -> Int32

/// Where one text's tokens go.
private struct TokenSink {
  let context: UnsafeMutableRawPointer?
  let take: TakeToken

  func give(
    _ token: UnsafeBufferPointer<UInt8>, at source: Range<Int>, sharingPlace: Bool
  ) throws(TokenizerStop) {
    let code = token.withMemoryRebound(to: CChar.self) { token in
      take(
        context, sharingPlace ? FTS5_TOKEN_COLOCATED : 0, token.baseAddress, Int32(token.count),
        Int32(source.lowerBound), Int32(source.upperBound))
    }
    if code != SQLITE_OK { throw TokenizerStop(code: code) }
  }
}

/// What is registered with each connection, under the name `preau`.
func makeSearchTokenizer() -> fts5_tokenizer {
  fts5_tokenizer(
    xCreate: createSearchTokenizer, xDelete: deleteSearchTokenizer, xTokenize: tokenizeForSearch)
}

private func createSearchTokenizer(
  _: UnsafeMutableRawPointer?, _: UnsafeMutablePointer<UnsafePointer<CChar>?>?, _: Int32,
  made: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guard let stemmer = FrenchStemmer() else { return SQLITE_NOMEM }
  made?.pointee = OpaquePointer(Unmanaged.passRetained(SearchTokenizer(stemmer)).toOpaque())
  return SQLITE_OK
}

private func deleteSearchTokenizer(_ tokenizer: OpaquePointer?) {
  guard let tokenizer else { return }
  Unmanaged<SearchTokenizer>.fromOpaque(UnsafeRawPointer(tokenizer)).release()
}

private func tokenizeForSearch(
  _ tokenizer: OpaquePointer?, context: UnsafeMutableRawPointer?, flags: Int32,
  text: UnsafePointer<CChar>?, count: Int32, take: TakeToken?
) -> Int32 {
  guard let tokenizer, let take, let text, count > 0 else { return SQLITE_OK }
  let own = Unmanaged<SearchTokenizer>.fromOpaque(UnsafeRawPointer(tokenizer))
    .takeUnretainedValue()
  let sink = TokenSink(context: context, take: take)
  let bytes = UnsafeRawBufferPointer(start: text, count: Int(count)).assumingMemoryBound(
    to: UInt8.self)
  do throws(TokenizerStop) {
    if flags & FTS5_TOKENIZE_QUERY != 0 {
      try giveQuery(bytes, sink)
    } else {
      try giveText(bytes, own, sink)
    }
    return SQLITE_OK
  } catch {
    return error.code
  }
}

private func giveText(
  _ text: UnsafeBufferPointer<UInt8>, _ own: SearchTokenizer, _ sink: TokenSink
) throws(TokenizerStop) {
  try own.reader.read(text) { word throws(TokenizerStop) in
    try sink.give(word.folded, at: word.source, sharingPlace: word.isPart)
    guard FrenchStemmer.canStem(word.folded) else { return }
    let stem = own.stemmer.markedStem(of: word.folded)
    try sink.give(stem, at: word.source, sharingPlace: true)
  }
}

/// Tokens of our own making, parted by single spaces.
private func giveQuery(_ text: UnsafeBufferPointer<UInt8>, _ sink: TokenSink) throws(TokenizerStop)
{
  var start = 0
  for token in text.split(separator: UInt8(ascii: " ")) {
    try sink.give(
      UnsafeBufferPointer(rebasing: token), at: start..<start + token.count, sharingPlace: false)
    start += token.count + 1
  }
}
