/// One word of a query or text, folded, with the parts that hyphens tie together.
struct SearchWord: Equatable, Hashable, Sendable {
  /// The whole word.
  let form: String
  /// The parts of a compound; empty for a plain word.
  let parts: [String]
  /// Where it is written, in UTF-8 bytes of the text.
  let source: Range<Int>

  var isFunctionWord: Bool { parts.isEmpty && FunctionWords.contain(form) }

  /// The words of a text, in order.
  static func all(in text: String) -> [SearchWord] {
    var text = text
    var found: [SearchWord] = []
    var reader = WordReader()
    text.withUTF8 { bytes in
      reader.read(bytes) { word in
        let form = String(decoding: word.folded, as: UTF8.self)
        if word.isPart, let whole = found.popLast() {
          found.append(whole.adding(part: form))
        } else {
          found.append(SearchWord(form: form, parts: [], source: word.source))
        }
      }
    }
    return found
  }

  /// The words of a text as they would be compared with another's: « L’École » is `ecole`.
  static func folded(_ text: String) -> [String] {
    all(in: text).map(\.form)
  }

  private func adding(part: String) -> SearchWord {
    SearchWord(form: form, parts: parts + [part], source: source)
  }
}
