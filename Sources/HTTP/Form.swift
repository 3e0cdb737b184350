/// Why the body of a request is not a form.
public enum FormProblem: Error, Equatable, Sendable {
  /// It breaks the rules of its own format.
  case malformed
  /// More fields or files than any of our pages sends.
  case tooManyFields
  /// Neither of the two formats in which browsers send forms.
  case unsupportedType
}

/// What a page's form sent: fields and files.
public struct Form: Sendable {
  /// A file that came with a form.
  public struct File: Sendable {
    /// The name of the field.
    public let name: String
    /// The last part of the name that the file has at its sender's; never a path.
    public let filename: String
    /// What its sender says that it is: anybody's word.
    public let type: String
    /// What the file holds; only its beginning where ``long`` has the whole.
    public let bytes: [UInt8]
    /// Where the file lies, when it came in a body that is too long for memory.
    var long: FileBody?

    /// In bytes.
    public var size: Int { long?.part.count ?? bytes.count }

    /// Hands over all that the file holds, wherever that is.
    ///
    /// - Returns: nil when the system refuses.
    public func withBytes<R, E: Error>(
      _ body: (UnsafeRawBufferPointer) throws(E) -> R
    ) throws(E) -> R? {
      if let long { return try long.file.withBytes(long.part, body) }
      return try bytes.withUnsafeBufferPointer { (bytes) throws(E) -> R in
        try body(UnsafeRawBufferPointer(bytes))
      }
    }
  }

  /// The fields that are no files, in the order of the page.
  public let fields: Parameters
  /// The files, in the order of the page.
  public let files: [File]

  /// A form that was not read from a body.
  public init(fields: Parameters = Parameters(), files: [File] = []) {
    self.fields = fields
    self.files = files
  }

  /// The first value of that name.
  public subscript(name: String) -> String? { fields[name] }
  /// Every value of that name.
  public func all(_ name: String) -> [String] { fields.all(name) }
  /// The first file of that name.
  public func file(_ name: String) -> File? { files.first { $0.name == name } }

  /// - Parameters:
  ///   - type: the value of `Content-Type`.
  ///   - isCut: whether only the beginning of the body is there: what stands in it whole is read of a
  ///     form that may bring files, and nothing of another one.
  public init(body: [UInt8], type: String, isCut: Bool = false) throws(FormProblem) {
    let media = FieldValue(type)
    switch media.value.lowercased() {
    case "application/x-www-form-urlencoded" where !isCut:
      let fields = Parameters(body[...], atMost: Parameters.most + 1)
      guard fields.pairs.count <= Parameters.most else { throw .tooManyFields }
      self.init(fields: fields)
    case "multipart/form-data":
      guard let boundary = media.parameters["boundary"], (1...70).contains(boundary.utf8.count)
      else { throw .malformed }
      self = try body.withUnsafeBufferPointer { (bytes) throws(FormProblem) -> Form in
        try Multipart.form(bytes, boundary: boundary, isCut: isCut, keptIn: nil)
      }
    default:
      guard body.isEmpty else { throw .unsupportedType }
      self.init()
    }
  }

  /// Of a body that is too long for memory: only forms that bring files have one.
  init(bodyFile: OpenFile, type: String) throws(FormProblem) {
    let media = FieldValue(type)
    guard media.value.lowercased() == "multipart/form-data" else { throw .unsupportedType }
    guard let boundary = media.parameters["boundary"], (1...70).contains(boundary.utf8.count)
    else { throw .malformed }
    let form = try bodyFile.withBytes(0..<bodyFile.size) { (bytes) throws(FormProblem) -> Form in
      try Multipart.form(
        bytes.bindMemory(to: UInt8.self), boundary: boundary, isCut: false, keptIn: bodyFile)
    }
    guard let form else { throw .malformed }
    self = form
  }
}
