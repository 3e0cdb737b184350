import SQLite

/// The statement that looks for members by name.
enum MemberSearchStore {
  /// The members found, and what they are in `space`: those whose name holds the text, and the one
  /// who logs in under it. The learners of a class are found by those who meet them, as
  /// ``ProfileStore/isMet(_:by:_:)`` has it: nobody else learns their names.
  static func found(
    by search: MemberSearch, for space: Space.ID, viewer: Viewer, _ db: Reader
  ) throws -> [FoundMember] {
    var found: [FoundMember] = []
    try db.each(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted,
             space_member.role, member.login = ?2
        FROM member
        LEFT JOIN space_member ON space_member.space = ?3 AND space_member.member = member.id
       WHERE (member.name LIKE ?1 OR member.login = ?2) AND member.deleted IS NULL
         AND (?5 OR member.role <> 'learner' OR member.id NOT IN (SELECT member FROM class_account)
              OR EXISTS (
                SELECT 1
                  FROM space_member AS theirs
                  JOIN space ON space.id = theirs.space AND space.visibility = 'private'
                  JOIN space_member AS ours ON ours.space = theirs.space AND ours.member = ?4
                 WHERE theirs.member = member.id)
              OR EXISTS (
                SELECT 1
                  FROM class_request
                  JOIN space_member AS ours ON ours.space = class_request.space
                                           AND ours.member = ?4 AND ours.role = 'referent'
                 WHERE class_request.member = member.id)
              OR EXISTS (
                SELECT 1
                  FROM post
                  JOIN thread ON thread.id = post.thread AND thread.removed IS NULL
                  JOIN readable_space ON readable_space.space = thread.space
                                     AND readable_space.reader = ?4
                 WHERE post.author = member.id AND post.removed IS NULL))
       ORDER BY member.login = ?2 DESC, sort_key(member.name), member.id LIMIT 2000
      """, search.pattern, search.text.lowercased(), space, viewer.reader, viewer.isAdministrator
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
