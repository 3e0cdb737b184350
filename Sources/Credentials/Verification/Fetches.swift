import JSONText

/// What one verification has asked for, and what it may still ask.
final class Fetches {
  private let options: Verification.Options
  private let fetch: Verification.Fetch
  private var answers: [String: Verification.Fetched] = [:]
  private var asked = 0
  /// The first address that was asked without `https`.
  private(set) var insecure: String?

  init(_ options: Verification.Options, _ fetch: @escaping Verification.Fetch) {
    self.options = options
    self.fetch = fetch
  }

  /// Which addresses may be asked.
  enum Rule {
    /// Keys, and all of OB 3.0: only `https` says who answers.
    case secure
    /// The documents of OB 2.0, whose ids are often `http`.
    case plain
  }

  /// What an address answers, whatever its status; asked once.
  func answer(_ text: String, _ rule: Rule) throws(VerificationReason) -> Verification.Fetched {
    guard let address = WebAddress(text) else { throw .address(short(text), .malformed) }
    let isAllowed =
      address.isSecure || rule == .plain || options.allowsLoopback && address.isLoopback
      || options.ownBases.contains { text.hasPrefix($0 + "/") }
    guard isAllowed else { throw .address(short(text), .notSecure) }
    let key = address.document
    if let known = answers[key] { return known }
    guard asked < options.mostFetches else {
      throw .tooManyFetches(most: options.mostFetches)
    }
    asked += 1
    if !address.isSecure, !address.isLoopback, insecure == nil { insecure = short(key) }
    let answer: Verification.Fetched
    do {
      answer = try fetch(key)
    } catch {
      throw .fetch(short(text), .failed(short("\(error)")))
    }
    guard answer.bytes.count <= Verification.mostFetched else {
      throw .fetch(short(text), .tooLong(most: Verification.mostFetched))
    }
    answers[key] = answer
    return answer
  }

  /// The body of an answer with the status 200.
  func bytes(_ text: String, _ rule: Rule) throws(VerificationReason) -> [UInt8] {
    let answer = try answer(text, rule)
    guard answer.status == 200 else { throw .fetch(short(text), .status(answer.status)) }
    return answer.bytes
  }

  /// The JSON object that an address answers.
  func document(_ text: String, _ rule: Rule) throws(VerificationReason) -> JSON {
    try Self.document(try bytes(text, rule), from: text)
  }

  static func document(
    _ bytes: [UInt8], from address: String
  ) throws(VerificationReason) -> JSON {
    let document: JSON
    do {
      document = try JSON(reading: bytes, limits: JSONLimits(bytes: Verification.mostFetched))
    } catch {
      throw .fetch(short(address), .json(error))
    }
    guard document.object != nil else { throw .fetch(short(address), .notDocument) }
    return document
  }
}

/// As much of somebody's text as a message needs.
func short(_ text: String) -> String {
  let prefix = text.unicodeScalars.prefix(200)
  return String(String.UnicodeScalarView(prefix))
}

extension Verification.Fetched {
  /// Whether it was sent as JSON, of whichever kind (RFC 6839 §3.1): a file that somebody left
  /// somewhere is sent as text.
  var isJSON: Bool {
    let type = mediaType.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    return type == "application/json" || type.hasPrefix("application/") && type.hasSuffix("+json")
  }
}
