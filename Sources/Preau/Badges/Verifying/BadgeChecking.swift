import Credentials
import HTTP
import LinkedData
import SQLite

// Who has a badge verified tells this site who was given it, and where it comes from:
// (1) Nothing of that is stored, and nothing is logged.
// (2) Addresses of this very site are answered by its own routes, as anybody would be answered: no
//     connection is made, so that a site that cannot reach itself can check its own badges.
// (3) All others are asked as the rules for requests that we send allow, and for so long in all.

/// Verifies badges, of whomever they are.
enum BadgeChecking {
  /// - Parameter recipients: who the badge should be for; empty when nobody was named.
  static func check(
    _ input: [UInt8], for recipients: [String] = [], on site: Site, at now: Instant,
    allowsLoopback: Bool = false
  ) throws -> VerificationReport {
    let (options, prepared) = try prepare(for: recipients, on: site, at: now)
    var asking = prepared
    asking.allowsLoopback = asking.allowsLoopback || allowsLoopback
    return check(input, options, site.badgeContexts, asking)
  }

  /// What a site knows and may ask; the time that it has for all of it begins now.
  static func prepare(
    for recipients: [String], on site: Site, at now: Instant
  ) throws -> (Verification.Options, BadgeAsking) {
    let home = try site.database.read { try BadgeHome.load($0) }
    var asking = BadgeAsking(site.configuration)
    asking.home = BadgeAsking.Home(site: site, bases: home.bases)
    var options = Verification.Options(now: Timestamp(now))
    options.recipients = recipients
    options.knownIssuers = home.issuers
    options.ownBases = home.bases
    options.allowsLoopback = asking.allowsLoopback
    return (options, asking)
  }

  /// The same without a site: nobody is vouched for.
  static func check(
    _ input: [UInt8], _ options: Verification.Options, _ contexts: ContextLibrary,
    _ asking: BadgeAsking
  ) -> VerificationReport {
    var options = options
    options.allowsLoopback = asking.allowsLoopback
    return Verification(options, contexts: contexts).verify(input) { address in
      try asking.ask(address)
    }
  }

  /// An award of this site, as who got it from its learner would have it verified: signed, then
  /// looked at like a stranger's. Not to be called while reading from the store.
  static func check(_ award: BadgeAward, _ visit: Visit) throws -> VerificationReport {
    let site = visit.site
    let text = try visit.read { db in
      let keys = try BadgeKeyStore.signing(award.key, site.key, db).orNotFound()
      return try BadgeReadingStore.sheet(award, db).text(.ob3JSON, keys, site.badgeContexts)
    }
    return try check(Array(text.utf8), on: site, at: visit.now)
  }

  /// The award whose assertion has this address, if its learner has agreed that it answers.
  static func award(at address: String, _ visit: Visit) throws -> BadgeAward? {
    guard let secret = address.split(separator: "/").last else { return nil }
    let award = try visit.read { try BadgeReadingStore.award(secret: String(secret), $0) }
    guard let award, award.isPublished,
      BadgeAddresses(base: award.base).assertion(award.secret) == address
    else { return nil }
    return award
  }
}

/// What is this site's own: its addresses, and the issuers for which it vouches.
struct BadgeHome {
  /// Without a slash at the end.
  let bases: [String]
  let issuers: [Verification.KnownIssuer]

  static func load(_ db: Reader) throws -> BadgeHome {
    let bases = try BadgeKeyStore.bases(db)
    let issuers = try BadgeClassStore.issuers(db)
    let keys = try BadgeKeyStore.all(db)
    let ids = bases.flatMap { base in
      let addresses = BadgeAddresses(base: base)
      return issuers.map { addresses.issuer($0.id) } + keys.map { addresses.profile($0.id) }
    }
    return BadgeHome(bases: bases.map(\.url), issuers: ids.map { .init(id: $0) })
  }
}
