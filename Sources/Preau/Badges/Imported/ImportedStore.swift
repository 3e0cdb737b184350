import Credentials
import SQLite

/// Every statement about badges that members brought from elsewhere.
enum ImportedStore {
  /// Those of a member, the latest first, without their bytes.
  static func badges(of member: Member.ID, _ db: Reader) throws -> [ImportedBadge] {
    try db.rows(
      """
      SELECT id, member, form, file_name, origin, brought, picture IS NOT NULL, state, kind,
             is_issuer_known, recipient, checked, award, issuer, issuer_name, issuer_address,
             name, description, criteria, narrative, issued, expires
        FROM badge_imported WHERE member = ? ORDER BY id DESC
      """, member, read: read)
  }

  static func badge(_ id: ImportedBadge.ID, _ db: Reader) throws -> ImportedBadge? {
    try db.row(
      """
      SELECT id, member, form, file_name, origin, brought, picture IS NOT NULL, state, kind,
             is_issuer_known, recipient, checked, award, issuer, issuer_name, issuer_address,
             name, description, criteria, narrative, issued, expires
        FROM badge_imported WHERE id = ?
      """, id, read: read)
  }

  private static func read(_ row: inout Row) throws -> ImportedBadge {
    ImportedBadge(
      id: try row.next(), member: try row.next(), form: try row.next(),
      fileName: try row.next(), origin: try row.next(), brought: try row.next(),
      hasPicture: try row.next(), finding: try readFinding(&row))
  }

  private static func readFinding(_ row: inout Row) throws -> ImportedBadge.Finding {
    ImportedBadge.Finding(
      // Words of an older release are looked up anew with the next verification.
      state: VerificationReport.State(rawValue: try row.next()) ?? .couldNotCheck,
      kind: try row.next(String?.self).flatMap { BadgeForm(rawValue: $0) },
      isIssuerKnown: try row.next(), recipient: try row.next(), checked: try row.next(),
      facts: ImportedBadge.Facts(
        award: try row.next(), issuer: try row.next(), issuerName: try row.next(),
        issuerAddress: try row.next(), name: try row.next(), description: try row.next(),
        criteria: try row.next(), narrative: try row.next(), issued: try row.next(),
        expires: try row.next()))
  }

  /// The very bytes that were brought.
  static func bytes(_ id: ImportedBadge.ID, _ db: Reader) throws -> [UInt8]? {
    try db.value("SELECT bytes FROM badge_imported WHERE id = ?", id, as: [UInt8].self)
  }

  static func picture(_ id: ImportedBadge.ID, _ db: Reader) throws -> ImportedPicture? {
    try db.row(
      """
      SELECT picture_type, picture FROM badge_imported WHERE id = ? AND picture IS NOT NULL
      """, id
    ) { row in ImportedPicture(type: try row.next(), bytes: try row.next()) }
  }

  /// For whom the badges of a member should be; none without an address.
  static func recipients(of member: Member.ID, _ db: Reader) throws -> [String] {
    try db.rows("SELECT email FROM member WHERE id = ? AND email IS NOT NULL", member) { row in
      try row.next(String.self)
    }
  }

  // MARK: Keeping

  /// What became of something that was brought.
  enum Outcome: Sendable, Equatable {
    case taken(ImportedBadge.ID)
    /// The same is here, or a badge that says the same in another form.
    case here(ImportedBadge.ID)
    /// It was given to the member by this very site.
    case own(BadgeAward.ID)
    case full
  }

  static func keep(
    _ new: NewImportedBadge, of member: Member.ID, at now: Instant, _ db: Writer
  ) throws -> Outcome {
    if let own = try own(new, member, db) { return .own(own) }
    if let here = try same(new, member, db) { return .here(here) }
    guard try hasRoom(for: new, member, db) else { return .full }
    let finding = new.finding
    let facts = finding.facts
    try db.run(
      """
      INSERT INTO badge_imported
        (member, bytes, hash, form, file_name, origin, brought, picture, picture_type, checked,
         state, kind, is_issuer_known, recipient, award, issuer, issuer_name, issuer_address,
         name, description, criteria, narrative, issued, expires)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, member, new.bytes, new.hash, new.form, new.fileName, new.origin, now,
      new.picture?.bytes, new.picture?.type, finding.checked, finding.state.rawValue,
      finding.kind?.rawValue, finding.isIssuerKnown, finding.recipient, facts.award, facts.issuer,
      facts.issuerName, facts.issuerAddress, facts.name, facts.description, facts.criteria,
      facts.narrative, facts.issued, facts.expires)
    return .taken(ImportedBadge.ID(db.lastInsertedRow))
  }

  /// An award of this site: it is among the member's own badges already.
  private static func own(
    _ new: NewImportedBadge, _ member: Member.ID, _ db: Reader
  ) throws -> BadgeAward.ID? {
    let award = new.finding.facts.award
    guard new.finding.isIssuerKnown, !award.isEmpty else { return nil }
    let secret = award.split(separator: "/").last.map(String.init) ?? award
    return try db.value(
      "SELECT id FROM badge_award WHERE (uuid = ?1 OR secret = ?2) AND member = ?3", award, secret,
      member, as: BadgeAward.ID.self)
  }

  /// The same bytes; or the same award of the same issuer, unless this one is valid and that is not.
  private static func same(
    _ new: NewImportedBadge, _ member: Member.ID, _ db: Reader
  ) throws -> ImportedBadge.ID? {
    let facts = new.finding.facts
    return try db.value(
      """
      SELECT id FROM badge_imported
       WHERE member = ?1
         AND (hash = ?2 OR ?3 <> '' AND award = ?3 AND issuer = ?4 AND (state = ?5 OR ?6 <> ?5))
       ORDER BY hash <> ?2, id LIMIT 1
      """, member, new.hash, facts.award, facts.issuer, VerificationReport.State.valid.rawValue,
      new.finding.state.rawValue, as: ImportedBadge.ID.self)
  }

  private static func hasRoom(
    for new: NewImportedBadge, _ member: Member.ID, _ db: Reader
  ) throws -> Bool {
    let held = try db.row(
      """
      SELECT count(*), coalesce(sum(length(bytes)), 0) FROM badge_imported WHERE member = ?
      """, member
    ) { row in (count: try row.next(Int.self), bytes: try row.next(Int.self)) }
    guard let held else { return true }
    return held.count < ImportLimits.badgesInAll
      && held.bytes + new.bytes.count <= ImportLimits.bytesInAll
  }

  /// What was found when it was verified once more.
  static func keep(
    _ finding: ImportedBadge.Finding, of id: ImportedBadge.ID, _ db: Writer
  ) throws {
    let facts = finding.facts
    try db.run(
      """
      UPDATE badge_imported
         SET checked = ?, state = ?, kind = ?, is_issuer_known = ?, recipient = ?, award = ?,
             issuer = ?, issuer_name = ?, issuer_address = ?, name = ?, description = ?,
             criteria = ?, narrative = ?, issued = ?, expires = ?
       WHERE id = ?
      """, finding.checked, finding.state.rawValue, finding.kind?.rawValue,
      finding.isIssuerKnown, finding.recipient, facts.award, facts.issuer, facts.issuerName,
      facts.issuerAddress, facts.name, facts.description, facts.criteria, facts.narrative,
      facts.issued, facts.expires, id)
  }

  static func delete(_ id: ImportedBadge.ID, _ db: Writer) throws {
    try db.run("DELETE FROM badge_imported WHERE id = ?", id)
  }

  /// Nothing of a member who leaves the site stays.
  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM badge_imported WHERE member = ?", member)
  }
}
