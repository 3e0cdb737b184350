import Glibc

/// Reading `multipart/form-data` (RFC 7578), in one pass over the body.
enum Multipart {
  static let mostParts = 200
  static let longestHead = 4_096
  /// Bytes of a file that are read of a body on the disk: enough to tell what it is.
  static let beginning = 4_096

  /// - Parameter keptIn: the file whose bytes these are, when they are too many for memory.
  static func form(
    _ body: UnsafeBufferPointer<UInt8>, boundary: String, isCut: Bool, keptIn: OpenFile?
  ) throws(FormProblem) -> Form {
    var reader = Reader(body: body, boundary: boundary)
    var fields: [(name: String, value: String)] = []
    var files: [Form.File] = []
    try reader.skipPreamble()
    while let part = isCut ? try? reader.nextPart() : try reader.nextPart() {
      guard fields.count + files.count < mostParts else { throw .tooManyFields }
      let disposition = FieldValue(part.head["content-disposition"] ?? "")
      guard disposition.value.lowercased() == "form-data", let name = disposition.parameters["name"]
      else { throw .malformed }
      if let filename = disposition.parameters["filename"] {
        let type = part.head["content-type"] ?? "application/octet-stream"
        let long = keptIn.map { FileBody($0, part: part.content.indices) }
        let bytes = Array(long == nil ? part.content : part.content.prefix(beginning))
        files.append(
          Form.File(name: name, filename: bare(filename), type: type, bytes: bytes, long: long))
      } else {
        fields.append((name, text(part.content)))
      }
    }
    return Form(fields: Parameters(fields), files: files)
  }

  /// As a file's name, without the folders that some browsers send and without control characters.
  private static func bare(_ filename: String) -> String {
    let last = filename.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last
    return String(String.UnicodeScalarView((last ?? "").unicodeScalars.filter { $0.value >= 0x20 }))
  }

  /// As in an urlencoded form, no text holds NUL and all of it is UTF-8.
  private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    guard bytes.contains(0) else { return String(decoding: bytes, as: UTF8.self) }
    return String(
      decoding: bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }, as: UTF8.self)
  }
}

extension Multipart {
  fileprivate struct Part {
    let head: Headers
    let content: Slice<UnsafeBufferPointer<UInt8>>
  }

  fileprivate struct Reader {
    let body: UnsafeBufferPointer<UInt8>
    /// What separates two parts: a line break, two dashes, the boundary.
    let delimiter: [UInt8]
    var position = 0

    init(body: UnsafeBufferPointer<UInt8>, boundary: String) {
      self.body = body
      delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// The first delimiter may lack the line break before it.
    mutating func skipPreamble() throws(FormProblem) {
      if body.starts(with: delimiter.dropFirst(2)) {
        position = delimiter.count - 2
      } else {
        position = try find(delimiter, from: 0) + delimiter.count
      }
    }

    /// From behind a delimiter to the next one; nil behind the last.
    mutating func nextPart() throws(FormProblem) -> Part? {
      if body[position...].starts(with: "--".utf8) { return nil }
      while position < body.count, body[position].isBlank { position += 1 }
      guard body[position...].starts(with: "\r\n".utf8) else { throw .malformed }
      let head = try readHead()
      let start = position
      let end = try find(delimiter, from: start)
      position = end + delimiter.count
      return Part(head: head, content: body[start..<end])
    }

    /// The fields of a part, up to and with the empty line.
    private mutating func readHead() throws(FormProblem) -> Headers {
      let end = try find(Array("\r\n\r\n".utf8), from: position)
      guard end - position <= longestHead else { throw .malformed }
      var head = Headers()
      let lines = String(decoding: body[position..<end], as: UTF8.self).utf8
      for line in lines.split(whereSeparator: { $0 == 0x0D || $0 == 0x0A }) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .malformed }
        let value = Substring(line[line.index(after: colon)...]).trimmed
        head.append(String(Substring(line[..<colon]).trimmed), String(value))
      }
      // The line break before the content also stands before a delimiter that follows at once.
      position = end + 4
      return head
    }

    private func find(_ needle: [UInt8], from start: Int) throws(FormProblem) -> Int {
      guard let bytes = UnsafeRawPointer(body.baseAddress) else { throw .malformed }
      var index = start
      while index + needle.count <= body.count {
        // A film has a hundred million bytes to look at.
        let rest = bytes + index
        let most = body.count - needle.count - index + 1
        guard let first = memchr(rest, Int32(needle[0]), most) else { break }
        index += rest.distance(to: first)
        if memcmp(bytes + index, needle, needle.count) == 0 { return index }
        index += 1
      }
      throw .malformed
    }
  }
}
