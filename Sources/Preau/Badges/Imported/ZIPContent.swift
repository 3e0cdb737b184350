// A ZIP that anybody may have sent:
// (1) What it says of itself is looked at first: how many entries there are, how much they unfold
//     into, whether they lie over each other.
// (2) None of that is believed: unfolding ends at the limits, whatever was said.
// (3) Nothing of it reaches the disk, and a ZIP inside of a ZIP stays folded.

import CZip
import Media

/// The files inside a ZIP, unfolded in memory by libzip.
enum ZIPContent {
  struct Entry: Sendable {
    /// With its folders.
    let name: String
    let content: Result<[UInt8], ImportProblem>
  }

  static func isZIP(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// - Throws: why nothing of it is taken.
  static func entries(of bytes: [UInt8]) throws(ImportProblem) -> [Entry] {
    do { _ = try DocumentKind(of: bytes) } catch {
      throw error == .damaged ? .archiveDamaged : .archiveDangerous
    }
    return try bytes.withUnsafeBufferPointer { (bytes) throws(ImportProblem) in
      var error = zip_error_t()
      zip_error_init(&error)
      defer { zip_error_fini(&error) }
      guard
        let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error)
      else { throw .archiveDamaged }
      guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
        zip_source_free(source)
        throw .archiveDamaged
      }
      defer { zip_discard(archive) }
      return try entries(in: archive)
    }
  }

  private static func entries(in archive: OpaquePointer) throws(ImportProblem) -> [Entry] {
    let count = zip_get_num_entries(archive, 0)
    guard count <= ImportLimits.entries else { throw .archiveTooManyEntries }
    var left = ImportLimits.unfolded
    var found: [Entry] = []
    for index in 0..<UInt64(max(0, count)) {
      guard let name = zip_get_name(archive, index, 0).map({ String(cString: $0) }),
        !isAside(name)
      else { continue }
      guard left > 0 else { throw .archiveDangerous }
      let content = unfold(index, archive, most: min(left, ImportLimits.badge))
      left -= (try? content.get().count) ?? ImportLimits.badge
      found.append(Entry(name: name, content: content))
    }
    return found
  }

  /// A folder, or what computers add without being asked.
  private static func isAside(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.last?.isEmpty == true || parts.first == "__MACOSX"
      || parts.last?.hasPrefix(".") == true
  }

  private static func unfold(
    _ index: UInt64, _ archive: OpaquePointer, most: Int
  ) -> Result<[UInt8], ImportProblem> {
    guard let file = zip_fopen_index(archive, index, 0) else {
      let isLocked = zip_error_code_zip(zip_get_error(archive)) == ZIP_ER_NOPASSWD
      return .failure(isLocked ? .locked : .entryDamaged)
    }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Int(zip_fread(file, &part, UInt64(part.count)))
      // Also when its checksum is another one than was said.
      if count < 0 { return .failure(.entryDamaged) }
      if count == 0 { return .success(bytes) }
      bytes += part.prefix(count)
      if bytes.count > most { return .failure(.tooLong) }
    }
  }
}
