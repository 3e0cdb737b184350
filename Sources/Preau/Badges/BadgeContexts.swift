import JSONText
import LinkedData

/// The JSON-LD contexts that come with Préau: a badge may name these and no other.
enum BadgeContexts {
  /// Reads them, once for all badges that will be signed or verified.
  ///
  /// - Parameter root: the folder that holds `Seeds/`.
  static func library(root: String) throws -> ContextLibrary {
    let folder = root + "/Seeds/openbadges"
    var documents: [String: JSON] = [:]
    for (address, file) in try document(folder + "/contexts.json").object?.members ?? [] {
      documents[address] = try document("\(folder)/contexts/\(file.string ?? "")")
    }
    return try ContextLibrary(documents)
  }

  private static func document(_ path: String) throws -> JSON {
    guard let bytes = readFile(path) else { throw StartFailure("cannot read \(path)") }
    return try JSON(reading: bytes)
  }
}
