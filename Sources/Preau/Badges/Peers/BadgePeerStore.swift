import HTML
import SQLite

/// Every statement about recognition by peers.
enum BadgePeerStore {
  // MARK: What a class asks for

  /// From how many peers on a class is given; nil: not by peers.
  static func least(of id: BadgeClass.ID, _ db: Reader) throws -> Int? {
    try db.value("SELECT least FROM badge_peer_rule WHERE class = ?", id, as: Int.self)
  }

  static func set(
    _ least: Int?, for badge: BadgeClass, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    if let least {
      try db.run(
        """
        INSERT INTO badge_peer_rule (class, least) VALUES (?1, ?2)
        ON CONFLICT (class) DO UPDATE SET least = ?2
        """, badge.id, least)
    } else {
      try db.run("DELETE FROM badge_peer_rule WHERE class = ?", badge.id)
    }
    try Journal.write(
      .badgePeersSet, by: member, in: badge.issuer.space, about: .badge(badge.id),
      detail: String(least ?? 0), at: now, db)
  }

  // MARK: Who may be asked

  /// Whether somebody may know of a badge.
  private static func mayKnow(
    _ badge: BadgeClass, _ member: Member.ID, _ db: Reader
  ) throws -> Bool {
    guard let space = badge.issuer.space else { return true }
    return try BadgeClassStore.mayRead(space, member.value, db)
  }

  /// Those of a member's classes and private spaces who may know of a badge, in the order of their
  /// names.
  static func near(
    _ member: Member.ID, for badge: BadgeClass, _ db: Reader
  ) throws -> [Author] {
    try db.rows(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted
        FROM member
       WHERE member.deleted IS NULL AND member.suspended IS NULL AND member.id IN (
         SELECT theirs.member
           FROM space_member AS mine
           JOIN space ON space.id = mine.space
           JOIN space_member AS theirs ON theirs.space = mine.space
          WHERE mine.member = ?1 AND theirs.member <> ?1
            AND space.visibility = 'private' AND space.closed IS NULL)
       ORDER BY sort_key(member.name), member.id LIMIT 120
      """, member, read: Author.read
    ).filter { try mayKnow(badge, $0.id, db) }
  }

  /// Whom a name or a log-in means, among those who are in a space with a member; nil for nobody and
  /// for several.
  static func named(
    _ name: String, sharingWith member: Member.ID, for badge: BadgeClass, _ db: Reader
  ) throws -> Member.ID? {
    let found = try CollectionStore.named(name, db).filter {
      try $0.id != member && shares($0.id, member, db) && mayKnow(badge, $0.id, db)
    }
    return found.count == 1 ? found[0].id : nil
  }

  private static func shares(_ one: Member.ID, _ other: Member.ID, _ db: Reader) throws -> Bool {
    try db.value(
      """
      SELECT 1 FROM space_member AS mine
        JOIN space_member AS theirs ON theirs.space = mine.space AND theirs.member = ?2
       WHERE mine.member = ?1 LIMIT 1
      """, one, other, as: Int.self) != nil
  }

  // MARK: Asking

  static func recognition(_ id: BadgeRecognition.ID, _ db: Reader) throws -> BadgeRecognition? {
    try db.row(
      """
      SELECT id, class, member, words, is_open, state, created FROM badge_recognition WHERE id = ?
      """, id, read: read)
  }

  /// What a member asks for now.
  static func current(
    of member: Member.ID, for id: BadgeClass.ID, _ db: Reader
  ) throws -> BadgeRecognition? {
    try db.row(
      """
      SELECT id, class, member, words, is_open, state, created
        FROM badge_recognition WHERE member = ? AND class = ? AND state = 'open'
      """, member, id, read: read)
  }

  private static func read(_ row: inout Row) throws -> BadgeRecognition {
    BadgeRecognition(
      id: try row.next(), classID: try row.next(), member: try row.next(), words: try row.next(),
      isOpen: try row.next(), state: try row.next(), created: try row.next())
  }

  /// Asks peers, or more of them, and tells those who were not asked before.
  static func ask(
    _ badge: BadgeClass, words: String, isOpen: Bool, peers: [Member.ID], by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO badge_recognition (class, member, words, is_open, created)
      VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (class, member) WHERE state = 'open' DO UPDATE SET words = ?3, is_open = ?4
      """, badge.id, member, words, isOpen, now)
    let recognition = try current(of: member, for: badge.id, db).orNotFound()
    var told: [Member.ID] = []
    for peer in peers {
      let isNew =
        try db.run(
          """
          INSERT INTO badge_peer (recognition, peer, state) VALUES (?, ?, 'asked')
          ON CONFLICT DO NOTHING
          """, recognition.id, peer) == 1
      if isNew { told.append(peer) }
    }
    try Notifications.tell(
      .told(
        .badgePeerAsked, to: told, about: .page(recognition.address.text), by: member,
        words: badge.version.name), at: now, db)
  }

