#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A number of a JSON text, understood as a double as JSON-LD does.
struct JSONNumber {
  private let written: String
  private let value: Double

  /// - Throws: ``LinkedDataError/inexactNumber(_:)`` when no double is near it.
  init(_ written: String) throws(LinkedDataError) {
    guard let value = Double(written), value.isFinite else { throw .inexactNumber(written) }
    self.written = written
    self.value = value
  }

  /// JSON-LD 1.1 API §8.1.2 step 10: written without a fraction in RDF.
  var isWhole: Bool { value == value.rounded(.towardZero) && abs(value) < 1e21 }

  /// The canonical `xsd:integer`.
  ///
  /// - Throws: ``LinkedDataError/inexactNumber(_:)`` beyond 2⁵³, where processors that keep the
  ///   digits and those that count in doubles differ.
  var canonicalInteger: String {
    get throws(LinkedDataError) {
      guard abs(value) < 9_007_199_254_740_992 else { throw .inexactNumber(written) }
      return String(Int64(value))
    }
  }

  /// The canonical `xsd:double` (§8.6 Data Round Tripping): `%1.15E` without the zeros.
  var canonicalDouble: String {
    var buffer = [CChar](repeating: 0, count: 40)
    let count = withVaList([value]) { vsnprintf(&buffer, buffer.count, "%.15E", $0) }
    let digits = buffer.prefix(Int(count)).map(UInt8.init(bitPattern:))
    guard let exponent = digits.firstIndex(of: UInt8(ascii: "E")) else {
      preconditionFailure("%E writes an E.")
    }
    var mantissa = digits[..<exponent]
    while mantissa.last == UInt8(ascii: "0") { mantissa.removeLast() }
    if mantissa.last == UInt8(ascii: ".") { mantissa.append(UInt8(ascii: "0")) }
    let power = Int(String(decoding: digits[(exponent + 1)...], as: UTF8.self)) ?? 0
    return "\(String(decoding: mantissa, as: UTF8.self))E\(power)"
  }

  /// As ECMAScript writes it (RFC 8785 §3.2.2.3): the shortest digits that give the same double.
  var ecmaScript: String {
    if value == 0 { return "0" }
    let (digits, point) = shortest(abs(value))
    let count = digits.utf8.count
    let sign = value < 0 ? "-" : ""
    switch point {
    case count...21 where count <= 21:
      return sign + digits + String(repeating: "0", count: point - count)
    case 1...21: return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    case -5...0: return sign + "0." + String(repeating: "0", count: -point) + digits
    default:
      let fraction = count == 1 ? "" : "." + digits.dropFirst()
      return "\(sign)\(digits.prefix(1))\(fraction)e\(point > 0 ? "+" : "")\(point - 1)"
    }
  }

  /// The significant digits, and where the decimal point stands after the first of them.
  private func shortest(_ value: Double) -> (digits: String, point: Int) {
    let parts = value.description.split(separator: "e")
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = halves[0].drop { $0 == "0" }
    let fraction = halves.count > 1 && halves[1] != "0" ? halves[1] : ""
    var point = whole.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    var digits = String(whole + fraction)
    if whole.isEmpty {
      let significant = fraction.drop { $0 == "0" }
      point -= fraction.count - significant.count
      digits = String(significant)
    }
    while digits.last == "0" { digits.removeLast() }
    return (digits, point)
  }
}
