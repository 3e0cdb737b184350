import HTML
import HTTP
import HTTPServer

/// The files of `Web/` and the reading font, under names that change with their content: a browser
/// may keep each for a year.
public final class Assets: Sendable {
  struct File: Sendable {
    let type: String
    let bytes: [UInt8]
    let gzipped: [UInt8]?
    let address: Address
  }

  private let byName: [String: File]
  private let byAddress: [String: File]
  /// The folder that holds `Web/` and `Seeds/`.
  let root: String

  /// Loads everything below `root/Web` that a page may ask for.
  ///
  /// - Throws: ``StartFailure`` when the style sheets are not there.
  public init(root: String) throws(StartFailure) {
    self.root = root
    var files: [String: File] = [:]
    let web = root + "/Web"
    let styles = namesInFolder(web + "/styles").filter { $0.hasSuffix(".css") }
    guard !styles.isEmpty else { throw StartFailure("no style sheet in \(web)/styles") }
    // The layers fix the order of the rules; one file is one request on a bad line.
    let sheet = styles.flatMap { readFile("\(web)/styles/\($0)") ?? [] }
    files["styles.css"] = Self.file("styles.css", CSS.withoutComments(sheet))
    for folder in ["scripts", "icons"] {
      for name in namesInFolder("\(web)/\(folder)") {
        guard let bytes = readFile("\(web)/\(folder)/\(name)") else { continue }
        files[name] = Self.file(name, name.hasSuffix(".js") ? Script.withoutComments(bytes) : bytes)
      }
    }
    Self.addDyslexicFont(to: &files)
    byName = files
    byAddress = Dictionary(uniqueKeysWithValues: files.values.map { ($0.address.text, $0) })
  }

  /// Where a page finds an asset.
  func address(of name: String) -> Address {
    guard let file = byName[name] else { preconditionFailure("There is no asset \(name).") }
    return file.address
  }

  func has(_ name: String) -> Bool { byName[name] != nil }

  /// An asset under an address of its own, which stays when its content changes: it is asked for again
  /// each time, and answered in a few bytes.
  func response(named name: String) -> Response? {
    guard let file = byName[name] else { return nil }
    var response = Response(type: file.type, body: file.bytes)
    response.gzipped = file.gzipped
    response["Cache-Control"] = "no-cache"
    return response
  }

  /// The asset at a path, or nil: names are looked up, the disk is never asked.
  func response(at path: String) -> Response? {
    guard let file = byAddress[path] else { return nil }
    var response = Response(type: file.type, body: file.bytes)
    response.gzipped = file.gzipped
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
  }

  private static func file(_ name: String, _ bytes: [UInt8]) -> File {
    let digest = Crypto.hash(bytes).prefix(6).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let stem = String(name[..<dot])
    let ending = String(name[dot...].dropFirst())
    let type = type(of: ending)
    return File(
      type: type, bytes: bytes,
      gzipped: type.hasPrefix("font/") ? nil : Gzip.compress(bytes, level: 9),
      address: "/statique/\(stem)-\(digest).\(ending)")
  }

  private static func type(of ending: String) -> String {
    switch ending {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "woff": "font/woff"
    case "webmanifest": "application/manifest+json"
    default: "application/octet-stream"
    }
  }
}

extension Assets {
  /// Where Debian's `fonts-opendyslexic` puts its web fonts.
  private static let fontFolder = "/usr/share/fonts/woff/opendyslexic"

  /// A sheet of its own, for the members who chose it: nobody else downloads anything.
  private static func addDyslexicFont(to files: inout [String: File]) {
    var sheet = ""
    for (style, weight) in [("Regular", 400), ("Bold", 700), ("Italic", 400)] {
      let name = "OpenDyslexic-\(style).woff"
      guard let bytes = readFile("\(fontFolder)/\(name)") else { return }
      let font = file(name, bytes)
      files[name] = font
      sheet += "@font-face{font-family:OpenDyslexic;font-display:swap;font-weight:\(weight);"
      sheet += "font-style:\(style == "Italic" ? "italic" : "normal");"
      sheet += "src:url(\(font.address.text)) format(\"woff\")}\n"
    }
    files["dyslexic.css"] = file("dyslexic.css", Array(sheet.utf8))
  }
}

/// What we do to our own style sheets before they are served.
enum CSS {
  /// Takes the comments out, and the white space that means nothing: what follows `{ } ; : ,` and
  /// what precedes a brace. Our sheets have no string that holds one of these.
  static func withoutComments(_ sheet: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var index = 0
    while index < sheet.count {
      let byte = sheet[index]
      if byte == 0x2F, index + 1 < sheet.count, sheet[index + 1] == 0x2A {
        index += 2
        while index + 1 < sheet.count, !(sheet[index] == 0x2A && sheet[index + 1] == 0x2F) {
          index += 1
        }
        index += 2
        continue
      }
      index += 1
      if byte == 0x20 || byte == 0x0A {
        if let last = kept.last, !Array("{};:, ".utf8).contains(last) { kept.append(0x20) }
      } else {
        if byte == 0x7B || byte == 0x7D, kept.last == 0x20 { kept.removeLast() }
        kept.append(byte)
      }
    }
    return kept
  }
}

/// What we do to our own scripts before they are served.
enum Script {
  /// Takes out the indentation and the lines that are a comment. Our scripts have no comment and no
  /// string of several lines.
  static func withoutComments(_ script: [UInt8]) -> [UInt8] {
    let lines = script.split(separator: 0x0A).map { $0.drop { $0 == 0x20 } }
    let code = lines.filter { !$0.starts(with: "//".utf8) && !$0.starts(with: "/*".utf8) }
    return Array(code.joined(separator: [0x0A])) + [0x0A]
  }
}
