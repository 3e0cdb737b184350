import CStemmer

/// Reduces folded French words to what their forms have in common, with libstemmer.
///
/// Words are folded before and not after: « empêché » and a hasty « empeche » must meet, and the
/// stemmer treats « é » and « e » differently. Not shared between threads.
final class FrenchStemmer {
  /// Before a stem in the index; no word holds it.
  static let mark = UInt8(ascii: "=")

  private let handle: OpaquePointer
  private let marked: UnsafeMutablePointer<UInt8>
  private static let longestStem = 2 * WordReader.longestWord

  init?() {
    guard let handle = sb_stemmer_new("french", "UTF_8") else { return nil }
    self.handle = handle
    marked = .allocate(capacity: 1 + Self.longestStem)
    marked.initialize(to: Self.mark)
  }

  deinit {
    sb_stemmer_delete(handle)
    marked.deallocate()
  }

  /// Whether a word has other forms: articles, short words and numbers are left alone.
  static func canStem(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 3, word.count <= WordReader.longestWord else { return false }
    for byte in word where !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte) { return false }
    return !FunctionWords.contain(word)
  }

  /// The token under which the index keeps the stem of `word`. It lasts until the next call.
  func markedStem(of word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let stem = sb_stemmer_stem(handle, word.baseAddress, Int32(word.count)) else {
      return word
    }
    var count = min(Int(sb_stemmer_length(handle)), Self.longestStem)
    // Without its accent, « empêchée » still ends in an e once the stemmer has taken one away.
    while count > 3, stem[count - 1] == UInt8(ascii: "e") { count -= 1 }
    // The stemmer leaves plurals in -eux and -oux: « jeux » must meet « jeu ». Adjectives
    // (« heureux », « heureuse ») lose their x alike.
    if count > 3, stem[count - 1] == UInt8(ascii: "x"), stem[count - 2] == UInt8(ascii: "u"),
      stem[count - 3] == UInt8(ascii: "e") || stem[count - 3] == UInt8(ascii: "o")
    {
      count -= 1
    }
    (marked + 1).update(from: stem, count: count)
    return UnsafeBufferPointer(start: marked, count: 1 + count)
  }

  /// The same for a string, `nil` when the word has no other forms.
  func token(for word: String) -> String? {
    var word = word
    return word.withUTF8 { bytes in
      Self.canStem(bytes) ? String(decoding: markedStem(of: bytes), as: UTF8.self) : nil
    }
  }
}
