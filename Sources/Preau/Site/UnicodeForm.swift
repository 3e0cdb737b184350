@_spi(_Unicode) import Swift

extension StringProtocol {
  /// The same text in Unicode normalization form C, so that an « é » typed on any keyboard is
  /// stored and compared as the same bytes (UAX #15). Without the whole of Foundation.
  var nfc: String {
    var composed = ""
    composed.unicodeScalars.append(contentsOf: String(self)._nfc)
    return composed
  }
}
