import HTTP

/// A form that was sent after its session had ended.
struct KeptForm {
  let path: String
  let fields: Parameters

  /// After that, it is thrown away unread.
  static let secondsOfLife: Int64 = 3_600
  /// Bytes of all its fields: the longest post fits, with everything around it.
  static let longest = 131_072
  /// Of one member: a token lives longer than its session, and must not fill the disk.
  static let mostPerMember = 5

  static func fits(_ fields: Parameters) -> Bool {
    fields.pairs.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count } <= longest
  }
}

/// Fields as one text, in the form that browsers send (URL Standard, `urlencoded`).
enum FormText {
  static func text(_ fields: Parameters) -> String {
    fields.pairs.map {
      PercentEncoding.encode(query: $0.name) + "=" + PercentEncoding.encode(query: $0.value)
    }.joined(separator: "&")
  }
}
