import JSONText
import LinkedData

/// The JSON-LD contexts of badges, which come with the site and are never fetched.
enum BadgeContexts {
  /// - Parameter root: the folder that holds `Seeds/`.
  /// - Throws: ``StartFailure`` when they are not there.
  static func load(root: String) throws(StartFailure) -> ContextLibrary {
    let folder = root + "/Seeds/openbadges"
    do {
      var documents: [String: JSON] = [:]
      for (address, file) in try read(folder + "/contexts.json").object?.members ?? [] {
        documents[address] = try read("\(folder)/contexts/\(file.string ?? "")")
      }
      return try ContextLibrary(documents)
    } catch let failure as StartFailure {
      throw failure
    } catch {
      throw StartFailure("the contexts in \(folder) cannot be read: \(error)")
    }
  }

  private static func read(_ path: String) throws -> JSON {
    guard let bytes = readFile(path) else { throw StartFailure("there is no \(path)") }
    return try JSON(reading: bytes)
  }
}
