@_spi(_Unicode) import Swift

extension StringProtocol {
  /// The same text in Unicode normalization form C, so that an « é » typed on any keyboard is
  /// stored and compared as the same bytes (UAX #15). Without the whole of Foundation.
  ///
  /// Of more than thirty marks on one letter the others are left out (UAX #15 §13, Stream-Safe Text
  /// Format): putting them in order takes the square of their number.
  var nfc: String {
    var composed = ""
    composed.unicodeScalars.append(contentsOf: String(withFewMarks)._nfc)
    return composed
  }

  private var withFewMarks: String.UnicodeScalarView {
    var kept = String.UnicodeScalarView()
    var marks = 0
    for scalar in unicodeScalars {
      let isMark =
        scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
      marks = isMark ? marks + 1 : 0
      if marks <= 30 { kept.append(scalar) }
    }
    return kept
  }
}
