import HTTP

/// Why a picture is not in the text. Each case is something that its sender can act upon.
enum PictureProblem: Error, Equatable {
  case unknownType
  case tooManyPixels
  case damaged
  case memberFull
  case needsDescription
}

/// The part of a form in which a picture is joined to a text.
struct PictureField: Sendable {
  /// The key of a picture that came and waits for its description.
  var received: String?
  var description = ""
  var isDecoration = false
  /// Whether the picture that waits is not wanted after all.
  var isLeftOut = false
  var problem: PictureProblem?

  static let longestDescription = 300

  /// An empty part, which is the same for everyone.
  init() {}

  /// What a form, or a stored draft, holds of it.
  init(_ fields: Parameters) {
    received = fields["image-recue"].flatMap { FileLink.isKey($0) ? $0 : nil }
    description = String((fields["image-description"] ?? "").prefix(Self.longestDescription))
    isDecoration = fields["image-decorative"] == "oui"
    isLeftOut = fields["image-retrait"] == "oui"
  }

  var isEmpty: Bool { received == nil && description.isEmpty && problem == nil }
  /// Whether nothing can be shown instead of the picture: no words, and it was not said to be one
  /// that needs none.
  var lacksDescription: Bool { description.oneLine.isEmpty && !isDecoration }

  /// The field that the problem is about.
  var place: StaticString { problem == .needsDescription ? "image-description" : "image" }
}