  static func withdraw(_ id: BadgeRecognition.ID, of member: Member.ID, _ db: Writer) throws {
    try db.run(
      """
      UPDATE badge_recognition SET state = 'withdrawn'
       WHERE id = ? AND member = ? AND state = 'open'
      """, id, member)
  }

  // MARK: Answering

  static func peers(of id: BadgeRecognition.ID, _ db: Reader) throws -> [BadgePeer] {
    try db.rows(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted,
             badge_peer.state, badge_peer.words,
             EXISTS (
               SELECT 1 FROM badge_recognition AS theirs
                 JOIN badge_peer AS back ON back.recognition = theirs.id
                WHERE theirs.member = badge_peer.peer AND theirs.class = own.class
                  AND back.peer = own.member AND back.state = 'written')
        FROM badge_peer
        JOIN badge_recognition AS own ON own.id = badge_peer.recognition
        JOIN member ON member.id = badge_peer.peer
       WHERE badge_peer.recognition = ? ORDER BY sort_key(member.name), member.id
      """, id
    ) { row in
      BadgePeer(
        author: try Author.read(&row), state: try row.next(), words: try row.next(),
        isSwap: try row.next())
    }
  }

  /// What waits for a member: what they were asked, and what those of their classes and private
  /// spaces let them come forward for.
  static func waiting(
    for member: Member.ID, _ db: Reader
  ) throws -> [(recognition: BadgeRecognition, author: Author, badge: BadgeClass, isAsked: Bool)] {
    let found = try db.rows(
      """
      SELECT own.id, own.class, own.member, own.words, own.is_open, own.state, own.created,
             member.id, member.name, member.role, member.public_name, member.deleted,
             badge_peer.peer IS NOT NULL
        FROM badge_recognition AS own
        JOIN member ON member.id = own.member
        LEFT JOIN badge_peer ON badge_peer.recognition = own.id AND badge_peer.peer = ?1
       WHERE own.state = 'open' AND own.member <> ?1
         AND (badge_peer.state = 'asked'
           OR badge_peer.peer IS NULL AND own.is_open = 1 AND EXISTS (
             SELECT 1 FROM space_member AS mine
               JOIN space ON space.id = mine.space AND space.visibility = 'private'
               JOIN space_member AS theirs ON theirs.space = mine.space
              WHERE mine.member = ?1 AND theirs.member = own.member AND space.closed IS NULL))
       ORDER BY badge_peer.peer IS NULL, own.id LIMIT 100
      """, member
    ) { row in
      (try read(&row), try Author.read(&row), try row.next(Bool.self))
    }
    return try found.compactMap { recognition, author, isAsked in
      guard let badge = try BadgeClassStore.badge(recognition.classID, db),
        try mayKnow(badge, member, db)
      else { return nil }
      return (recognition, author, badge, isAsked)
    }
  }

  /// Keeps what a peer saw; nil words: the peer says nothing. Once there are enough, the badge is
  /// offered with all of them.
  ///
  /// - Returns: whether the badge was given.
  @discardableResult
  static func answer(
    _ id: BadgeRecognition.ID, _ words: String?, by peer: Member.ID, in site: BadgeSite,
    at now: Instant, _ db: Writer
  ) throws -> Bool {
    guard let recognition = try recognition(id, db), recognition.state == .open else {
      throw Refusal.gone
    }
    try db.run(
      """
      INSERT INTO badge_peer (recognition, peer, state, words, answered) VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (recognition, peer) DO UPDATE SET state = ?3, words = ?4, answered = ?5
      """, id, peer, words == nil ? BadgePeer.State.declined : .written, words ?? "", now)
    guard words != nil else { return false }
    let badge = try BadgeClassStore.badge(recognition.classID, db).orNotFound()
    if try give(recognition, badge, in: site, at: now, db) { return true }
    try Notifications.tell(
      .told(
        .badgePeerWrote, to: [recognition.member],
        about: .page("/badges/\(badge.id.value)/reconnaissance"), by: peer,
        words: badge.version.name), at: now, db)
    return false
  }

  static func takeBack(_ id: BadgeRecognition.ID, by peer: Member.ID, _ db: Writer) throws {
    try db.run(
      """
      UPDATE badge_peer SET state = 'asked', words = '', answered = NULL
       WHERE recognition = ? AND peer = ? AND state = 'written'
         AND recognition IN (SELECT id FROM badge_recognition WHERE state = 'open')
      """, id, peer)
  }

  private static func give(
    _ recognition: BadgeRecognition, _ badge: BadgeClass, in site: BadgeSite, at now: Instant,
    _ db: Writer
  ) throws -> Bool {
    guard let least = try least(of: badge.id, db) else { return false }
    let written = try peers(of: recognition.id, db).filter { $0.state == .written }
    if written.count < least { return false }
    // As badges are written: in the language of the community.
    let say = BadgePeerStrings.french
    var new = BadgeAwardStore.New(
      badge: badge, member: recognition.member, by: nil, narrative: say.narrative(written.count))
    new.action = .badgeRecognised
    new.evidence = written.enumerated().map { index, peer in
      BadgeEvidence(name: say.testimony(index + 1), address: "", words: peer.words, isShown: false)
    }
    let award: BadgeAward.ID
    do { award = try BadgeAwardStore.offer(new, in: site, at: now, db) } catch {
      // Somebody gave it meanwhile, or it is no longer given: what was written stays.
      guard error is BadgeAwardStore.Refusal else { throw error }
      return false
    }
    try db.run(
      "UPDATE badge_recognition SET state = 'given', award = ? WHERE id = ?", award, recognition.id)
    return true
  }

  // MARK: For those who look after the badge

  /// What members ask or asked for, the latest first.
  static func all(
    of id: BadgeClass.ID, _ db: Reader
  ) throws -> [(recognition: BadgeRecognition, author: Author, peers: [BadgePeer])] {
    let found = try db.rows(
      """
      SELECT own.id, own.class, own.member, own.words, own.is_open, own.state, own.created,
             member.id, member.name, member.role, member.public_name, member.deleted
        FROM badge_recognition AS own JOIN member ON member.id = own.member
       WHERE own.class = ? AND own.state <> 'withdrawn' ORDER BY own.id DESC LIMIT 50
      """, id
    ) { row in (recognition: try read(&row), author: try Author.read(&row)) }
    return try found.map { one in
      (one.recognition, one.author, try peers(of: one.recognition.id, db))
    }
  }

  /// Nothing of a member who leaves the site stays but what went with somebody's badge.
  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM badge_recognition WHERE member = ?", member)
    try db.run("DELETE FROM badge_peer WHERE peer = ?", member)
  }
}
