import Credentials
import HTML
import HTTP
import Sanitizer

/// The form by which a badge is verified, and what was found.
enum VerifyingPages {
  static let address: HTML.Address = "/badges/verifier"

  static func ask(
    _ draft: VerifyingDraft, _ problem: VerifyingDraft.Problem?, _ visit: Visit
  ) -> Response {
    let say = visit.say.verifying
    let frame = PageFrame(
      title: say.title, menu: .badges, status: problem == nil ? 200 : 422, isIndexed: true,
      hasProblems: problem != nil, canonical: address, summary: say.advice)
    var problems = FormProblems()
    if let problem { problems.add(say.problem(problem), to: field(of: problem)) }
    return visit.page(frame) { page in
      head(visit, &page)
      page.problems(problems.list, visit.say.site)
      form(draft, problems, visit, &page)
    }
  }

  /// Too many were asked for: what was typed stays.
  static func wait(_ draft: VerifyingDraft, _ seconds: Int, _ visit: Visit) -> Response {
    let say = visit.say.verifying
    var response = visit.page(PageFrame(title: say.title, menu: .badges, status: 429)) { page in
      head(visit, &page)
      page.p(.class("notice notice--wait"), .role("alert")) { $0.text(say.wait(seconds)) }
      form(draft, FormProblems(), visit, &page)
    }
    response["Retry-After"] = String(seconds)
    return response
  }

  static func show(
    _ report: VerificationReport, _ picture: ShownPicture?, _ draft: VerifyingDraft,
    _ visit: Visit
  ) -> Response {
    let say = visit.say.verifying
    let verdict = say.verdict(on: report)
    var response = visit.page(PageFrame(title: verdict.title, menu: .badges)) { page in
      trail(visit, &page)
      page.div(.class("verdict"), .named("data-state", report.state.rawValue)) { page in
        page.h1 { $0.text(verdict.title) }
        page.p { $0.text(verdict.advice) }
      }
      page.verificationAward(report, picture, visit)
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(say.steps) }
        page.verificationReport(report, visit)
      }
      source(report, visit, &page)
      again(report, draft, visit, &page)
    }
    if case .embedded = picture { response.headers.append(SecurityHeaders.showingEmbedded) }
    return response
  }

  private static func field(of problem: VerifyingDraft.Problem) -> StaticString {
    switch problem {
    case .nothing, .fileTooLong, .fileUnreadable: "fichier"
    case .recipientTooLong: "destinataire"
    }
  }

  private static func trail(_ visit: Visit, _ page: inout Page) {
    page.ol(.class("trail"), .role("list")) { page in
      page.li { page in
        page.a(.href(address)) { $0.text(visit.say.verifying.title) }
      }
    }
  }

  private static func head(_ visit: Visit, _ page: inout Page) {
    let say = visit.say.verifying
    page.div(.class("head")) { page in
      page.h1 { $0.text(say.title) }
      page.p { $0.text(say.advice) }
    }
  }

  private static func form(
    _ draft: VerifyingDraft, _ problems: FormProblems, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.verifying
    page.form(
      address, visit, .class("card stack"), .named("enctype", literally: "multipart/form-data")
    ) { page in
      page.fileField(
        Field(name: "fichier", label: say.file, hint: say.fileHint, problem: problems["fichier"]),
        accept: ".png,.svg,.json,.jwt,.jws,.txt,image/png,image/svg+xml,application/json",
        visit.say.site)
      page.textArea(
        Field(name: "texte", label: say.text, hint: say.textHint), value: draft.text, rows: 4,
        visit.say.site, .named("spellcheck", literally: "false"))
      page.textField(
        Field(
          name: "destinataire", label: say.recipient, hint: say.recipientHint,
          problem: problems["destinataire"], isOptional: true),
        value: draft.recipient, visit.say.site, .named("inputmode", literally: "email"),
        .named("autocomplete", literally: "off"), .named("maxlength", literally: "320"))
      page.p(.class("meta")) { $0.text(say.privacy) }
      page.p { page in
        page.button(.class("button button--main")) { $0.text(say.verify) }
      }
    }
  }

  /// What was given stands there again where it may have been mistyped.
  private static func again(
    _ report: VerificationReport, _ draft: VerifyingDraft, _ visit: Visit, _ page: inout Page
  ) {
    let isMistyped = report.state == .invalid || report.state == .couldNotCheck
    var draft = draft
    if report.state == .wrongRecipient || isMistyped {} else { draft.recipient = "" }
    if !isMistyped && report.state != .wrongRecipient { draft.text = "" }
    page.section(.class("no-print")) { page in
      page.h2 { $0.text(visit.say.verifying.another) }
      form(draft, FormProblems(), visit, &page)
    }
  }

  /// In characters, of what is shown as it was read.
  private static let longestSource = 20_000

  private static func source(
    _ report: VerificationReport, _ visit: Visit, _ page: inout Page
  ) {
    guard let text = report.text else { return }
    page.details(.class("no-print")) { page in
      page.summary { $0.text(visit.say.verifying.source) }
      page.pre(.class("secret"), .named("tabindex", literally: "0")) { page in
        page.code { page in
          page.text(String(text.unicodeScalars.prefix(longestSource)))
          if text.unicodeScalars.count > longestSource { page.text(" …") }
        }
      }
    }
  }
}

