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
    /// What the file holds.
    public let bytes: [UInt8]
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
      self = try Multipart.form(body, boundary: boundary, isCut: isCut)
    default:
      guard body.isEmpty else { throw .unsupportedType }
      self.init()
    }
  }
}
