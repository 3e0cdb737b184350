import HTTP
import SQLite

/// Whether the files on the disk are what the database says.
enum FileCheck {
  /// One sentence for each file that is not there, or holds something else than its name says.
  static func wrong(_ shelf: FileShelf, _ db: Reader) throws -> [String] {
    try FileStore.names(db).compactMap { key, name in
      guard let file = OpenFile(shelf.path(of: name)) else {
        return "file \(key): \(shelf.path(of: name)) is missing"
      }
      if file.withBytes(0..<file.size, { FileShelf.name(of: $0) }) != name {
        return "file \(key): \(shelf.path(of: name)) is damaged"
      }
      return nil
    }
  }

  /// What lies there and belongs to nothing: it may be on its way, and is taken away otherwise.
  static func notes(_ shelf: FileShelf, _ db: Reader) throws -> [String] {
    let named = Set(try FileStore.names(db).map(\.name))
    let orphans = shelf.all().filter { !named.contains($0.name) }
    if orphans.isEmpty { return [] }
    return [
      "\(orphans.count) files in \(shelf.folder) belong to nothing; the site takes them away an hour "
        + "after they came, such as \(orphans[0].path)"
    ]
  }
}