extension Page {
  /// Every step of a verification, with how it was.
  mutating func verificationReport(_ report: VerificationReport, _ visit: Visit) {
    let say = visit.say.verifying
    ol(.class("steps"), .role("list")) { page in
      for step in report.steps {
        page.li { page in
          page.p { page in
            page.strong { $0.text(say.step(step.kind)) }
            page.span(.class(Self.class(of: step.outcome))) { $0.text(say.outcome(step.outcome)) }
          }
          page.p(.class("secret")) { $0.text(say.sentence(step)) }
        }
      }
    }
  }

  private static func `class`(of outcome: VerificationStep.Outcome) -> StaticString {
    switch outcome {
    case .passed: "state state--solved"
    case .noted: "state state--story"
    case .failed: "state state--wrong"
    case .unknown: "state state--waiting"
    }
  }

  /// What a badge says of itself, unless it is known to be false.
  mutating func verificationAward(
    _ report: VerificationReport, _ picture: ShownPicture?, _ visit: Visit
  ) {
    guard let award = report.award, report.state != .invalid else { return }
    let say = visit.say.verifying
    section(.class("card stack")) { page in
      page.p(.class("meta")) {
        $0.text(report.state == .couldNotCheck ? say.claims : say.says)
      }
      page.h2 { $0.text(award.name) }
      if let picture { page.badgePicture(picture, award) }
      if let description = award.description { page.p { $0.text(description) } }
      page.awardFacts(report, award, visit)
      page.awardWords(say.criteria, award.criteria?.narrative, award.criteria?.address)
      page.awardWords(say.narrative, award.narrative, nil)
      page.awardEvidence(award, visit)
      page.awardEndorsements(report, visit)
    }
  }

  private mutating func badgePicture(_ picture: ShownPicture, _ award: ReadAward) {
    let words = Attribute.named("alt", award.image?.caption ?? "")
    switch picture {
    case .own(let address): img(.class("verified-picture"), .src(address), words)
    case .embedded(let data): img(.class("verified-picture"), .named("src", data), words)
    }
  }

  private mutating func awardFacts(
    _ report: VerificationReport, _ award: ReadAward, _ visit: Visit
  ) {
    let say = visit.say.verifying
    let dates = visit.say.dates
    dl(.class("verified-facts")) { page in
      page.dt { $0.text(say.issuer) }
      page.dd { page in
        page.text(award.issuerName ?? award.issuerID)
        let address = award.issuerAddress ?? award.issuerID
        page.span(.class("meta secret")) { page in
          page.text(" ")
          page.elsewhere(address, address)
        }
      }
      if let issued = award.issuedOn {
        page.dt { $0.text(say.issued) }
        page.dd { $0.text(dates.day(Instant(seconds: issued.seconds))) }
      }
      page.dt { $0.text(say.expires) }
      page.dd { page in
        page.text(award.expires.map { dates.day(Instant(seconds: $0.seconds)) } ?? say.forEver)
      }
      if let form = report.form {
        page.dt { $0.text(say.formLabel) }
        page.dd { $0.text(say.form(form)) }
      }
      if !award.tags.isEmpty {
        page.dt { $0.text(say.tags) }
        page.dd { $0.text(award.tags.prefix(50).joined(separator: ", ")) }
      }
      if !award.alignments.isEmpty {
        page.dt { $0.text(say.alignments) }
        for alignment in award.alignments {
          page.dd { page in
            page.elsewhere(alignment.address, alignment.name)
            if let framework = alignment.framework { page.text(" (\(framework))") }
          }
        }
      }
    }
  }

  /// Words in Markdown, and where there is more.
  private mutating func awardWords(_ title: String, _ markdown: String?, _ address: String?) {
    if markdown == nil && address == nil { return }
    h3 { $0.text(title) }
    if let markdown { foreignMarkdown(markdown) }
    if let address {
      p(.class("meta secret")) { $0.elsewhere(address, address) }
    }
  }

  private mutating func awardEvidence(_ award: ReadAward, _ visit: Visit) {
    if award.evidence.isEmpty { return }
    h3 { $0.text(visit.say.verifying.evidence) }
    ul { page in
      for one in award.evidence {
        page.li { page in
          let name = one.name ?? one.address ?? one.genre ?? ""
          page.p(.class("secret")) { page in
            if let address = one.address { page.elsewhere(address, name) } else { page.text(name) }
          }
          if let description = one.description { page.p { $0.text(description) } }
          if let narrative = one.narrative { page.foreignMarkdown(narrative) }
        }
      }
    }
  }

  private mutating func awardEndorsements(_ report: VerificationReport, _ visit: Visit) {
    if report.endorsements.isEmpty { return }
    let say = visit.say.verifying
    h3 { $0.text(say.endorsements) }
    ul { page in
      for one in report.endorsements {
        page.li { page in
          page.p(.class("secret")) { page in
            page.text(one.issuerName ?? one.issuerID)
            page.text(" (\(say.endorsed(one.state)))")
          }
          if one.state == .valid, let comment = one.comment { page.foreignMarkdown(comment) }
        }
      }
    }
  }

  /// A link to where a badge leads; words alone where that is no web address.
  mutating func elsewhere(_ text: String, _ name: String) {
    guard let address = HTML.Address(elsewhere: text) else {
      self.text(name)
      return
    }
    a(.href(address), .rel("nofollow ugc noopener noreferrer")) { $0.text(name) }
  }

  /// Markdown of a badge of anybody's; as plain words where it cannot be rendered. Its pictures are
  /// not asked for: the site's policy lets no page do that.
  private mutating func foreignMarkdown(_ markdown: String) {
    div(.class("prose")) { page in
      if let html = try? SanitizedHTML(markdown: markdown) {
        page.sanitized(html)
      } else {
        page.p { $0.text(markdown) }
      }
    }
  }
}
