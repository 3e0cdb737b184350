/// The words of one document: how many there are, and which.
struct SearchVocabulary {
  private(set) var titleWords = 0
  private(set) var bodyWords = 0
  private var json: [UInt8] = [UInt8(ascii: "[")]
  private var seen = SeenHashes()

  init(_ document: SearchIndex.Document) {
    var reader = WordReader()
    titleWords = count(document.title, &reader)
    bodyWords = count(document.body, &reader)
    json.append(UInt8(ascii: "]"))
  }

  /// Distinct words worth correcting a typing error with, as a JSON array.
  var wordsJSON: String { String(decoding: json, as: UTF8.self) }

  /// - Returns: the number of places in the text.
  private mutating func count(_ text: String, _ reader: inout WordReader) -> Int {
    var text = text
    var places = 0
    text.withUTF8 { bytes in
      reader.read(bytes) { word in
        if !word.isPart { places += 1 }
        add(word.folded)
      }
    }
    return places
  }

  /// Words in Latin letters without figures, neither tiny nor endless: all that JSON takes as it is.
  private mutating func add(_ word: UnsafeBufferPointer<UInt8>) {
    guard 3...30 ~= word.count else { return }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
    for byte in word {
      guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte else { return }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    guard seen.insert(hash) else { return }
    if json.count > 1 { json.append(UInt8(ascii: ",")) }
    json.append(UInt8(ascii: "\""))
    json.append(contentsOf: word)
    json.append(UInt8(ascii: "\""))
  }
}

/// Remembers some hashes: enough that most words of a document are written once. What is forgotten
/// or confused costs a look-up, or a word that is not proposed as a correction.
private struct SeenHashes {
  private var slots = [UInt64](repeating: 0, count: 1024)

  /// - Returns: whether it was not there.
  mutating func insert(_ hash: UInt64) -> Bool {
    let slot = Int(truncatingIfNeeded: hash & 1023)
    guard slots[slot] != hash else { return false }
    slots[slot] = hash
    return true
  }
}
