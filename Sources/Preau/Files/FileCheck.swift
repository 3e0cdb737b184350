import SQLite

/// Whether the files on the disk are what the database says.
enum FileCheck {
  /// One sentence for each file that is not there, or holds something else than its name says.
  static func wrong(_ shelf: FileShelf, _ db: Reader) throws -> [String] {
    try FileStore.names(db).compactMap { key, name in
      guard let bytes = readFile(shelf.path(of: name)) else {
        return "file \(key): \(shelf.path(of: name)) is missing"
      }
      if FileShelf.name(of: bytes) != name {
        return "file \(key): \(shelf.path(of: name)) is damaged"
      }
      return nil
    }
  }
}
