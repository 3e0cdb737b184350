import SQLite

/// What an accessibility card may say: a word of schema.org, which machines read, and a sentence, which
/// people read.
///
/// The words are those of the W3C's list (w3c.github.io/a11y-discov-vocab, 2026-05).
struct AccessibilityTerm: Sendable, Hashable {
  let kind: Kind
  let token: String
  let french: String
  let english: String

  /// Stored under these names.
  enum Kind: String, ColumnValue, Sendable, CaseIterable {
    /// Through which sense it reaches people; what helps; what may harm; on what it was used.
    case mode, feature, hazard, device

    /// The property of schema.org, where there is one.
    var property: String? {
      switch self {
      case .mode: "accessMode"
      case .feature: "accessibilityFeature"
      case .hazard: "accessibilityHazard"
      case .device: nil
      }
    }
  }

  func sentence(in language: Language) -> String {
    language == .english ? english : french
  }

  /// Under which a form sends it.
  var value: String { "\(kind.rawValue)-\(token)" }

  init(_ kind: Kind, _ token: String, _ french: String, _ english: String) {
    self.kind = kind
    self.token = token
    self.french = french
    self.english = english
  }

  static func term(_ kind: Kind, _ token: String) -> AccessibilityTerm? {
    byValue["\(kind.rawValue)-\(token)"]
  }

  static func term(value: String) -> AccessibilityTerm? { byValue[value] }

  /// Whether a danger is named and denied at once: by its own word, or by « none ».
  static func contradict(_ terms: [AccessibilityTerm]) -> Bool {
    let hazards = Set(terms.filter { $0.kind == .hazard }.map(\.token))
    let dangers = [
      ("flashing", "noFlashingHazard"), ("motionSimulation", "noMotionSimulationHazard"),
      ("sound", "noSoundHazard"),
    ].filter { hazards.contains($0.0) }
    return !dangers.isEmpty && hazards.contains("none")
      || dangers.contains { hazards.contains($0.1) }
  }

  static func of(_ kind: Kind) -> [AccessibilityTerm] { all.filter { $0.kind == kind } }

  private static let byValue = Dictionary(uniqueKeysWithValues: all.map { ($0.value, $0) })

  /// Those that a form shows at once; the others stand behind « more ».
  static let usual: Set<String> = [
    "mode-textual", "mode-visual", "mode-auditory", "mode-tactile",
    "feature-structuralNavigation", "feature-alternativeText", "feature-captions",
    "feature-transcript", "feature-audioDescription", "feature-signLanguage",
    "feature-displayTransformability", "feature-synchronizedAudioText", "feature-timingControl",
    "feature-tableOfContents", "feature-readingOrder", "feature-taggedPDF", "feature-largePrint",
    "feature-highContrastDisplay", "feature-none", "feature-unknown",
    "hazard-none", "hazard-unknown", "hazard-flashing", "hazard-motionSimulation", "hazard-sound",
    "device-ordinateur", "device-tablette", "device-telephone", "device-imprime",
  ]

  static let all = modes + features + hazards + devices
}

/// What is known of a thing's accessibility, and who vouches for it.
struct AccessibilityCard: Sendable, Equatable {
  var terms: [AccessibilityTerm] = []
  var trust = Trust.unchecked
  var by: Author?
  var at: Instant?
  var words = ""

  /// Who vouches for it: « accessible, yes or no » would mean nothing. Stored under these names.
  enum Trust: String, ColumnValue, Sendable, CaseIterable {
    case unchecked, author, peer, problem
  }

  func terms(_ kind: AccessibilityTerm.Kind) -> [AccessibilityTerm] {
    terms.filter { $0.kind == kind }
  }

  /// Whether it works on a telephone: nil when no device was named.
  var worksOnPhone: Bool? {
    let devices = terms(.device)
    return devices.isEmpty ? nil : devices.contains { $0.token == "telephone" }
  }
}
