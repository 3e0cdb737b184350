import Testing

@testable import Preau

@Suite struct `Choosing a log-in name` {
  func problem(_ typed: String) -> LogInName.Problem? {
    do {
      _ = try LogInName(typed: typed)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("Léa.Martin", "léa.martin"), (" lea_42 ", "lea_42"), ("e\u{301}lise", "\u{E9}lise"),
    ("ŒUVRE-1", "œuvre-1"), ("Ωμέγα", "ωμέγα"), ("مريم", "مريم"),
  ])
  func `letters of any alphabet are taken, in lower case and one Unicode form`(
    typed: String, stored: String
  ) throws {
    #expect(Array(try LogInName(typed: typed).text.utf8) == Array(stored.utf8))
  }

  @Test(arguments: [
    ("", LogInName.Problem.empty), ("  ", .empty), ("ab", .tooShort),
    (String(repeating: "a", count: 41), .tooLong), ("a b c", .forbidden(" ")),
    ("lea@x.fr", .forbidden("@")), ("lea<b>", .forbidden("<")),
    ("lea\u{200B}m", .forbidden("\u{200B}")),
    ("lea\u{202E}m", .forbidden("\u{202E}")), ("...", .noLetter), ("🙂🙂🙂", .forbidden("🙂")),
  ])
  func `anything else is refused for a reason that can be said`(
    typed: String, problem expected: LogInName.Problem
  ) {
    #expect(problem(typed) == expected)
  }

  @Test func `one letter with a thousand accents is not a name`() {
    #expect(problem("lea" + String(repeating: "\u{301}", count: 1_000)) == .tooLong)
    #expect(problem("le" + "a\u{301}\u{302}\u{303}") != nil)
  }
}

@Suite struct `Choosing a display name` {
  @Test(arguments: [
    ("  Léa   Martin ", "Léa Martin"), ("Léa\nMartin", "Léa Martin"),
    ("Léa\u{202E}nitraM", "LéanitraM"), ("Jean–Luc O’Neil", "Jean–Luc O’Neil"),
  ])
  func `spaces are one and what turns the line around goes`(typed: String, kept: String) throws {
    #expect(try DisplayName(typed: typed).text == kept)
  }

  @Test(arguments: ["", "   ", "\u{200B}\u{200D}", "!!!"])
  func `a name can be read`(typed: String) {
    #expect(throws: DisplayName.Problem.empty) { try DisplayName(typed: typed) }
  }

  @Test func `accents cannot pile up over other lines`() {
    let pile = "a" + String(repeating: "\u{301}", count: 200)
    #expect(throws: DisplayName.Problem.tooLong) { try DisplayName(typed: pile) }
  }
}

@Suite struct `Choosing a password` {
  func problem(_ typed: String, login: String = "lea.martin") -> NewPassword.Problem? {
    do {
      _ = try NewPassword(typed: typed, login: login)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("", NewPassword.Problem.empty), ("court 7", .tooShort),
    (String(repeating: "ab", count: 65), .tooLong), ("Lea.Martin", .isLogInName),
    ("AZERTYuiop", .tooCommon), ("aaaaaaaaaa", .tooCommon), ("1212121212", .tooCommon),
  ])
  func `weak ones are refused`(typed: String, expected: NewPassword.Problem) {
    #expect(problem(typed) == expected)
  }

  @Test(arguments: ["cheval agrafe", "éléphants", "パスワードは長い", "        x z"])
  func `long ones are taken, spaces and all`(typed: String) {
    #expect(problem(typed) == nil)
  }

  @Test func `the same letters typed on two keyboards are one password`() throws {
    let composed = try NewPassword(typed: "\u{E9}l\u{E9}phants", login: "")
    let decomposed = try NewPassword(typed: "e\u{301}le\u{301}phants", login: "")
    #expect(Array(composed.text.utf8) == Array(decomposed.text.utf8))
    #expect(
      Crypto.password(NewPassword.folded("e\u{301}le\u{301}phants"), matches: try composed.hash()))
  }

  @Test func `nobody’s password costs as much as anybody’s and is never right`() throws {
    let real = try Crypto.passwordHash("cheval agrafe").split(separator: "$")
    let nobody = Crypto.nobodysPassword.split(separator: "$")
    #expect(nobody[..<3] == real[..<3])
    #expect(nobody.map(\.count) == real.map(\.count))
    #expect(!Crypto.password("", matches: Crypto.nobodysPassword))
  }
}

