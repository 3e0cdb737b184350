import SQLite

/// The statement that looks for members by name.
enum MemberSearchStore {
  /// The members found, and what they are in `space`: those whose name holds the text, and the one
  /// who logs in under it.
  static func found(
    by search: MemberSearch, for space: Space.ID, _ db: Reader
  ) throws -> [FoundMember] {
    var found: [FoundMember] = []
    try db.each(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted,
             space_member.role, member.login = ?2
        FROM member
        LEFT JOIN space_member ON space_member.space = ?3 AND space_member.member = member.id
       WHERE (member.name LIKE ?1 OR member.login = ?2) AND member.deleted IS NULL
       ORDER BY member.login = ?2 DESC, sort_key(member.name), member.id LIMIT 2000
      """, search.pattern, search.text.lowercased(), space
    ) { row in
      let author = try Author.read(&row)
      let role = try row.next(Space.Role?.self)
      let isLogin = try row.next(Bool.self)
      if found.count < MemberSearch.mostFound, isLogin || search.matches(author.name) {
        found.append(FoundMember(author: author, role: role))
      }
    }
    return found
  }
}
