import JSONText

/// The JSON Canonicalization Scheme (RFC 8785), which gives JSON literals their text (JSON-LD 1.1
/// API §8.1.2 step 6).
enum CanonicalJSON {
  static func text(of value: JSON) throws(LinkedDataError) -> String {
    var output: [UInt8] = []
    try write(value, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static func write(_ value: JSON, to output: inout [UInt8]) throws(LinkedDataError) {
    switch value {
    case .null, .bool: output += value.utf8
    case .string(let text): JSON.write(quoted: text, to: &output)
    case .number(let written): output += try JSONNumber(written).ecmaScript.utf8
    case .array(let elements):
      output.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        try write(element, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let object):
      output.append(UInt8(ascii: "{"))
      for (index, member) in inOrder(object).enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        JSON.write(quoted: member.name, to: &output)
        output.append(UInt8(ascii: ":"))
        try write(member.value, to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  /// RFC 8785 §3.2.3: by UTF-16 code units, unlike everywhere else.
  private static func inOrder(_ object: JSONObject) -> [(name: String, value: JSON)] {
    object.members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
  }
}
