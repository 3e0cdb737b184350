import HTML
import SQLite

/// The log-in name of a member who has left, in what anybody wrote: `@name`.
struct CalledName {
  private let login: String

  /// - Parameter login: folded, as it was stored.
  init(_ login: String) { self.login = login }

  /// What stands in its place. Posts are in French, whatever the language of the site's words.
  static let replacement = "«\u{00A0}compte supprimé\u{00A0}»"

  /// `source` without the name, in code as well; nil when it is not there.
  func erased(from source: String) -> String? {
    let text = Array(source)
    var kept = ""
    var isFound = false
    var index = 0
    while index < text.count {
      let isCall = text[index] == "@" && (index == 0 || !Self.isOfName(text[index - 1]))
      if isCall, let end = self.end(of: text, from: index + 1) {
        kept += Self.replacement
        index = end
        isFound = true
      } else {
        kept.append(text[index])
        index += 1
      }
    }
    return isFound ? kept : nil
  }

  /// Where the name ends that begins at `start`, if it is this one: a full stop or a hyphen may
  /// close the sentence.
  private func end(of text: [Character], from start: Int) -> Int? {
    var end = text[start...].firstIndex { !Self.isOfName($0) } ?? text.count
    while end > start {
      if LogInName.fold(String(text[start..<end])) == login { return end }
      guard text[end - 1] == "." || text[end - 1] == "-" else { return nil }
      end -= 1
    }
    return nil
  }

  private static func isOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "." || character == "-"
      || character == "_"
  }
}

extension CalledName {
  /// Takes the name out of every post and of what posts said before: their bodies are made again,
  /// and the search knows.
  ///
  /// Reads all posts once, without an index: it is seldom done, and must miss nothing.
  func erase(_ db: Writer) throws {
    // SQLite folds the case of ASCII alone; what is found is looked at once more.
    let needle = "@" + login.prefix { $0.isASCII }
    try erasePosts(needle, db)
    let versions = try db.rows(
      "SELECT post, version, source FROM post_version WHERE instr(lower(source), ?) > 0", needle
    ) { row in
      (
        post: try row.next(Post.ID.self), version: try row.next(Int.self),
        source: try row.next(String.self)
      )
    }
    for old in versions {
      guard let source = erased(from: old.source) else { continue }
      try db.run(
        "UPDATE post_version SET source = ? WHERE post = ? AND version = ?", source, old.post,
        old.version)
    }
  }

  private func erasePosts(_ needle: String, _ db: Writer) throws {
    let posts = try db.rows(
      """
      SELECT post.id, post.source, post.removed IS NOT NULL, thread.title
        FROM post JOIN thread ON thread.id = post.thread
       WHERE instr(lower(post.source), ?) > 0
      """, needle
    ) { row in
      (
        id: try row.next(Post.ID.self), source: try row.next(String.self),
        isRemoved: try row.next(Bool.self), title: try row.next(String.self)
      )
    }
    for post in posts {
      guard let source = erased(from: post.source) else { continue }
      // A body that cannot be made now has no policy: it is made again like one of an old policy.
      let body = try? PostStore.rendered(source, for: post.id, db)
      try db.run(
        "UPDATE post SET source = ?, html = ?, policy = ? WHERE id = ?", source, body ?? .empty,
        body == nil ? 0 : PostBody.policy, post.id)
      if post.isRemoved { continue }
      try SearchIndex.index(
        post: post.id.value, title: post.title, text: (body ?? .empty).plainText, db)
    }
  }
}
