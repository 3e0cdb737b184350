/// Links in the pages of an archive: a body that leads to another thread of the class, or shows a file,
/// finds it in the archive; what leads to the site goes there by its full address.
struct ArchiveLinks {
  /// Those that the archive holds.
  let threads: Set<Int64>
  /// The names in the archive by the addresses on the site.
  let files: [String: String]
  /// The address of the site, without a slash at the end.
  let site: String

  /// Rewrites a finished page. Our writer escapes `<`, `>` and `"` in text and values, so that what
  /// stands between `<` and `>` is a tag, and an attribute ends with the next quotation mark.
  func relative(_ page: [UInt8]) -> [UInt8] {
    var written: [UInt8] = []
    written.reserveCapacity(page.count + 1_024)
    var isInTag = false
    var index = 0
    while index < page.count {
      let byte = page[index]
      if byte == 0x3C { isInTag = true } else if byte == 0x3E { isInTag = false }
      written.append(byte)
      index += 1
      guard isInTag, byte == 0x22, page.count > index, page[index] == 0x2F,
        written.hasEnding("href=\"") || written.hasEnding("src=\"")
      else { continue }
      let end = page[index...].firstIndex(of: 0x22) ?? page.endIndex
      let address = String(decoding: page[index..<end], as: UTF8.self)
      written += Array((files[address] ?? file(for: address) ?? site + address).utf8)
      index = end
    }
    return written
  }

  static func file(of thread: Int64) -> String { "fil-\(thread).html" }

  /// `/fils/12-title?page=2#message-30` is in `fil-12.html#message-30`.
  private func file(for address: String) -> String? {
    guard address.hasPrefix("/fils/"),
      let number = Int64(address.dropFirst(6).prefix { $0.isNumber }), threads.contains(number)
    else { return nil }
    return Self.file(of: number)
      + (address.firstIndex(of: "#").map { String(address[$0...]) } ?? "")
  }
}

extension [UInt8] {
  fileprivate func hasEnding(_ text: StaticString) -> Bool {
    suffix(text.utf8CodeUnitCount).elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
