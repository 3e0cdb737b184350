import Foundation
import JSONText
import LinkedData

import enum TestSupport.Places

/// The contexts that come with Préau, as the program reads them, and the files of the tests.
enum Bundled {
  /// The context documents by their addresses.
  static let documents: [String: JSON] = {
    do {
      let folder = Places.packageRoot + "/Seeds/openbadges"
      let index = try read(folder + "/contexts.json").object?.members ?? []
      var documents = [
        // The W3C's vectors name it; a program has no use for it.
        "https://www.w3.org/ns/credentials/examples/v2": try JSON(
          reading: "{\"@context\":{\"@vocab\":\"https://www.w3.org/ns/credentials/examples#\"}}")
      ]
      for (address, file) in index {
        documents[address] = try read("\(folder)/contexts/\(file.string ?? "")")
      }
      return documents
    } catch {
      preconditionFailure("The contexts cannot be read: \(error)")
    }
  }()

  static let library: ContextLibrary = {
    do {
      return try ContextLibrary(documents)
    } catch {
      preconditionFailure("The contexts are refused: \(error)")
    }
  }()

  static func read(_ path: String) throws -> JSON {
    try JSON(reading: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// A file of `Vectors/`.
  static func vector(_ name: String) throws -> JSON { try read(vectors + name) }

  static func text(ofVector name: String) throws -> String {
    try String(contentsOfFile: vectors + name, encoding: .utf8)
  }

  private static let vectors = Places.packageRoot + "/Tests/LinkedDataTests/Vectors/"
}
