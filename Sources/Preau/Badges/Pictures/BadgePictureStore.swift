import SQLite

/// Every statement about pictures that were sent for badges.
enum BadgePictureStore {
  static func picture(
    _ id: BadgeClass.ID, version: Int, _ db: Reader
  ) throws -> [UInt8]? {
    try db.value(
      "SELECT bytes FROM badge_picture WHERE class = ? AND version = ?", id, version,
      as: [UInt8].self)
  }

  static func keep(
    _ bytes: [UInt8], _ id: BadgeClass.ID, version: Int, _ db: Writer
  ) throws {
    try db.run(
      "INSERT INTO badge_picture (class, version, bytes) VALUES (?, ?, ?)", id, version, bytes)
  }
}
