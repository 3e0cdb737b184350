import Credentials
import HTML
import Media

/// The picture of a badge that was verified, where it can be shown without asking anybody for it.
enum ShownPicture {
  /// One of this site.
  case own(Address)
  /// One that came with the badge, as a `data:` address.
  case embedded(String)

  /// In bytes: a page must not become as long as what was sent.
  private static let longestSVG = 131_072
  /// Badges are small: what is larger is not decoded for anybody who comes along.
  private static let mostPixels = 2_000_000

  /// Only of a badge that could be read and holds.
  static func find(
    for report: VerificationReport, in input: [UInt8], _ visit: Visit
  ) throws -> ShownPicture? {
    guard let award = report.award, report.state != .invalid else { return nil }
    let address = award.image?.address ?? ""
    let bases = try visit.read { try BadgeKeyStore.bases($0) }
    for base in bases {
      if let path = BadgeAsking.path(of: address, below: base.url), path.hasPrefix("/ob/"),
        let own = Address(ownPath: path)
      {
        return .own(own)
      }
    }
    return embedded(input)
  }

  /// What was sent, where it is a picture that can be shown.
  static func embedded(_ input: [UInt8]) -> ShownPicture? {
    // A PNG is drawn anew, small; an SVG that acts was refused before, and cannot act in a picture.
    if ImageFormat(input) != nil {
      guard let header = ImageHeader(input), header.width <= mostPixels / header.height,
        let picture = try? Picture(of: input)
      else { return nil }
      return .embedded(data(picture.type, picture.thumbnail))
    }
    guard (try? Baking.unbake(input)) != nil, input.count <= longestSVG else { return nil }
    return .embedded(data(BadgePicture.svg.type, input))
  }

  private static func data(_ type: String, _ bytes: [UInt8]) -> String {
    "data:\(type);base64,\(padded(bytes))"
  }

  /// RFC 4648 §4.
  static func padded(_ bytes: [UInt8]) -> String {
    var text = Array(Base64URL.encode(bytes).utf8).map { digit in
      switch digit {
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      case UInt8(ascii: "_"): UInt8(ascii: "/")
      default: digit
      }
    }
    while text.count % 4 != 0 { text.append(UInt8(ascii: "=")) }
    return String(decoding: text, as: UTF8.self)
  }
}
