import HTML
import SQLite
import Sanitizer

/// Makes stored markup again after the sanitiser's policy has risen: `serve` in the background,
/// `preau check --rerender` at once.
enum Rerendering {
  /// Bodies at a time: the writer is not kept from anyone for long.
  private static let batch = 50

  /// Makes some bodies again.
  ///
  /// Rendering is done before the writer is asked; a body that was edited meanwhile stays as it is.
  /// - Returns: how many; 0 when there is nothing left to do.
  static func some(_ database: Database) throws -> Int {
    let bodies = try database.read { db in
      try RerenderingStore.oldBodies(batch, db).map { old in
        (old, html: try PostStore.rendered(old.source, for: old.post, db))
      }
    }
    if !bodies.isEmpty {
      try database.write { db in
        for (old, html) in bodies { try RerenderingStore.replace(old, with: html, db) }
      }
      return bodies.count
    }
    let tutorials = try database.read { db in
      try RerenderingStore.oldTutorials(batch, db).map { old in
        (old, html: try TutorialStore.rendered(old.source))
      }
    }
    if !tutorials.isEmpty {
      try database.write { db in
        for (old, html) in tutorials { try RerenderingStore.replace(old, with: html, db) }
      }
      return tutorials.count
    }
    let abouts = try database.read { db in try RerenderingStore.oldAbouts(batch, db) }
    if abouts.isEmpty { return 0 }
    let rendered = abouts.map { ($0, html: (try? RenderedAbout.render($0.source)) ?? .empty) }
    try database.write { db in
      for (old, html) in rendered { try RerenderingStore.replaceAbout(old, with: html, db) }
    }
    return abouts.count
  }
}

/// A version of a tutorial, stored under an older policy.
struct OldTutorial {
  let tutorial: Tutorial.ID
  let version: Int
  let source: String
}

/// The words of a member about themselves, stored under an older policy.
struct OldAbout {
  let member: Member.ID
  let source: String
}