@Suite struct `Signing up` {
  let good = SignUpDraft(
    name: "Léa", login: "lea", email: "", role: "learner", password: "cheval agrafe")

  func problems(_ draft: SignUpDraft, invited: Member.Role? = nil) -> [SignUpDraft.Problem] {
    do {
      _ = try draft.checked(invited: invited)
      return []
    } catch {
      return error.list
    }
  }

  @Test func `needs no e-mail address`() throws {
    #expect(try good.checked(invited: nil).email == nil)
  }

  @Test(arguments: ["teacher", "professional", "administrator", "boss", ""])
  func `gives nobody a role that others must vouch for`(role: String) {
    var draft = good
    draft.role = role
    #expect(problems(draft) == [.role])
  }

  @Test func `with an invitation gives the role that it names, whatever was sent`() throws {
    var draft = good
    draft.role = "administrator"
    #expect(try draft.checked(invited: .professional).role == .professional)
  }

  @Test func `says everything that is wrong at once`() {
    let draft = SignUpDraft(name: " ", login: "a", email: "lea", role: "x", password: "court")
    #expect(
      problems(draft) == [
        .name(.empty), .login(.tooShort), .password(.tooShort), .emailMalformed, .role,
      ])
  }

  @Test(arguments: [
    "lea", "lea@", "@x.fr", "a@b@c", "a b@x.fr", "lea@x..fr", "lea@.fr", "<lea@x.fr>",
    "lea@x.fr\n",
  ])
  func `an address that cannot be one is noticed`(email: String) {
    if email.hasSuffix("\n") {
      #expect((try? EmailAddress(typed: email))?.text == "lea@x.fr")
    } else {
      #expect(throws: EmailAddress.Malformed.self) { try EmailAddress(typed: email) }
    }
  }
}

@Suite struct `Waiting after failures` {
  let limits = LogInLimits()
  let noon = Instant(seconds: 1_800_000_000)

  @Test func `the fifth failure waits, and each one after it twice as long`() {
    let throttle = Throttle()
    var waits: [Int] = []
    for _ in 1...8 {
      throttle.fail("lea", allowed: 5, limits, now: noon)
      waits.append(throttle.secondsLeft(for: "lea", now: noon))
    }
    #expect(waits == [0, 0, 0, 0, 15, 30, 60, 120])
    #expect(throttle.secondsLeft(for: "lea", now: noon + 119) == 1)
    #expect(throttle.secondsLeft(for: "lea", now: noon + 120) == 0)
    #expect(throttle.secondsLeft(for: "sami", now: noon) == 0)
  }

  @Test func `success forgives`() {
    let throttle = Throttle()
    for _ in 1...9 { throttle.fail("lea", allowed: 5, limits, now: noon) }
    throttle.succeed("lea")
    #expect(throttle.secondsLeft(for: "lea", now: noon) == 0)
  }

  @Test func `a class of thirty that mistypes five times each waits for nothing`() {
    let budget = PlaceBudget()
    for _ in 1..<150 { budget.spend("school", limits.perAddress, now: noon) }
    #expect(budget.secondsLeft(for: "school", limits.perAddress, now: noon) == 0)
  }

  @Test func `one who tries a whole dictionary gets one try each few seconds`() {
    let budget = PlaceBudget()
    for _ in 1...limits.failuresPerAddress { budget.spend("place", limits.perAddress, now: noon) }
    #expect(budget.secondsLeft(for: "place", limits.perAddress, now: noon) == 5)
    #expect(budget.secondsLeft(for: "place", limits.perAddress, now: noon + 5) == 0)
    #expect(budget.secondsLeft(for: "elsewhere", limits.perAddress, now: noon) == 0)
  }

  @Test func `who goes on after the budget is spent makes nobody wait longer`() {
    let budget = PlaceBudget()
    for _ in 1...5_000 { budget.spend("place", limits.perAddress, now: noon) }
    #expect(budget.secondsLeft(for: "place", limits.perAddress, now: noon) == 5)
  }

  @Test func `a pace makes even the first failure wait`() {
    let throttle = Throttle()
    throttle.fail("lea", allowed: 5, limits, now: noon, atLeast: 10)
    #expect(throttle.secondsLeft(for: "lea", now: noon) == 10)
    #expect(throttle.secondsLeft(for: "lea", now: noon + 10) == 0)
  }

