import HTML
import HTTP

/// The pages on which peers are asked, and say what they saw.
enum BadgePeerPages {
  // MARK: For those who look after the badge

  static func settings(
    _ badge: BadgeClass, _ least: Int?, mayKeep: Bool,
    _ all: [(recognition: BadgeRecognition, author: Author, peers: [BadgePeer])], problem: Bool,
    _ visit: Visit
  ) -> Response {
    let say = visit.say.badgePeers
    var problems = FormProblems()
    if problem { problems.add(say.leastWrong, to: "combien") }
    let title = say.title(badge.version.name)
    let frame = PageFrame(
      title: title, menu: .badges, status: problems.isEmpty ? 200 : 422,
      hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.trail([("/badges", visit.say.badges.title), (badge.address, badge.version.name)], visit)
      page.head(title, say.advice)
      page.problems(problems.list, visit.say.site)
      if mayKeep, badge.state != .retired {
        page.form("/badges/\(badge.id.value)/pairs", visit, .class("card stack form")) { page in
          page.textField(
            Field(
              name: "combien", label: say.howMany, hint: say.howManyHint,
              problem: problems["combien"], isOptional: true),
            value: problem ? visit.form["combien"] ?? "" : least.map(String.init) ?? "",
            visit.say.site, .named("inputmode", literally: "numeric"), .autocomplete("off"))
          page.mainButton(visit.say.resources.save)
        }
      } else {
        page.p { $0.text(least.map(say.sentence) ?? say.notByPeers) }
      }
      page.section(.class("stack")) { page in
        page.h2 { $0.text(say.underWay) }
        if all.isEmpty { page.p(.class("empty")) { $0.text(say.nothingYet) } }
        for one in all { recognition(one, visit, &page) }
      }
    }
  }

  private static func recognition(
    _ one: (recognition: BadgeRecognition, author: Author, peers: [BadgePeer]), _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.badgePeers
    page.article(.class("card stack")) { page in
      page.h3 { page in
        page.text(visit.name(of: one.author) + " ")
        if one.recognition.state == .given {
          page.span(.class("state")) { $0.text(say.given) }
        }
      }
      page.p(.class("meta")) { $0.text(visit.say.dates.day(one.recognition.created)) }
      page.div(visit.writtenLanguage) { $0.paragraphs(one.recognition.words) }
      page.ul(.class("rows"), .role("list")) { page in
        for peer in one.peers {
          page.li { page in
            page.div { page in
              page.p { page in
                page.signature(peer.author, visit)
                page.text(" · " + say.state(peer.state))
                if peer.isSwap {
                  page.text(" ")
                  page.span(.class("state")) { $0.text(say.swap) }
                }
              }
              // (2) Nobody reads before it is given what could still be taken back.
              if one.recognition.state == .given, !peer.words.isEmpty {
                page.blockquote(visit.writtenLanguage) { $0.paragraphs(peer.words) }
              }
            }
          }
        }
      }
    }
  }

  // MARK: Asking

  struct Asking {
    let badge: BadgeClass
    let least: Int
    /// What was asked before, if anything.
    let current: BadgeRecognition?
    let peers: [BadgePeer]
    /// Those who can be ticked.
    let near: [Author]
  }

  static func ask(
    _ asking: Asking, _ draft: BadgeRecognitionDraft, _ problems: [BadgeRecognitionDraft.Problem],
    _ visit: Visit
  ) -> Response {
    let say = visit.say.badgePeers
    let badge = asking.badge
    var found = FormProblems()
    for problem in problems { found.add(say.say(problem), to: problem.field) }
    let title = say.askTitle(badge.version.name)
    let frame = PageFrame(
      title: title, menu: .badges, status: found.isEmpty ? 200 : 422,
      hasProblems: !found.isEmpty)
    return visit.page(frame) { page in
      page.trail([("/badges", visit.say.badges.title), (badge.address, badge.version.name)], visit)
      page.head(title, say.sentence(asking.least))
      page.problems(found.list, visit.say.site)
      if let current = asking.current { standing(current, asking, visit, &page) }
      page.form(
        "/badges/\(badge.id.value)/reconnaissance", visit, .class("card stack form")
      ) { page in
        if asking.current != nil { page.h2 { $0.text(say.askMore) } }
        page.textArea(
          Field(name: "mots", label: say.together, hint: say.togetherHint, problem: found["mots"]),
          value: draft.words, rows: 4, visit.say.site)
        near(asking.near, draft, visit, &page)
        page.textArea(
          Field(
            name: "autres", label: say.others, hint: say.othersHint, problem: found["autres"],
            isOptional: true), value: draft.others, rows: 2, visit.say.site)
        page.checkbox(
          Field(name: "ouvert", label: say.open, hint: say.openHint), isChecked: draft.isOpen,
          visit.say.site)
        page.p(.class("actions")) { page in
          page.mainButton(visit.say.badges.send)
          page.a(.class("button"), .href(badge.address)) { $0.text(visit.say.site.cancel) }
        }
      }
      if asking.current != nil { page.gestures(visit) }
    }
  }

