import Foundation
import TestSupport

/// Verifiers that nobody here wrote, asked about badges of a running server: openbadgeslib, the
/// validator of Open Badges 2.0, and the published schemas. They get what the server answers at every
/// address that a badge leads to.
struct BadgeJudges {
  struct Case {
    /// The format.
    let name: String
    let judge: String
    let bytes: [UInt8]
    var recipient: String?
    var isPicture = false
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let web: [String: String]

  /// - Parameter texts: badges, whose addresses are followed.
  init(_ texts: [String], of server: ServerProcess) throws {
    let visitor = server.visitor()
    var web: [String: String] = [:]
    var waiting = Set(texts.flatMap { Self.addresses(in: $0, server.port) })
    while let address = waiting.popFirst() {
      let path = String(address.dropFirst("http://localhost:\(server.port)".count))
      let text = try visitor.get(path).body
      web[address] = text
      waiting.formUnion(Self.addresses(in: text, server.port).filter { web[$0] == nil })
    }
    self.web = web
  }

  private static func addresses(in text: String, _ port: UInt16) -> [String] {
    let base = "\"http://localhost:\(port)/ob/"
    return read(text).components(separatedBy: base).dropFirst().map { rest in
      String(base.dropFirst()) + String(rest.prefix { !"\"#".contains($0) })
    }
  }

  /// The parts of a JWT that say something, else the text.
  private static func read(_ text: String) -> String {
    let parts = text.split(separator: ".")
    guard !text.hasPrefix("{"), parts.count == 3 else { return text }
    return parts.prefix(2).map { part -> String in
      let plain = String(part).replacing("-", with: "+").replacing("_", with: "/")
      let padded = plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)
      return String(decoding: Data(base64Encoded: padded) ?? Data(), as: UTF8.self)
    }.joined(separator: "\n")
  }

  /// Whether each badge is taken, and why not.
  func verdicts(_ cases: [Case]) throws -> [(isTaken: Bool, why: String)] {
    let tests = Places.packageRoot + "/Tests/CredentialsTests"
    let given: [String: Any] = [
      "web": web, "contexts": try Self.contexts(), "schemas": tests + "/Schemas",
      "keys": try keys(),
      "cases": cases.map { item in
        var object: [String: Any] = ["name": item.name, "judge": item.judge]
        if item.isPicture {
          object["picture"] = Data(item.bytes).base64EncodedString()
        } else {
          object["text"] = String(decoding: item.bytes, as: UTF8.self)
        }
        object["recipient"] = item.recipient
        return object
      },
    ]
    let process = try ChildProcess(
      Places.packageRoot + "/.build/python/bin/python", [tests + "/Verifiers/judge.py"],
      stdin: [UInt8](try JSONSerialization.data(withJSONObject: given)))
    guard try process.waitForEnd(within: 120) == .exited(0) else {
      throw Failure(description: process.text(of: .errors))
    }
    return try process.text(of: .output).split(separator: "\n").map { line in
      let verdict = try JSON(parsing: String(line))
      return (verdict["taken"] == true, verdict["why"]?.string ?? "")
    }
  }

  private static func contexts() throws -> [String: Any] {
    let folder = URL(fileURLWithPath: Places.packageRoot + "/Seeds/openbadges")
    func object(_ name: String) throws -> Any {
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: folder.appendingPathComponent(name)))
    }
    let names = try object("contexts.json") as? [String: String] ?? [:]
    return try names.mapValues { try object("contexts/" + $0) }
  }

  /// The keys that the issuer publishes, as those verifiers want them.
  private func keys() throws -> [String: String] {
    var keys: [String: String] = [:]
    for text in web.values where text.hasPrefix("{") {
      let document = try JSON(parsing: text)
      if let pem = document["publicKeyPem"]?.string { keys["rsa"] = pem }
      guard case .array(let methods)? = document["verificationMethod"] else { continue }
      for method in methods {
        if let key = method["publicKeyMultibase"]?.string { keys["ed25519"] = Self.pem(key) }
      }
    }
    return keys
  }

  /// RFC 8410 §4, of a Multikey.
  private static func pem(_ multikey: String) -> String {
    let letters = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")
    var bytes = [UInt8](repeating: 0, count: 34)
    for letter in multikey.dropFirst() {
      var carry = letters.firstIndex(of: letter) ?? 0
      for place in bytes.indices.reversed() {
        carry += Int(bytes[place]) * 58
        bytes[place] = UInt8(carry & 0xFF)
        carry >>= 8
      }
    }
    let head: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
    let body = Data(head + bytes.dropFirst(2)).base64EncodedString()
    return "-----BEGIN PUBLIC KEY-----\n\(body)\n-----END PUBLIC KEY-----\n"
  }
}
