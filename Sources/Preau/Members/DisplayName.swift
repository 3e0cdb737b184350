import SQLite

/// The name that signs posts: of one's own choosing, a pseudonym if one likes.
struct DisplayName: Sendable, Equatable {
  let text: String

  static let longest = 60

  enum Problem: Error, Equatable {
    case empty
    case tooLong
    /// What the site itself says of someone.
    case reserved
    /// It would be taken for somebody who looks after the site or a space.
    case ofSomeoneInCharge
  }

  /// Spaces in a row become one; what would be invisible or turn the line around (UAX #9) goes.
  init(typed: String) throws(Problem) {
    if typed.utf8.count > 16 * Self.longest { throw .tooLong }
    var kept = String.UnicodeScalarView()
    var marks = 0
    for scalar in typed.nfc.unicodeScalars {
      // Accents piled on one letter would cover the lines around it; no alphabet needs five.
      marks = scalar.properties.generalCategory == .nonspacingMark ? marks + 1 : 0
      if marks > 4 { throw .tooLong }
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: kept.append(" ")
      case .format, .privateUse, .unassigned, .surrogate: continue
      default: kept.append(scalar)
      }
    }
    let words = String(kept).split(separator: " ")
    guard words.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }) else {
      throw .empty
    }
    text = words.joined(separator: " ")
    if text.count > Self.longest || text.unicodeScalars.count > 2 * Self.longest { throw .tooLong }
  }
}
