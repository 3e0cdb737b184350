import Testing

@testable import Preau

@Suite struct `The right to disconnect` {
  init() { CalendarTime.setTimeZone("Europe/Paris") }

  /// The autumn holidays, 17 October to 1 November 2026.
  private let quiet = QuietTime(holidays: [
    Day(number: 20_743)...Day(number: 20_758)
  ])

  /// Such as `2026-11-20 18:59`, on local clocks in winter.
  private func moment(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    // 2026-11-01T00:00:00+01:00, a Sunday.
    Instant(seconds: 1_793_487_600 + Int64(day - 1) * 86_400 + Int64(hour * 3_600 + minute * 60))
  }

  @Test(arguments: [
    // Friday the 20th: in the day; the evening; the night before.
    (20, 18, 59, 20, 18, 59), (20, 19, 0, 23, 8, 0), (20, 3, 30, 20, 8, 0), (19, 22, 0, 20, 8, 0),
    // The week-end; Armistice Day, a Wednesday; All Saints' Day, the end of the holidays.
    (21, 12, 0, 23, 8, 0), (22, 12, 0, 23, 8, 0), (11, 10, 0, 12, 8, 0), (1, 12, 0, 2, 8, 0),
  ])
  func `keeps mails until people work`(
    day: Int, hour: Int, minute: Int, openDay: Int, openHour: Int, openMinute: Int
  ) {
    let asked = moment(day, hour, minute)
    let opening = moment(openDay, openHour, openMinute)
    #expect(quiet.opening(asked, mayDisturb: false) == opening)
    #expect(quiet.opening(asked, mayDisturb: true) == asked)
  }

  @Test func `keeps mails through holidays that the site was told of`() {
    let holiday = Instant(seconds: moment(1, 0).seconds - 10 * 86_400)
    #expect(quiet.opening(holiday, mayDisturb: false) == moment(2, 8))
    #expect(QuietTime().opening(holiday, mayDisturb: false) < moment(1, 0))
  }

  @Test func `a year of holidays does not hold up the site`() {
    let closed = QuietTime(holidays: [Day(number: 0)...Day(number: 50_000)])
    let asked = moment(20, 12)
    #expect(closed.opening(asked, mayDisturb: false) == asked)
  }

  @Test(arguments: [(20, 10, 20, 17), (20, 17, 23, 17), (21, 10, 23, 17), (10, 18, 12, 17)])
  func `the digest of the day leaves at the end of a school day`(
    day: Int, hour: Int, leavesDay: Int, leavesHour: Int
  ) {
    #expect(
      quiet.dailyDigest(moment(day, hour), mayDisturb: false) == moment(leavesDay, leavesHour))
  }

  @Test(arguments: [(18, 10, 23, 8), (23, 8, 30, 8), (22, 23, 23, 8)])
  func `the digest of the week leaves on Monday`(
    day: Int, hour: Int, leavesDay: Int, leavesHour: Int
  ) {
    #expect(
      quiet.weeklyDigest(moment(day, hour), mayDisturb: false) == moment(leavesDay, leavesHour))
  }

  /// Easter Monday, Ascension Day and Whit Monday of 2024 (a leap year) and 2027.
  @Test(arguments: [1_711_929_600, 1_715_212_800, 1_716_163_200, 1_806_278_400, 1_809_561_600])
  func `knows the holidays that follow Easter`(seconds: Int64) {
    let noon = Instant(seconds: seconds + 10 * 3_600)
    #expect(QuietTime.isPublicHoliday(CalendarTime(noon)))
    #expect(!QuietTime.isPublicHoliday(CalendarTime(noon + 86_400)))
  }
}

@Suite struct `How often a member wants mails` {
  private let topic = MailTopic(thread: Thread.ID(7), space: Space.ID(3), tags: [1, 2])

  private func level(
    _ levels: [MailChoice: MailLevel], _ kind: Notification.Kind = .followed
  ) -> MailLevel {
    MailChoices(levels: levels).level(of: kind, about: topic)
  }

  @Test func `what is said to one leaves at once, what one follows in a digest, thanks never`() {
    #expect(level([:], .reply) == .now)
    #expect(level([:], .mention) == .now)
    #expect(level([:]) == .daily)
    #expect(level([:], .thanks) == .never)
  }

  @Test func `the narrowest choice wins`() {
    var levels: [MailChoice: MailLevel] = [.followed: .never]
    #expect(level(levels) == .never)
    levels[.space(Space.ID(3))] = .weekly
    #expect(level(levels) == .weekly)
    levels[.tag(1)] = .never
    #expect(level(levels) == .never)
    levels[.tag(2)] = .daily
    #expect(level(levels) == .daily)
    levels[.thread(Thread.ID(7))] = .now
    #expect(level(levels) == .now)
  }

  @Test func `a quiet space does not hide an answer, a quiet thread does`() {
    #expect(level([.space(Space.ID(3)): .never], .reply) == .now)
    #expect(level([.thread(Thread.ID(7)): .never], .reply) == .never)
    #expect(level([.thread(Thread.ID(8)): .never], .reply) == .now)
  }

  @Test func `a digest that was stopped stays so, and the rest goes on`() {
    let levels: [MailChoice: MailLevel] = [.digest(.daily): .never]
    #expect(level(levels) == .never)
    #expect(level(levels, .reply) == .now)
  }

  @Test func `a newcomer gets at once only what is said to them directly`() {
    let now = Instant(seconds: 2_000_000_000)
    let choices = MailChoices(levels: [.followed: .now])
    func level(_ kind: Notification.Kind, joined: Instant) -> MailLevel {
      choices.level(of: kind, about: topic, joined: joined, now: now)
    }
    #expect(level(.reply, joined: now) == .now)
    #expect(level(.mention, joined: now) == .now)
    #expect(level(.followed, joined: now) == .daily)
    #expect(level(.accepted, joined: now) == .daily)
    let old = now + -MailChoices.secondsOfNewness
    #expect(level(.followed, joined: old) == .now)
  }
}

@Suite struct `The link that stops mails` {
  private let key = Crypto.randomBytes(32)
  private let stop: MailStop

  init() { stop = MailStop(member: Member.ID(12), choice: .thread(Thread.ID(45)), key: key) }

  @Test func `names one member and one choice`() throws {
    let read = try #require(MailStop(segment: stop.text))
    #expect(read.isGenuine(key: key))
    #expect(read == stop)
  }

  @Test(arguments: ["13-thread-45-", "12-thread-46-", "12-space-45-", "12-followed-0-"])
  func `cannot be turned into another`(start: String) throws {
    let mark = try #require(stop.text.split(separator: "-", maxSplits: 3).last)
    let forged = try #require(MailStop(segment: start + mark))
    #expect(!forged.isGenuine(key: key))
  }

  @Test func `is worth nothing on another site`() {
    #expect(!stop.isGenuine(key: Crypto.randomBytes(32)))
  }
}
