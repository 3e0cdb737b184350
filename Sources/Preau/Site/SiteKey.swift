/// The 32 bytes under which this site seals forms and feed addresses: a file beside the database,
/// readable by its owner alone.
struct SiteKey: Sendable {
  let bytes: [UInt8]

  /// Reads `DIR/site.key`, or makes it.
  ///
  /// - Throws: ``StartFailure`` when the file cannot be read or made.
  static func load(in folder: String) throws(StartFailure) -> SiteKey {
    let path = folder + "/site.key"
    if let bytes = readFile(path) {
      guard bytes.count == 32 else { throw StartFailure("\(path) does not hold 32 bytes") }
      return SiteKey(bytes: bytes)
    }
    let bytes = Crypto.randomBytes(32)
    try writeFile(path, bytes)
    return SiteKey(bytes: bytes)
  }
}
