extension MarkupWriter {
  /// Writes what may stand on `tag` of what was sent, in the order of ``Attribute``, then ours.
  mutating func writeAttributes(_ tag: Tag, _ sent: SentAttributes) {
    var left = sent.present & vocabulary.allowed[Int(tag.rawValue)]
    while left != 0 {
      let number = UInt8(left.trailingZeroBitCount)
      left &= left - 1
      guard let attribute = Attribute(rawValue: number) else { continue }
      write(attribute, sent.value(attribute), on: tag)
    }
    if tag == .input { output.append(" disabled=\"\"") }
  }

  private mutating func write(_ attribute: Attribute, _ value: SentValue, on tag: Tag) {
    switch attribute {
    case .id: writeIdentifier(value)
    case .class: writeClass(value, on: tag)
    case .lang: writeLanguage(value)
    case .dir: writeWord(" dir=\"", value, ["ltr", "rtl", "auto"])
    case .title: write(" title=\"", value, atMost: Policy.longestTitle)
    case .start: write(" start=\"", value.number(in: 0...999_999_999))
    case .reversed: output.append(" reversed=\"\"")
    case .type: writeType(value, on: tag)
    case .checked: output.append(" checked=\"\"")
    case .open: output.append(" open=\"\"")
    case .datetime: write(" datetime=\"", value, atMost: Policy.longestDateTime)
    case .colspan: write(" colspan=\"", value.number(in: 1...1_000))
    case .rowspan: write(" rowspan=\"", value.number(in: 0...1_000))
    case .align: writeWord(" align=\"", value, ["left", "right", "center"])
    case .scope: writeWord(" scope=\"", value, ["row", "col", "rowgroup", "colgroup"])
    case .href: writeLink(value)
    case .width: write(" width=\"", value.number(in: 1...4_096))
    case .height: write(" height=\"", value.number(in: 1...4_096))
    case .src, .alt: break
    }
  }

  /// Writes an escaped value in quotes after `opening`, which ends with the first of them.
  @inline(__always)
  mutating func write(_ opening: StaticString, _ value: SentValue) {
    output.append(opening)
    Escaping.write(value.bytes, value.count, Escaping.attribute, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ opening: StaticString, _ value: SentValue, atMost limit: Int) {
    if value.count <= limit { write(opening, value) }
  }

  private mutating func write(_ opening: StaticString, _ number: Int?) {
    guard let number else { return }
    output.append(opening)
    output.append(decimal: number)
    output.append(UInt8(ascii: "\""))
  }

  private mutating func writeWord(
    _ opening: StaticString, _ value: SentValue, _ words: [StaticString]
  ) {
    guard let word = words.first(where: { value.matches($0) }) else { return }
    output.append(opening)
    output.append(word)
    output.append(UInt8(ascii: "\""))
  }

  private mutating func writeLanguage(_ value: SentValue) {
    guard value.count <= Policy.longestLanguage,
      value.isMade(of: { isAlphanumeric($0) || $0 == UInt8(ascii: "-") })
    else { return }
    write(" lang=\"", value)
  }

  private mutating func writeIdentifier(_ value: SentValue) {
    let name = scope.unprefixed(value)
    guard name.count <= Policy.longestIdentifier, name.isMade(of: isIdentifierByte) else { return }
    output.append(" id=\"")
    output.append(scope.prefix, scope.count)
    output.append(name.bytes, name.count)
    output.append(UInt8(ascii: "\""))
  }

  private mutating func writeClass(_ value: SentValue, on tag: Tag) {
    if tag == .section {
      output.append(" class=\"footnotes\"")
    } else if let language = value.firstWord(where: isCodeLanguage) {
      write(" class=\"", language)
    }
  }

  private mutating func writeType(_ value: SentValue, on tag: Tag) {
    if tag == .input {
      output.append(" type=\"checkbox\"")
    } else if value.count == 1, "1aAiI".utf8.contains(value.bytes[0]) {
      write(" type=\"", value)
    }
  }
}

private func isIdentifierByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"),
    UInt8(ascii: "%"), 0x80...:
    true
  default: isAlphanumeric(byte)
  }
}

/// `language-…`, as highlighters and cmark-gfm write it.
private func isCodeLanguage(_ word: SentValue) -> Bool {
  let prefix = StaticString("language-").utf8CodeUnitCount
  guard word.begins(with: "language-"), word.count - prefix <= Policy.longestCodeLanguage else {
    return false
  }
  return word[from: prefix, to: word.count].isMade { byte in
    isAlphanumeric(byte) || "+#._-".utf8.contains(byte)
  }
}

extension SentValue {
  /// The first of the words between white space that satisfies `test`.
  func firstWord(where test: (SentValue) -> Bool) -> SentValue? {
    var at = 0
    while at < count {
      while at < count, bytes[at] <= 0x20 { at += 1 }
      let start = at
      while at < count, bytes[at] > 0x20 { at += 1 }
      let word = self[from: start, to: at]
      if word.count > 0, test(word) { return word }
    }
    return nil
  }
}
