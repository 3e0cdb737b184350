import Glibc
import PDF

/// The fonts of certificates: DejaVu knows Latin, Greek, Cyrillic and more, and may be given away
/// inside documents. A character that it does not have is shown as an empty box.
struct CertificateFonts {
  let title: TrueTypeFont
  let text: TrueTypeFont

  /// Where Debian's `fonts-dejavu-core` puts them.
  private static let folder = "/usr/share/fonts/truetype/dejavu/"
  private static let names = (title: "DejaVuSerif-Bold.ttf", text: "DejaVuSans.ttf")

  /// Whether certificates can be made on this machine.
  static let areInstalled =
    access(folder + names.title, R_OK) == 0 && access(folder + names.text, R_OK) == 0

  /// Read when they are needed: a site makes few certificates, and keeps no megabyte for them.
  ///
  /// - Returns: nil where they are not installed.
  static func load() -> CertificateFonts? {
    guard let title = read(names.title), let text = read(names.text) else { return nil }
    return CertificateFonts(title: title, text: text)
  }

  private static func read(_ name: String) -> TrueTypeFont? {
    readFile(folder + name).flatMap { TrueTypeFont($0) }
  }
}