  private static func near(
    _ near: [Author], _ draft: BadgeRecognitionDraft, _ visit: Visit, _ page: inout Page
  ) {
    if near.isEmpty { return }
    page.fieldset(.class("field stack")) { page in
      page.legend { $0.text(visit.say.badgePeers.whom) }
      for author in near {
        let id = "pair-\(author.id.value)"
        page.div(.class("field field--check")) { page in
          page.input(
            .type("checkbox"), .id(id), .name("pair"), .value(String(author.id.value)),
            .flag("checked", draft.chosen.contains(author.id.value)))
          page.label(.for(id)) { $0.text(visit.name(of: author)) }
        }
      }
    }
  }

  private static func standing(
    _ current: BadgeRecognition, _ asking: Asking, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.badgePeers
    let written = asking.peers.filter { $0.state == .written }.count
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.progress(written, asking.least)) }
      page.ul(.class("rows"), .role("list")) { page in
        for peer in asking.peers {
          page.li { page in
            page.span { page in
              page.signature(peer.author, visit)
              page.text(" · " + say.state(peer.state))
            }
          }
        }
      }
      page.p(.class("actions")) { page in
        page.gesture(
          "/badges/reconnaissances/\(current.id.value)/abandon", .class("button button--quiet")
        ) {
          $0.text(say.giveUp)
        }
      }
    }
  }

  /// The way in on the page of a badge.
  static func way(
    _ badge: BadgeClass, _ least: Int, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.badgePeers
    page.p { $0.text(say.sentence(least)) }
    page.p(.class("actions no-print")) { page in
      page.a(.class("button"), .href("/badges/\(badge.id.value)/reconnaissance")) {
        $0.text(say.ask)
      }
    }
  }

  // MARK: Answering

  struct Line {
    let recognition: BadgeRecognition
    let author: Author
    let isAsked: Bool
    let badge: BadgeClass
  }

  static func list(_ lines: [Line], _ visit: Visit) -> Response {
    let say = visit.say.badgePeers
    return visit.page(PageFrame(title: say.listTitle, menu: .badges)) { page in
      page.trail([("/badges", visit.say.badges.title)], visit)
      page.head(say.listTitle, say.listAdvice)
      if lines.isEmpty {
        page.p(.class("empty")) { $0.text(say.nobodyAsks) }
        return
      }
      page.ul(.class("rows card"), .role("list")) { page in
        for line in lines {
          page.li { page in
            page.span { page in
              page.a(.href(line.recognition.address)) {
                $0.text(say.forWhat(line.badge.version.name, visit.name(of: line.author)))
              }
              if line.isAsked {
                page.text(" ")
                page.span(.class("state")) { $0.text(say.asksYou) }
              }
            }
          }
        }
      }
    }
  }

  struct Witness {
    let recognition: BadgeRecognition
    let author: Author
    let badge: BadgeClass
    /// What the reader has said already.
    let own: BadgePeer?
  }

  static func show(_ witness: Witness, _ problems: FormProblems, _ visit: Visit) -> Response {
    let say = visit.say.badgePeers
    let name = visit.name(of: witness.author)
    let title = say.forWhat(witness.badge.version.name, name)
    let frame = PageFrame(
      title: title, menu: .badges, status: problems.isEmpty ? 200 : 422,
      hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.trail(
        [("/badges", visit.say.badges.title), ("/badges/reconnaissances", say.listTitle)], visit)
      page.head(title)
      page.problems(problems.list, visit.say.site)
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(say.saysOf(name)) }
        page.div(visit.writtenLanguage) { $0.paragraphs(witness.recognition.words) }
        page.details { page in
          page.summary { $0.text(visit.say.badges.criteria) }
          page.div(.class("prose"), visit.writtenLanguage) {
            $0.markdown(witness.badge.version.criteria)
          }
        }
      }
      answer(witness, problems, visit, &page)
    }
  }

  private static func answer(
    _ witness: Witness, _ problems: FormProblems, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.badgePeers
    let address = witness.recognition.address
    if witness.recognition.state != .open {
      page.p(.class("notice")) { $0.text(say.isOver) }
      return
    }
    if let own = witness.own, own.state == .written {
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(say.yourWords) }
        page.blockquote(visit.writtenLanguage) { $0.paragraphs(own.words) }
        page.p(.class("actions")) { page in
          page.gesture(
            "/badges/reconnaissances/\(witness.recognition.id.value)/reprise",
            .class("button button--quiet")
          ) {
            $0.text(say.takeBack)
          }
        }
      }
      page.gestures(visit)
      return
    }
    page.form(address, visit, .class("card stack form")) { page in
      page.textArea(
        Field(name: "mots", label: say.saw, hint: say.sawHint, problem: problems["mots"]),
        value: visit.form["mots"] ?? "", rows: 4, visit.say.site)
      page.p(.class("actions")) { page in
        page.button(.class("button button--main"), .name("avis"), .value("oui")) {
          $0.text(say.testify)
        }
        page.button(.class("button"), .name("avis"), .value("non")) { $0.text(say.decline) }
      }
    }
  }
}
