/// The words of one document: how many there are, and which.
struct SearchVocabulary {
  private(set) var titleWords = 0
  private(set) var bodyWords = 0
  private var reader = WordReader()
  private var distinct: Set<String> = []

  init(_ document: SearchIndex.Document) {
    titleWords = count(document.title)
    bodyWords = count(document.body)
  }

  /// Distinct words worth correcting a typing error with, as a JSON array.
  var wordsJSON: String {
    var json = "["
    for word in distinct {
      if json.utf8.count > 1 { json += "," }
      json += "\"\(word)\""
    }
    return json + "]"
  }

  /// - Returns: the number of places in the text.
  private mutating func count(_ text: String) -> Int {
    var text = text
    var places = 0
    text.withUTF8 { bytes in
      reader.read(bytes) { word in
        if !word.isPart { places += 1 }
        if Self.isWorthKnowing(word.folded) {
          distinct.insert(String(decoding: word.folded, as: UTF8.self))
        }
      }
    }
    return places
  }

  /// Words in Latin letters without figures, neither tiny nor endless: all that JSON takes as it is.
  private static func isWorthKnowing(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    (3...30).contains(word.count)
      && word.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
  }
}
