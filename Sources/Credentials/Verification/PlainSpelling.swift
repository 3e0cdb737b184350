// A proof covers the graph that a document stands for, and not how the document is written. Whoever
// holds a badge could write the same graph in another way, so that a reader of JSON misses what was
// signed, such as the date on which it expires. What is read must therefore be written plainly:
// (1) No member is named by an address or by a keyword, where its context has a short name.
// (2) Nothing inside speaks of the credential itself once more: members could be moved there.

import JSONText

enum PlainSpelling {
  static func check(_ document: JSON) throws(VerificationReason) {
    let id = document["id"]?.string
    for (name, value) in document.object?.members ?? [] where name != "@context" {
      try checkName(name)
      try checkInside(value, id)
    }
  }

  private static func checkInside(_ value: JSON, _ id: String?) throws(VerificationReason) {
    switch value {
    case .array(let values):
      for value in values { try checkInside(value, id) }
    case .object(let object):
      let isText = object["@value"] != nil
      for (name, value) in object.members where name != "@context" {
        if !isText || !textNames.contains(name) { try checkName(name) }
        try checkInside(value, id)
      }
      let members = object.members.filter { $0.name != "id" && $0.name != "type" }
      if let id, let inner = object["id"]?.string, areSame(inner, id), !members.isEmpty {
        throw .describedTwice
      }
    default: return
    }
  }

  /// A text with its language is an object (JSON-LD 1.1 §4.2.4).
  private static let textNames: Set = ["@value", "@language", "@direction"]

  private static func checkName(_ name: String) throws(VerificationReason) {
    let isPlain = name.utf8.allSatisfy { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "@") }
    guard isPlain else { throw .spelledOut(short(name)) }
  }
}
