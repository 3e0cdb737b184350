import PDF

/// The fonts of certificates: DejaVu knows Latin, Greek, Cyrillic and more, and may be given away
/// inside documents. A character that it does not have is shown as an empty box.
struct CertificateFonts {
  let title: TrueTypeFont
  let text: TrueTypeFont

  /// Where Debian's `fonts-dejavu-core` puts them.
  private static let folder = "/usr/share/fonts/truetype/dejavu/"

  /// Read when they are needed: a site makes few certificates, and keeps no megabyte for them.
  ///
  /// - Returns: nil where they are not installed.
  static func load() -> CertificateFonts? {
    guard let title = read("DejaVuSerif-Bold.ttf"), let text = read("DejaVuSans.ttf") else {
      return nil
    }
    return CertificateFonts(title: title, text: text)
  }

  private static func read(_ name: String) -> TrueTypeFont? {
    readFile(folder + name).flatMap { TrueTypeFont($0) }
  }
}
