import Media
import SQLite

/// The files of the demo: each lies in `Seeds/files` under the key by which a post shows it, and becomes
/// that of the post's author.
enum DemoFiles {
  /// Under what names its documents are offered.
  private static let names = ["demo-consignation-txtA": "Consigner en quatre étapes.txt"]

  static func make(in folder: String, root: String, at now: Instant, _ db: Writer) throws {
    let shelf = FileShelf(in: folder)
    let seeds = root + "/Seeds/files"
    for file in namesInFolder(seeds) {
      let key = String(file.prefix(FileLink.keyLength))
      guard let bytes = readFile(seeds + "/" + file),
        let post = try DemoStore.post(showing: key, db)
      else { throw StartFailure("the demo community has no post for \(file)") }
      let new = try shelf.taking { try kept(bytes, as: key, on: shelf) }
      try FileStore.add(new, of: post.author, at: now, most: .max, db)
      try FileStore.hold(post.source, in: post.id, by: post.author, db)
    }
  }

  private static func kept(_ bytes: [UInt8], as key: String, on shelf: FileShelf) throws -> NewFile
  {
    if let name = names[key] {
      return NewFile(
        key: key, kind: .document, content: try shelf.put(bytes),
        type: try DocumentKind(of: bytes).type, name: name, bytes: bytes.count)
    }
    let picture = try Picture(of: bytes)
    return NewFile(
      key: key, kind: .picture, content: try shelf.put(picture.full),
      thumbnail: try shelf.put(picture.thumbnail), type: picture.type,
      bytes: picture.full.count + picture.thumbnail.count)
  }
}
