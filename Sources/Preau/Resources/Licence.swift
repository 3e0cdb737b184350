import SQLite

// A licence is kept as its address, and everything else is read from that: a table written by hand goes
// wrong. Kept in its canonical form: https, no `www.`, a slash at the end, neither `deed` nor
// `legalcode`. Versions and countries stay as they are: `/by/3.0/fr/` is not `/by/4.0/`.

/// What may be done with a work.
struct Licence: Sendable, Hashable {
  let terms: Terms

  enum Terms: Sendable, Hashable {
    case creativeCommons(CreativeCommons)
    /// CC0: its author gives up all rights.
    case zero
    /// Known to be free of rights.
    case publicDomain
    /// Licence Ouverte 2.0, of the French state.
    case etalab
    /// The GNU Free Documentation License, with its version where it is known.
    case freeDocumentation(version: String?)
    case allRightsReserved
    case unknown
  }

  /// One of the six licences that begin with BY.
  struct CreativeCommons: Sendable, Hashable {
    var isNonCommercial = false
    var isNoDerivatives = false
    var isShareAlike = false
    /// Such as `4.0`; nil where a file said only which of the six.
    var version: String?
    /// Of a ported version: `fr`.
    var country: String?

    /// `by-nc-sa`.
    var code: String {
      "by" + (isNonCommercial ? "-nc" : "") + (isNoDerivatives ? "-nd" : "")
        + (isShareAlike ? "-sa" : "")
    }
  }

  init(_ terms: Terms) { self.terms = terms }
}

extension Licence {
  static let zero = Licence(.zero)
  static let by = Licence(.creativeCommons(CreativeCommons(version: "4.0")))
  static let bySA = Licence(
    .creativeCommons(CreativeCommons(isShareAlike: true, version: "4.0")))
  static let byNC = Licence(
    .creativeCommons(CreativeCommons(isNonCommercial: true, version: "4.0")))
  static let byNCSA = Licence(
    .creativeCommons(
      CreativeCommons(isNonCommercial: true, isShareAlike: true, version: "4.0")))
  static let byND = Licence(
    .creativeCommons(CreativeCommons(isNoDerivatives: true, version: "4.0")))
  static let byNCND = Licence(
    .creativeCommons(
      CreativeCommons(isNonCommercial: true, isNoDerivatives: true, version: "4.0")))
  static let etalab = Licence(.etalab)
  static let allRightsReserved = Licence(.allRightsReserved)
  static let unknown = Licence(.unknown)

  /// What an author chooses from, the most open to reuse first but for the usual one.
  static let choices = [
    bySA, by, zero, etalab, byNCSA, byNC, byND, byNCND, allRightsReserved,
  ]
}

// MARK: - Addresses

extension Licence {
  /// The canonical address; for the two that have none in the world, a page of ours.
  var uri: String {
    switch terms {
    case .creativeCommons(let licence):
      guard let version = licence.version else {
        return "https://creativecommons.org/licenses/\(licence.code)/"
      }
      let country = licence.country.map { "\($0)/" } ?? ""
      return "https://creativecommons.org/licenses/\(licence.code)/\(version)/\(country)"
    case .zero: return "https://creativecommons.org/publicdomain/zero/1.0/"
    case .publicDomain: return "https://creativecommons.org/publicdomain/mark/1.0/"
    case .etalab: return Self.etalabAddress
    case .freeDocumentation(let version):
      return "https://www.gnu.org/licenses/fdl\(version.map { "-" + $0 } ?? "")"
    case .allRightsReserved: return Self.allRightsReservedPath
    case .unknown: return Self.unknownPath
    }
  }

  /// The same as a whole address, for those who read it elsewhere.
  ///
  /// - Parameter base: of the site, without a slash at the end.
  func uri(base: String) -> String { uri.hasPrefix("/") ? base + uri : uri }

  static let allRightsReservedPath = "/licences/tous-droits-reserves"
  static let unknownPath = "/licences/inconnue"
  private static let etalabAddress =
    "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"