  @Test func `zero lifts the limit`() {
    var limits = LogInLimits()
    limits.failuresPerMember = 0
    limits.failuresPerAddress = 0
    let throttle = Throttle()
    let budget = PlaceBudget()
    for _ in 1...100 {
      throttle.fail("lea", allowed: limits.failuresPerMember, limits, now: noon)
      budget.spend("place", limits.perAddress, now: noon)
    }
    #expect(throttle.secondsLeft(for: "lea", now: noon) == 0)
    #expect(budget.secondsLeft(for: "place", limits.perAddress, now: noon) == 0)
  }

  @Test(arguments: [
    ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"),
    ("2001:db8:1:2::3", "2001:db8:1::"),
  ])
  func `a place is an address, or what an institution is given of IPv6`(
    client: String, place: String
  ) {
    #expect(LogInGate.place(client) == place)
  }
}

@Suite struct `Secrets that travel` {
  let key = Array(repeating: UInt8(7), count: 32)
  let otherKey = Array(repeating: UInt8(8), count: 32)

  @Test func `a written code survives how people write it down`() throws {
    let code = WrittenCode.random()
    #expect(code.text.count == 14)
    #expect(WrittenCode(typed: code.text) == code)
    let sloppy =
      " "
      + code.text.lowercased().replacing("-", with: " ")
      .replacing("0", with: "o").replacing("1", with: "l")
    #expect(WrittenCode(typed: sloppy) == code)
  }

  @Test(arguments: [
    "", "7KQ4", "7KQ4-W2MD-X9T", "7KQ4-W2MD-X9TBB", "7KQ4-W2MD-X9T!", "UUUU-UUUU-UUUU",
  ])
  func `what cannot be a code is none`(typed: String) {
    #expect(WrittenCode(typed: typed) == nil)
  }

  @Test func `a known browser cannot be made up or moved to another member`() {
    let browser = KnownBrowser.new(of: .init(12))
    let text = browser.text(key: key)
    #expect(KnownBrowser(text, key: key) == browser)
    #expect(KnownBrowser(text, key: otherKey) == nil)
    #expect(KnownBrowser("13" + text.dropFirst(2), key: key) == nil)
    #expect(KnownBrowser("", key: key) == nil)
  }

  @Test(arguments: [
    (
      "Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0", "Firefox, Android"
    ),
    (
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
        + "Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Safari, iPhone"
    ),
    (
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
        + "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", "Edge, Windows"
    ),
    ("curl/8.5.0", ""),
  ])
  func `a device is named as its owner would`(userAgent: String, name: String) {
    #expect(Device.name(userAgent: userAgent) == name)
  }
}

@Suite struct `Inviting` {
  @Test(arguments: [
    (InvitationDraft(days: "0"), InvitationDraft.Problem.days),
    (InvitationDraft(days: "366"), .days), (InvitationDraft(uses: "0"), .uses),
    (InvitationDraft(uses: "-1"), .uses), (InvitationDraft(role: "boss"), .role),
    (InvitationDraft(note: String(repeating: "n", count: 201)), .note),
  ])
  func `numbers without measure are refused`(
    draft: InvitationDraft, problem: InvitationDraft.Problem
  ) {
    #expect(throws: InvitationDraft.Problems(list: [problem])) { try draft.checked() }
  }
}

@Suite struct `Names that would pass for another's` {
  @Test(arguments: [
    ("Marie Dupré", "MARIE  dupre"), ("Rose", "Rоsе"), ("Rose", "R0SE"), ("Alain", "AIain"),
    ("Kim Τan", "Kim Tan"), ("Élodie", "E\u{0301}lodie"), ("Anne-Lise", "Anne Lise"),
  ])
  func `look the same`(name: String, other: String) {
    #expect(NameLikeness(name) == NameLikeness(other))
  }

  @Test(arguments: [("Rose", "Rosa"), ("Marie D.", "Marie L."), ("日本", "日木")])
  func `look different`(name: String, other: String) {
    #expect(NameLikeness(name) != NameLikeness(other))
  }

  @Test(arguments: [
    ("Compte supprimé", true), ("«compte  SUPPRIME»", true), ("Un apprenant", true),
    ("deleted account 3", true), ("A learner", true), ("Administrateur", true),
    ("L’Admin", true), ("Аdmin du site", true), ("a d m i n", true), ("Adama", false),
    ("Lina Apprenante", false), ("Aline Arnaud", false),
  ])
  func `are reserved when the site says them`(name: String, isReserved: Bool) throws {
    #expect(try DisplayName(typed: name).isReserved == isReserved)
  }
}
