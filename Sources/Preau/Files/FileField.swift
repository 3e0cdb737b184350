import HTTP
import Media

/// Bytes that a file may have.
struct FileSizes: Equatable, Sendable {
  let file: Int
  let film: Int
}

/// Why a file is not in the text. Each case is something that its sender can act upon.
enum FileProblem: Error, Equatable {
  case unknownType
  case tooManyPixels
  case tooLarge(FileSizes)
  case damaged
  case dangerous
  case macros
  case unplayable
  case videosNotTaken
  case memberFull
  case needsDescription
}

extension FileProblem {
  init(_ problem: Picture.Problem) {
    switch problem {
    case .unknownType: self = .unknownType
    case .tooManyPixels: self = .tooManyPixels
    case .damaged: self = .damaged
    }
  }

  init(_ problem: DocumentKind.Problem) {
    switch problem {
    case .unknownType: self = .unknownType
    case .damaged: self = .damaged
    case .dangerous: self = .dangerous
    case .macros: self = .macros
    }
  }
}

/// The part of a form in which a file is joined to a text.
struct FileField: Sendable {
  /// The key of a picture that came and waits for its description.
  var received: String?
  var description = ""
  var isDecoration = false
  /// Whether the picture that waits is not wanted after all.
  var isLeftOut = false
  var problem: FileProblem?

  static let longestDescription = 300
  /// What a browser sends of it, the file aside.
  static let names = [
    "fichier-recu", "fichier-description", "fichier-decoratif", "fichier-retrait",
  ]

  /// An empty part, which is the same for everyone.
  init() {}

  /// What a form, or a stored draft, holds of it.
  init(_ fields: Parameters) {
    received = fields["fichier-recu"].flatMap { FileLink.isKey($0) ? $0 : nil }
    description = String((fields["fichier-description"] ?? "").prefix(Self.longestDescription))
    isDecoration = fields["fichier-decoratif"] == "oui"
    isLeftOut = fields["fichier-retrait"] == "oui"
  }

  var isEmpty: Bool { received == nil && description.isEmpty && problem == nil }
  /// Whether nothing can be shown instead of the picture: no words, and it was not said to be one
  /// that needs none.
  var lacksDescription: Bool { description.oneLine.isEmpty && !isDecoration }

  /// The field that the problem is about.
  var place: StaticString { problem == .needsDescription ? "fichier-description" : "fichier" }
}
