import HTML
import SQLite
import Sanitizer

// Members, spaces and tags.

extension ImportRun {
  mutating func load(
    _ user: ExchangeRecord.User, _ line: Int, _ db: Writer
  ) throws {
    try ids.checkNew(.user, user.id)
    try ids.checkUnique(.user, "login", user.login)
    var identity = LineIdentity()
    identity.add(user.login)
    identity.add(user.joined.seconds)
    let digest = identity.digest
    if try ids.recall(.user, user.id, in: 0, digest, db) == nil {
      if let row = try ImportStore.member(login: user.login, joined: user.joined, db) {
        try ids.meet(.user, user.id, in: 0, digest, row: row, db)
      } else {
        try add(user, line, digest, db)
      }
    }
    if user.deleted == nil, let row = ids[.user, user.id] {
      logins[user.login] = Member.ID(row)
    }
  }

  private mutating func add(
    _ user: ExchangeRecord.User, _ line: Int, _ digest: Int64, _ db: Writer
  ) throws {
    let about = try render(user.about)
    let login = try free(user.login) { try ImportStore.hasMember(login: $0, db) }
    if login != user.login && user.deleted == nil {
      remark(line, "the log-in name belongs to somebody else here: \(login) instead")
    }
    var email = user.email
    if let address = email, try ImportStore.hasMember(email: address, db) {
      remark(line, "the e-mail address belongs to somebody else here: left out")
      email = nil
    }
    let row = try ImportStore.add(user, login: login, email: email, db)
    if user.deleted != nil { try ImportStore.setErasedLogin(of: row, db) }
    if !user.about.isEmpty { try ImportStore.setAbout(about, of: row, db) }
    try ids.noteNew(.user, user.id, in: 0, digest, row: row, db)
  }

  private func render(_ about: String) throws(Rejection) -> SanitizedHTML {
    if about.isEmpty { return .empty }
    do { return try RenderedAbout.render(about) } catch { throw .refused(error) }
  }

  mutating func load(_ category: ExchangeRecord.Category, _ db: Writer) throws {
    try ids.checkNew(.category, category.id)
    try ids.checkUnique(.category, "slug", category.slug)
    let referents = try ids.rows(.user, category.referents, "referents")
    let members = try ids.rows(.user, category.members, "members")
      .filter { !referents.contains($0) }
    let isPrivate = category.visibility == "private"
    var identity = LineIdentity()
    for text in [category.slug, category.name, category.visibility] { identity.add(text) }
    identity.add(referents)
    identity.add(members)
    let digest = identity.digest
    if try ids.recall(.category, category.id, in: 0, digest, db) != nil { return }
    let same = try ImportStore.space(
      slug: category.slug, name: category.name, visibility: category.visibility, db)
    if let same, !isPrivate {
      try ids.meet(.category, category.id, in: 0, digest, row: same, db)
      // A file does not make référents of a space that is already somebody's.
      for member in members + referents {
        try ImportStore.join(same, member, asReferent: false, at: now, db)
      }
    } else if let same, try ImportStore.members(of: same, db) == (members + referents).sorted() {
      try ids.meet(.category, category.id, in: 0, digest, row: same, db)
    } else {
      let slug = try free(category.slug) { try ImportStore.hasSpace(slug: $0, db) }
      let row = try ImportStore.add(category, slug: slug, at: now, db)
      for member in referents { try ImportStore.join(row, member, asReferent: true, at: now, db) }
      for member in members { try ImportStore.join(row, member, asReferent: false, at: now, db) }
      try ids.noteNew(.category, category.id, in: 0, digest, row: row, db)
    }
  }

  mutating func load(_ tag: ExchangeRecord.Tag, _ db: Writer) throws {
    try ids.checkNew(.tag, tag.id)
    try ids.checkUnique(.tag, "slug", tag.slug)
    var identity = LineIdentity()
    identity.add(tag.slug)
    let digest = identity.digest
    if try ids.recall(.tag, tag.id, in: 0, digest, db) != nil { return }
    if let row = try ImportStore.tag(slug: tag.slug, db) {
      try ids.meet(.tag, tag.id, in: 0, digest, row: row, db)
    } else {
      let row = try ImportStore.add(tag, db)
      try ids.noteNew(.tag, tag.id, in: 0, digest, row: row, db)
    }
  }

  /// `name`, or the first of `name-2`, `name-3`… that is free.
  private func free(_ name: String, isTaken: (String) throws -> Bool) throws -> String {
    var candidate = name
    var number = 1
    while try isTaken(candidate) {
      number += 1
      candidate = "\(name)-\(number)"
    }
    return candidate
  }
}
