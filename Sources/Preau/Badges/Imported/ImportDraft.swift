import Credentials
import HTTP

/// What is taken at once, and in all.
enum ImportLimits {
  /// Of one badge, in bytes.
  static let badge = 2 << 20
  /// Of a ZIP, in bytes.
  static let archive = 16 << 20
  /// In a ZIP.
  static let entries: Int64 = 200
  /// Of all that is in a ZIP, in bytes.
  static let unfolded = 32 << 20
  static let files = 20
  static let addresses = 10
  /// Of one member.
  static let badgesInAll = 300
  /// Of one member.
  static let bytesInAll = 64 << 20
  /// For all that is brought at once, in seconds; what is left then is said to be left.
  static let seconds = 20
}

/// Why something that was brought is not kept.
enum ImportProblem: Error, Equatable, Sendable {
  case tooLong
  case archiveTooLong, archiveDamaged, archiveDangerous, archiveTooManyEntries
  case entryDamaged, locked, unreadable
  case notBadge(VerificationReason)
  case address(BadgeAsking.Failure)
  case status(Int)
  case full, outOfTime
}

/// One thing that is brought.
struct ImportItem: Sendable {
  /// As its sender calls it: a file's name, or an address; empty: pasted.
  let name: String
  let content: Content

  enum Content: Sendable {
    case bytes([UInt8])
    case address(String)
    case problem(ImportProblem)
  }
}

/// What a member brings, as it was sent.
struct ImportDraft: Sendable {
  /// Addresses, one a line, or the text of a badge.
  var text = ""
  var files: [Form.File] = []

  enum Problem: Error, Equatable { case nothing, tooManyFiles, tooManyAddresses }

  init() {}

  init(_ form: Form) {
    text = form["texte"] ?? ""
    // Browsers send a file without a name where none was chosen.
    files = form.files.filter { $0.name == "fichiers" && $0.size > 0 }
  }

  func items() throws(Problem) -> [ImportItem] {
    guard files.count <= ImportLimits.files else { throw .tooManyFiles }
    let items = try files.flatMap { Self.items(of: $0) } + Self.items(in: text)
    if items.isEmpty { throw .nothing }
    return items
  }

  /// Lines of addresses, or one badge.
  static func items(in text: String) throws(Problem) -> [ImportItem] {
    let lines = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if lines.isEmpty { return [] }
    let isList = lines.allSatisfy { line in
      let line = line.lowercased()
      return line.hasPrefix("https://") || line.hasPrefix("http://")
    }
    guard isList else {
      return [ImportItem(name: "", content: .bytes(Array(text.utf8)))]
    }
    guard lines.count <= ImportLimits.addresses else { throw .tooManyAddresses }
    return lines.map { ImportItem(name: $0, content: .address($0)) }
  }

  private static func items(of file: Form.File) -> [ImportItem] {
    func one(_ content: ImportItem.Content) -> [ImportItem] {
      [ImportItem(name: file.filename, content: content)]
    }
    let isZIP = file.withBytes { ZIPContent.isZIP($0) } ?? false
    if file.size > (isZIP ? ImportLimits.archive : ImportLimits.badge) {
      return one(.problem(isZIP ? .archiveTooLong : .tooLong))
    }
    guard let bytes = file.withBytes({ Array($0) }) else { return one(.problem(.unreadable)) }
    guard isZIP else { return one(.bytes(bytes)) }
    do {
      return inOrder(try ZIPContent.entries(of: bytes))
    } catch {
      return one(.problem(error))
    }
  }

  /// Pictures first: of one badge in several forms, the one that can be seen is kept.
  static func inOrder(_ entries: [ZIPContent.Entry]) -> [ImportItem] {
    func rank(_ name: String) -> Int {
      let name = name.lowercased()
      return name.hasSuffix(".png") ? 0 : name.hasSuffix(".svg") ? 1 : 2
    }
    return (0...2).flatMap { place in
      entries.filter { rank($0.name) == place }.map { entry in
        switch entry.content {
        case .success(let bytes): ImportItem(name: entry.name, content: .bytes(bytes))
        case .failure(let problem): ImportItem(name: entry.name, content: .problem(problem))
        }
      }
    }
  }
}
