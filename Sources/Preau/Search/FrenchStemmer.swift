import CStemmer

/// Reduces folded French words to what their forms have in common, with libstemmer.
///
/// Words are folded before and not after: « empêché » and a hasty « empeche » must meet, and the
/// stemmer treats « é » and « e » differently. Not shared between threads.
final class FrenchStemmer {
  private let handle: OpaquePointer

  init?() {
    guard let handle = sb_stemmer_new("french", "UTF_8") else { return nil }
    self.handle = handle
  }

  deinit { sb_stemmer_delete(handle) }

  /// Whether a word has other forms: articles, short words and numbers are left alone.
  static func canStem(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 3, !FunctionWords.contain(word) else { return false }
    return word.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
  }

  /// Gives the stem of `word` to `body`, which may use it until it returns.
  func withStem<R>(
    of word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> R
  ) rethrows -> R {
    guard let start = sb_stemmer_stem(handle, word.baseAddress, Int32(word.count)) else {
      return try body(word)
    }
    var stem = UnsafeBufferPointer(start: start, count: Int(sb_stemmer_length(handle)))
    // Without its accent, « empêchée » still ends in an e once the stemmer has taken one away.
    while stem.count > 3, stem.last == UInt8(ascii: "e") {
      stem = UnsafeBufferPointer(rebasing: stem.dropLast())
    }
    return try body(Self.singular(stem))
  }

  /// The stemmer leaves the plurals in -eux and -oux: « jeux » must meet « jeu ». Adjectives
  /// (« heureux », « heureuse ») lose their x alike.
  private static func singular(_ stem: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let isPlural =
      stem.suffix(3).elementsEqual("eux".utf8) || stem.suffix(3).elementsEqual("oux".utf8)
    return isPlural ? UnsafeBufferPointer(rebasing: stem.dropLast()) : stem
  }

  func stem(_ word: String) -> String {
    var word = word
    return word.withUTF8 { word in
      withStem(of: word) { String(decoding: $0, as: UTF8.self) }
    }
  }
}
