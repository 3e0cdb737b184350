import Credentials
import HTTP

/// Anybody has a badge verified, without an account.
enum VerifyingRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/badges/verifier", .anyone, ask)
    routes.post(
      "/badges/verifier", .anyone, lane: .slow, isKept: false, takesFiles: true, verify)
  }

  /// The form; with the address of a badge of this site, at once what was found about it, for that
  /// asks nobody else. Another address only stands in the form: a GET sends no request.
  static func ask(_ visit: Visit) throws -> Response {
    var draft = VerifyingDraft()
    guard let address = visit.request.query["adresse"] else {
      return VerifyingPages.ask(draft, nil, visit)
    }
    draft.text = address
    guard let award = try BadgeChecking.award(at: address, visit) else {
      return VerifyingPages.ask(draft, nil, visit)
    }
    let seconds = spend(visit)
    if seconds > 0 { return VerifyingPages.wait(draft, seconds, visit) }
    let report = try BadgeChecking.check(award, visit)
    return VerifyingPages.show(
      report, try ShownPicture.find(for: report, in: [], visit), draft, visit)
  }

  static func verify(_ visit: Visit) throws -> Response {
    let draft = VerifyingDraft(visit.form)
    let bytes: [UInt8]
    let recipients: [String]
    do throws(VerifyingDraft.Problem) {
      (bytes, recipients) = try draft.checked()
    } catch {
      return VerifyingPages.ask(draft, error, visit)
    }
    let seconds = spend(visit)
    if seconds > 0 { return VerifyingPages.wait(draft, seconds, visit) }
    let start = ContinuousClock.now
    let report = try BadgeChecking.check(bytes, for: recipients, on: visit.site, at: visit.now)
    // Few threads can wait for others: who makes them wait has less left.
    let waited = Int((ContinuousClock.now - start).components.seconds)
    for _ in 0..<waited {
      visit.site.verifyingBudget.spend(LogInGate.place(visit.client), allowance, now: visit.now)
    }
    return VerifyingPages.show(
      report, try ShownPicture.find(for: report, in: bytes, visit), draft, visit)
  }

  /// A class that checks its badges together, behind one address; each check may ask a dozen others.
  private static let allowance = PlaceBudget.Allowance(most: 60, secondsEach: 5)

  /// - Returns: the seconds to wait; 0 when a badge may be verified now.
  static func spend(_ visit: Visit) -> Int {
    let place = LogInGate.place(visit.client)
    let budget = visit.site.verifyingBudget
    let seconds = budget.secondsLeft(for: place, allowance, now: visit.now)
    if seconds == 0 { budget.spend(place, allowance, now: visit.now) }
    return seconds
  }
}
