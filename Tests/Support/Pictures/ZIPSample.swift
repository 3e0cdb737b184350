/// ZIP files made byte by byte, honest and not.
public enum ZIPSample {
  /// What a directory says of one entry.
  public struct Entry {
    public var name: String
    public var content: [UInt8]
    /// Bytes that it claims to unfold into; nil for the truth.
    public var claimed: UInt32?
    /// Where it claims to begin; nil for the truth.
    public var place: UInt32?
    /// What it claims that its bytes sum up to; nil for the truth.
    public var checksum: UInt32?

    public init(
      _ name: String, _ content: [UInt8], claimed: UInt32? = nil, place: UInt32? = nil,
      checksum: UInt32? = nil
    ) {
      self.checksum = checksum
      self.name = name
      self.content = content
      self.claimed = claimed
      self.place = place
    }
  }

  /// Entries that are not compressed, in this order.
  public static func stored(_ entries: [(String, String)]) -> [UInt8] {
    file(entries.map { Entry($0, Array($1.utf8)) })
  }

  /// A file that is nothing special.
  public static func plain() -> [UInt8] { stored([("lisez-moi.txt", "Bonjour.")]) }

  /// A package of OpenDocument.
  public static func openDocument(_ kind: String = "text") -> [UInt8] {
    stored([
      ("mimetype", "application/vnd.oasis.opendocument.\(kind)"), ("content.xml", "<x/>"),
    ])
  }

  /// A thousand entries, each of which claims to unfold into four gigabytes.
  public static func bomb() -> [UInt8] {
    file((0..<1_000).map { Entry("\($0)", [0], claimed: 0xFFFF_FFF0) })
  }

  /// A thousand entries that all claim the same bytes, so that little becomes much.
  public static func overlapping() -> [UInt8] {
    let bytes = [UInt8](repeating: 0, count: 10_000)
    let local =
      head(0x0403_4B50, Entry("a", bytes, checksum: 0), isLocal: true) + Array("a".utf8) + bytes
    var directory: [UInt8] = []
    for index in 0..<1_000 {
      let entry = Entry("\(index)", bytes, checksum: 0)
      directory += head(0x0201_4B50, entry, isLocal: false) + Array(entry.name.utf8)
    }
    return local + directory + end(count: 1_000, size: directory.count, start: local.count)
  }

  /// The whole file.
  public static func file(_ entries: [Entry]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for var entry in entries {
      entry.place = entry.place ?? UInt32(bytes.count)
      bytes += head(0x0403_4B50, entry, isLocal: true) + Array(entry.name.utf8) + entry.content
      directory += head(0x0201_4B50, entry, isLocal: false) + Array(entry.name.utf8)
    }
    return bytes + directory + end(count: entries.count, size: directory.count, start: bytes.count)
  }

  private static func head(_ mark: UInt32, _ entry: Entry, isLocal: Bool) -> [UInt8] {
    let size = UInt32(entry.content.count)
    var bytes = little(mark)
    if !isLocal { bytes += little(20 as UInt16) }
    for number in [20, 0, 0, 0, 0] as [UInt16] { bytes += little(number) }
    let checksum = entry.checksum ?? PNGPicture.crc(entry.content)
    for number in [checksum, size, entry.claimed ?? size] { bytes += little(number) }
    bytes += little(UInt16(entry.name.utf8.count)) + little(0 as UInt16)
    if isLocal { return bytes }
    for number in [0, 0, 0] as [UInt16] { bytes += little(number) }
    return bytes + little(0 as UInt32) + little(entry.place ?? 0)
  }

  private static func end(count: Int, size: Int, start: Int) -> [UInt8] {
    var bytes = little(0x0605_4B50 as UInt32)
    for number in [0, 0, UInt16(count), UInt16(count)] { bytes += little(number) }
    return bytes + little(UInt32(size)) + little(UInt32(start)) + little(0 as UInt16)
  }

  private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
