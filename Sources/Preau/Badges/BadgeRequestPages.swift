import HTML
import HTTP

/// The pages on which badges are asked for, and requests assessed.
enum BadgeRequestPages {
  static func queue(
    _ lines: [(request: BadgeRequest, author: Author, badge: BadgeClass)], _ visit: Visit
  ) -> Response {
    let say = visit.say.badges
    return visit.page(PageFrame(title: say.requests, menu: .badges)) { page in
      page.trail([("/badges", say.title)], visit)
      page.head(say.requests)
      if lines.isEmpty {
        page.p(.class("empty")) { $0.text(say.noRequests) }
        return
      }
      page.ul(.class("rows card"), .role("list")) { page in
        for line in lines {
          page.li { page in
            page.span { page in
              page.a(.href(line.request.address)) { $0.text(line.badge.version.name) }
              page.text(" · ")
              page.signature(line.author, visit)
              page.text(" · " + visit.say.dates.day(line.request.created))
            }
          }
        }
      }
    }
  }

  /// - Parameter returned: what a reviewer said when it came back; empty otherwise.
  static func form(
    _ badge: BadgeClass, _ draft: BadgeRequestDraft, _ returned: String,
    _ problems: FormProblems, _ visit: Visit
  ) -> Response {
    let say = visit.say.badges
    return ResourceActPages.form(
      say.askTitle(badge.version.name), badge.address, "/badges/\(badge.id.value)/demander",
      say.send, problems, visit, menu: .badges
    ) { page in
      if !returned.isEmpty {
        page.div(.class("notice")) { page in
          page.p { page in page.strong { $0.text(say.returnedWith) } }
          page.div(visit.writtenLanguage) { $0.paragraphs(returned) }
        }
      }
      page.details { page in
        page.summary { $0.text(say.criteria) }
        page.div(.class("prose"), visit.writtenLanguage) { $0.markdown(badge.version.criteria) }
      }
      page.textArea(
        Field(
          name: "mots", label: say.requestWords, hint: say.requestWordsHint,
          problem: problems["mots"]), value: draft.words, rows: 6, visit.say.site)
      page.textArea(
        Field(
          name: "preuves", label: say.evidence, hint: say.evidenceHint,
          problem: problems["preuves"], isOptional: true), value: draft.evidence, rows: 3,
        visit.say.site)
    }
  }

  static func show(
    _ request: BadgeRequest, _ badge: BadgeClass, _ author: Author, _ problems: FormProblems,
    _ visit: Visit
  ) -> Response {
    let say = visit.say.badges
    let unsent = request.state == .waiting ? "" : visit.form["mots"] ?? ""
    let frame = PageFrame(
      title: say.requestTitle, menu: .badges,
      status: !unsent.isEmpty ? 409 : problems.isEmpty ? 200 : 422,
      hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.trail([("/badges", say.title), ("/badges/demandes", say.requests)], visit)
      page.head(say.requestTitle)
      if !problems.isEmpty { page.problems(problems.list, visit.say.site) }
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(badge.version.name) }
        page.p { page in
          page.signature(author, visit)
          page.text(" · " + visit.say.dates.day(request.created))
        }
        page.div(visit.writtenLanguage) { $0.paragraphs(request.words) }
        if !request.evidence.isEmpty {
          page.h3 { $0.text(say.evidence) }
          page.ul { page in
            for line in request.evidence { page.li { $0.evidence(line, line) } }
          }
        }
        page.details { page in
          page.summary { $0.text(say.criteria) }
          page.div(.class("prose"), visit.writtenLanguage) { $0.markdown(badge.version.criteria) }
        }
      }
      if request.state != .waiting {
        page.p(.class("notice")) { $0.text(say.alreadyDecided) }
        if unsent.isEmpty { return }
        page.section(.class("card stack")) { page in
          page.h2 { $0.text(say.unsentWords) }
          page.div(visit.writtenLanguage) { $0.paragraphs(unsent) }
        }
        return
      }
      page.form(request.address, visit, .class("card form")) { page in
        page.input(.type("hidden"), .name("lu"), .value(request.mark))
        page.radios(
          Field(name: "avis", label: say.verdict, problem: problems["avis"]),
          options: [
            ("accepter", say.accept, say.acceptHint), ("rendre", say.sendBack, say.sendBackHint),
          ], chosen: visit.form["avis"] ?? "", visit.say.site)
        page.textArea(
          Field(
            name: "mots", label: say.verdictWords, hint: say.verdictWordsHint,
            problem: problems["mots"]), value: visit.form["mots"] ?? "", rows: 4,
          visit.say.site)
        page.mainButton(say.send)
      }
    }
  }
}

extension Page {
  /// A page that shows how a badge was earned; as words where it is no address.
  mutating func evidence(_ address: String, _ words: String) {
    if let own = Address(ownPath: address) ?? Address(elsewhere: address) {
      a(.href(own), .named("rel", literally: "nofollow noopener")) { $0.text(words) }
    } else {
      text(words)
    }
  }
}
