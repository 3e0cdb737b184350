import SQLite

/// Looking for someone of the site by name, whatever the accents and capitals.
struct MemberSearch: Sendable {
  /// What was typed.
  let text: String
  private let folded: String

  static let mostFound = 20

  /// - Returns: nil when there is nothing to look for.
  init?(_ typed: String) {
    text = String(typed.prefix(100)).oneLine
    if text.isEmpty { return nil }
    folded = Slug.make(from: text)
  }

  /// A pattern of SQL's LIKE that lets pass every name that ``matches(_:)``: a letter that may bear
  /// an accent stands for any character, since LIKE folds the case of ASCII letters only.
  var pattern: String {
    let letters = text.lowercased().unicodeScalars.map { scalar -> String in
      switch scalar {
      case "a", "c", "e", "i", "n", "o", "u", "y": "_"
      case "b"..."z", "0"..."9": String(scalar)
      default: "%"
      }
    }
    return "%" + letters.joined() + "%"
  }

  func matches(_ name: String) -> Bool { Slug.make(from: name).contains(folded) }

  /// The members found, and what they are in `space`: those whose name holds the text, and the one
  /// who logs in under it.
  func found(for space: Space.ID, _ db: Reader) throws -> [FoundMember] {
    var found: [FoundMember] = []
    try db.each(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted,
             space_member.role, member.login = ?2
        FROM member
        LEFT JOIN space_member ON space_member.space = ?3 AND space_member.member = member.id
       WHERE (member.name LIKE ?1 OR member.login = ?2) AND member.deleted IS NULL
       ORDER BY member.login = ?2 DESC, member.name, member.id LIMIT 2000
      """, pattern, text.lowercased(), space
    ) { row in
      let author = try Author.read(&row)
      let role = try row.next(Space.Role?.self)
      let isLogin = try row.next(Bool.self)
      if found.count < Self.mostFound, isLogin || matches(author.name) {
        found.append(FoundMember(author: author, role: role))
      }
    }
    return found
  }
}
