/// The kinds of documents that are kept as they are and offered to be saved, never shown by us. What a
/// file is says its content alone: no name, no declared type.
public enum DocumentKind: Sendable, Equatable, CaseIterable {
  case pdf
  case text, richText
  case textODF, sheetODF, slidesODF, drawingODF
  case wordOOXML, excelOOXML, slidesOOXML
  case epub, geogebra
  case zip

  /// Why a file is no document that can be kept.
  public enum Problem: Error, Equatable, Sendable {
    /// None of the kinds above.
    case unknownType
    /// It ends too early, or contradicts itself.
    case damaged
    /// It unfolds into far more than it is, or beside the folder that it is unfolded in.
    case dangerous
    /// It holds a program that word processors would run.
    case macros
  }

  /// What `bytes` are.
  public init(of bytes: [UInt8]) throws(Problem) {
    if bytes.starts(with: "%PDF-".utf8) {
      guard Self.endsAsPDF(bytes) else { throw .damaged }
      self = .pdf
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = try Self.inside(ZIPListing(of: bytes))
    } else if Self.isText(bytes) {
      self = bytes.starts(with: "{\\rtf1".utf8) ? .richText : .text
    } else {
      throw .unknownType
    }
  }

  /// `Content-Type`.
  public var type: String {
    switch self {
    case .pdf: "application/pdf"
    case .text: "text/plain"
    case .richText: "application/rtf"
    case .textODF: "application/vnd.oasis.opendocument.text"
    case .sheetODF: "application/vnd.oasis.opendocument.spreadsheet"
    case .slidesODF: "application/vnd.oasis.opendocument.presentation"
    case .drawingODF: "application/vnd.oasis.opendocument.graphics"
    case .wordOOXML: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .excelOOXML: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .slidesOOXML: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    case .epub: "application/epub+zip"
    case .geogebra: "application/vnd.geogebra.file"
    case .zip: "application/zip"
    }
  }

  /// How a name of such a file may end; the first one is given to a name that ends otherwise, so that
  /// nothing opens it as what it is not.
  public var extensions: [String] {
    switch self {
    case .pdf: ["pdf"]
    case .text: ["txt", "md", "csv", "tsv", "tex", "py"]
    case .richText: ["rtf"]
    case .textODF: ["odt"]
    case .sheetODF: ["ods"]
    case .slidesODF: ["odp"]
    case .drawingODF: ["odg"]
    case .wordOOXML: ["docx"]
    case .excelOOXML: ["xlsx"]
    case .slidesOOXML: ["pptx"]
    case .epub: ["epub"]
    case .geogebra: ["ggb"]
    case .zip: ["zip", "h5p", "sb3"]
    }
  }

  /// Its last line is near its end (ISO 32000-1 §7.5.5).
  private static func endsAsPDF(_ bytes: [UInt8]) -> Bool {
    let end = Array(bytes.suffix(2_048))
    let mark = Array("%%EOF".utf8)
    return end.indices.contains { end[$0...].starts(with: mark) }
  }

  /// A package says in its first entry, or by the names of its entries, what it is.
  private static func inside(_ listing: ZIPListing) throws(Problem) -> DocumentKind {
    if let type = listing.declaredType {
      guard let kind = allCases.first(where: { $0.type == type }) else { return .zip }
      return kind
    }
    guard listing.names.contains("[Content_Types].xml") else {
      return listing.names.contains("geogebra.xml") ? .geogebra : .zip
    }
    if listing.names.contains(where: { $0.hasSuffix("vbaProject.bin") }) { throw .macros }
    let parts: [(String, DocumentKind)] = [
      ("word/", .wordOOXML), ("xl/", .excelOOXML), ("ppt/", .slidesOOXML),
    ]
    return parts.first { part, _ in listing.names.contains { $0.hasPrefix(part) } }?.1 ?? .zip
  }

  /// Whether it holds nothing but characters, in whatever encoding: no control but those of lines.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }
  }
}
