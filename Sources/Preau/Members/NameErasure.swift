// When a member leaves, others have called them by name, in thousands of posts perhaps. Their name
// is taken out behind the deletion, a few texts at a time:
// (1) What is to be done is on the disk with the deletion itself, so that a restart goes on with it;
//     once it is done, nothing of the name is left there either.
// (2) Texts are looked for and made again before the writer is asked. It changes those that are
//     still the same; if another was edited meanwhile, they are all looked at once more.
// (3) Only what was written while the member was here is gone through: before, and once the name is
//     free again, an @ means another, or something else. Else anybody could change what others wrote,
//     by taking the name of something and leaving.

import HTML
import HTTP
import SQLite

/// The log-in name of a member who has left, on its way out of what others wrote.
struct NameErasure {
  let login: String
  let stage: Stage
  /// The last row of this kind that was gone through.
  let place: Int64
  /// When the member came, and left.
  let since: Instant
  let until: Instant

  /// The kinds of text, in the order in which they are gone through. Stored under these names.
  enum Stage: String, ColumnValue, CaseIterable {
    case posts, versions, formerTitles, titles, drafts, reports, remarks, abouts, held, heldTitles,
      answers, heldAnswers, tutorials, tutorialTitles, passages

    var next: Stage? { Self.allCases.drop { $0 != self }.dropFirst().first }
  }

  /// Takes one name out of some texts.
  ///
  /// - Returns: whether there may be more to do.
  static func some(_ database: Database) throws -> Bool {
    let found = try database.read { db -> (NameErasure, [ErasedText], reached: Int64?)? in
      guard let erasure = try NameErasureStore.next(db) else { return nil }
      let texts = try NameErasureStore.texts(of: erasure, db)
      return (erasure, try texts.compactMap { try erasure.erased($0, db) }, texts.last?.row)
    }
    guard let (erasure, texts, reached) = found else { return false }
    try database.write { db in
      var areSame = true
      for text in texts where try !NameErasureStore.replace(text, in: erasure.stage, db) {
        areSame = false
      }
      if areSame { try NameErasureStore.advance(erasure, to: reached, db) }
    }
    return true
  }

  /// - Returns: nil where the name is only part of another word.
  private func erased(_ old: CallingText, _ db: Reader) throws -> ErasedText? {
    guard let source = stage == .drafts ? erased(fields: old.source) : erased(old.source) else {
      return nil
    }
    // A body that cannot be made now has no policy: it is made again like one of an old policy.
    let html: SanitizedHTML?
    switch stage {
    case .posts: html = try PostStore.rendered(source, for: Post.ID(old.row), db)
    case .abouts: html = try? RenderedAbout.render(source)
    case .tutorials: html = try TutorialStore.rendered(source)
    case .passages: html = try? PostBody.render(source)
    default: html = nil
    }
    return ErasedText(old: old, source: source, html: html)
  }

  private func erased(_ text: String) -> String? { CalledName(login).erased(from: text) }

  private func erased(fields text: String) -> String? {
    var isFound = false
    let pairs = Parameters(query: text).pairs.map { pair in
      guard let value = erased(pair.value) else { return (pair.name, pair.value) }
      isFound = true
      return (pair.name, value)
    }
    return isFound ? FormText.text(Parameters(pairs)) : nil
  }
}

/// A text in which the name may stand.
struct CallingText {
  /// What the kind is gone through by: the number of a post, a thread, a report or a member.
  let row: Int64
  /// Which of the row's texts: the number of a version, the place of a draft; else empty.
  let part: String
  let source: String
}

/// The same text without the name.
struct ErasedText {
  let old: CallingText
  let source: String
  /// For those that are stored rendered.
  let html: SanitizedHTML?
}
