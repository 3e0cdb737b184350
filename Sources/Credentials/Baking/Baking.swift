/// What a picture can carry, and under which names.
public enum BakedVersion: Sendable, Hashable, CaseIterable {
  /// Open Badges 2.0.
  case ob2
  /// Open Badges 3.0.
  case ob3

  /// The keyword of the chunk in a PNG.
  var keyword: String {
    switch self {
    case .ob2: "openbadges"
    case .ob3: "openbadgecredential"
    }
  }

  /// The namespace of the element in an SVG.
  var namespace: String {
    switch self {
    case .ob2: "http://openbadges.org"
    case .ob3: "https://purl.imsglobal.org/ob/v3p0"
    }
  }

  /// The element in an SVG, without its prefix.
  var element: String {
    switch self {
    case .ob2: "assertion"
    case .ob3: "credential"
    }
  }
}

/// What was found in a picture.
public struct BakedText: Sendable, Hashable {
  /// Which version of the standard it is of, and so under which name a picture has it.
  public var version: BakedVersion
  /// JSON, a compact JWS, or the address of a hosted assertion.
  public var text: String

  /// A text as a picture carries it.
  public init(version: BakedVersion, text: String) {
    self.version = version
    self.text = text
  }
}

/// Why a picture is not taken, to bake something into it or to read what is in it.
public enum BakingProblem: Error, Equatable, Sendable {
  /// Neither PNG nor SVG.
  case formatUnknown
  /// More than ``Baking/mostBytes``.
  case tooLong
  /// It ends too early.
  case cut
  /// A checksum is wrong, or its parts are not in order.
  case damaged
  /// It carries nothing of ours.
  case nothingBaked
  /// It carries the same kind of thing twice: readers would differ in which one they take.
  case bakedTwice
  /// What it carries is longer than ``Baking/longestText``, perhaps only after expanding.
  case textTooLong
  /// What it carries is not UTF-8.
  case textDamaged
  /// An SVG that counts on entities or on a document type.
  case entity
  /// An SVG with a script, or with something else that acts.
  case active
  /// An SVG in another encoding than UTF-8.
  case encodingUnknown
}

/// Credentials inside pictures (Open Badges Baking Specification; Open Badges 3.0 §5.3).
public enum Baking {
  /// Of a picture, in bytes.
  public static let mostBytes = 16 << 20
  /// Of what it carries, in bytes.
  public static let longestText = 1 << 20

  /// The same picture, carrying `text`. What it carried of that version before is dropped.
  ///
  /// - Parameter text: for OB 2.0 the assertion's JSON or its JWS; for OB 3.0 the JWT or the JSON.
  /// - Parameter address: for a hosted assertion of OB 2.0, its id, which an SVG names beside it.
  public static func bake(
    _ text: String, _ version: BakedVersion, address: String? = nil, into picture: [UInt8]
  ) throws(BakingProblem) -> [UInt8] {
    guard picture.count <= mostBytes else { throw .tooLong }
    guard text.utf8.count <= longestText else { throw .textTooLong }
    if PNGFile.isPNG(picture) {
      return try PNGFile(picture).baking(BakedText(version: version, text: text))
    }
    guard SVGFile.looksLike(picture) else { throw .formatUnknown }
    return try SVGFile.bake(BakedText(version: version, text: text), address, into: picture)
  }

  /// Everything that a picture carries, at most one of each version.
  ///
  /// - Throws: ``BakingProblem/nothingBaked`` among others.
  public static func unbake(_ picture: [UInt8]) throws(BakingProblem) -> [BakedText] {
    guard picture.count <= mostBytes else { throw .tooLong }
    let found =
      if PNGFile.isPNG(picture) {
        try PNGFile(picture).baked()
      } else if SVGFile.looksLike(picture) {
        try SVGFile.baked(in: picture)
      } else {
        throw BakingProblem.formatUnknown
      }
    if found.isEmpty { throw .nothingBaked }
    return found
  }
}