  /// Reads an address, however it is spelt: `http`, `www.`, `/deed.fr`, `/legalcode`, `licences`, no slash
  /// at the end; also the name that SPDX gives the licence of Etalab.
  ///
  /// - Returns: nil for what is no licence that we know.
  init?(uri text: String) {
    let text = text.trimmed.lowercased()
    if let own = Self.ownPage(text) {
      self.init(own)
      return
    }
    if ["etalab-2.0", "lov2", "licence-ouverte-2.0"].contains(text) {
      self.init(.etalab)
      return
    }
    var rest = text[...]
    for prefix in ["https://", "http://", "//", "www."] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    let parts = rest.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map(String.init)
    guard let host = parts.first else { return nil }
    let path = Array(parts.dropFirst())
    switch host {
    case "creativecommons.org":
      guard let terms = Self.creativeCommons(path) else { return nil }
      self.init(terms)
    case "etalab.gouv.fr", "data.gouv.fr", "github.com", "spdx.org":
      guard path.contains(where: Self.namesEtalab) else { return nil }
      self.init(.etalab)
    case "gnu.org":
      guard let version = Self.freeDocumentation(path) else { return nil }
      self.init(.freeDocumentation(version: version.isEmpty ? nil : version))
    default: return nil
    }
  }

  private static func ownPage(_ text: String) -> Terms? {
    if text.hasSuffix(allRightsReservedPath) { return .allRightsReserved }
    if text.hasSuffix(unknownPath) { return .unknown }
    return nil
  }

  private static func namesEtalab(_ part: String) -> Bool {
    part.hasPrefix("licence-ouverte") || part.hasPrefix("open-licence")
      || part.hasPrefix("etalab-2.0")
  }

  /// - Returns: an empty text for a version that is not said; nil for another page.
  private static func freeDocumentation(_ path: [String]) -> String? {
    let name = path.last.map { $0.prefix { $0 != "h" } } ?? ""
    guard name.hasPrefix("fdl") else { return nil }
    let version = name.dropFirst(3).drop { $0 == "-" }.filter { $0.isNumber || $0 == "." }
    return String(version.reversed().drop { $0 == "." }.reversed())
  }

  /// The parts of a path on creativecommons.org.
  private static func creativeCommons(_ path: [String]) -> Terms? {
    guard path.count >= 2 else { return nil }
    if path[0] == "publicdomain" {
      return path[1] == "zero" ? .zero : path[1] == "mark" ? .publicDomain : nil
    }
    guard path[0] == "licenses" || path[0] == "licences", var licence = elements(path[1]) else {
      return nil
    }
    let rest = path.dropFirst(2).filter { !$0.hasPrefix("deed") && !$0.hasPrefix("legalcode") }
    if let version = rest.first {
      guard isVersion(version) else { return nil }
      licence.version = version
    }
    if let country = rest.dropFirst().first {
      guard country.utf8.count <= 8, country.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
        return nil
      }
      licence.country = country
    }
    return .creativeCommons(licence)
  }

  /// `by`, `by-nc-sa`…: what both forbids changes and asks to share them alike does not exist.
  private static func elements(_ code: String) -> CreativeCommons? {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.first == "by", Set(parts).count == parts.count else { return nil }
    var licence = CreativeCommons()
    for part in parts.dropFirst() {
      switch part {
      case "nc": licence.isNonCommercial = true
      case "nd": licence.isNoDerivatives = true
      case "sa": licence.isShareAlike = true
      default: return nil
      }
    }
    return licence.isNoDerivatives && licence.isShareAlike ? nil : licence
  }

  private static func isVersion(_ text: String) -> Bool {
    ["1.0", "2.0", "2.1", "2.5", "3.0", "4.0"].contains(text)
  }

  /// Reads the word that a course of Moodle has for it: no version is said there.
  init?(moodle word: String) {
    switch word {
    case "allrightsreserved": self.init(.allRightsReserved)
    case "public": self.init(.publicDomain)
    case "unknown": self.init(.unknown)
    case "cc": self.init(.creativeCommons(CreativeCommons()))
    default:
      guard word.hasPrefix("cc-"), let licence = Self.elements("by-" + word.dropFirst(3)) else {
        return nil
      }
      self.init(.creativeCommons(licence))
    }
  }
}

extension Licence: ColumnValue {
  /// Kept as its address.
  func bind(to parameter: Parameter) throws { try uri.bind(to: parameter) }
  /// An address that an older release wrote and that is none by now says nothing that is known.
  static func read(_ column: Column) throws -> Licence {
    Licence(uri: try String.read(column)) ?? .unknown
  }
}
