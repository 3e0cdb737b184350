import HTML
import HTTP

/// Where a tutorial is looked after: its pointers, its authors, its freshness.
enum TutorialWorkshopPages {
  static func show(
    _ view: TutorialView, _ draft: TutorialVersion, _ form: TutorialWorkshopForm,
    _ reviews: [Review], mayTakeOver: Bool, _ sent: TutorialSent, _ visit: Visit
  ) -> Response {
    let say = visit.say.tutorials
    let hasProblem = form.problem != nil || form.refusal != nil
    let frame = PageFrame(
      title: say.workshopOf(view.tutorial.title), menu: .tutorials,
      status: hasProblem ? 422 : 200, hasProblems: hasProblem)
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.trail(
          [("/tutoriels", say.title), (view.space.address, view.space.name)], visit)
        page.h1(visit.writtenLanguage) { $0.text(view.tutorial.title) }
        page.p { $0.text(say.workshop) }
      }
      if hasProblem { page.problems([problem(form, visit)], visit.say.site) }
      page.gestures(visit)
      if view.isAsked { asked(view, visit, &page) }
      states(view, draft, visit, &page)
      if !view.isAsked { ReviewPages.list(reviews, view, visit, &page) }
      self.sent(sent, view, visit, &page)
      if view.actor.isAuthor { broken(sent.broken, visit, &page) }
      if view.actor.isAuthor || view.isAsked { authors(view, form, visit, &page) }
      if view.actor.mayAccept, view.tutorial.pointers.underReview != nil {
        review(view, form, visit, &page)
      }
      if view.actor.mayWrite, view.tutorial.pointers.published != nil {
        freshness(view, form, visit, &page)
      }
      care(view, mayTakeOver, visit, &page)
    }
  }

  private static func problem(
    _ form: TutorialWorkshopForm, _ visit: Visit
  ) -> (field: StaticString, text: String) {
    let say = visit.say.tutorials
    if let refusal = form.refusal { return ("contenu", say.refusal(refusal, visit.say)) }
    switch form.problem {
    case .nobody: return ("nom", say.nobody)
    case .several: return ("nom", say.several)
    case .wordsMissing: return ("mot", say.wordsMissing)
    case .dayInvalid: return ("relire-avant", say.dayInvalid)
    case nil: return ("contenu", "")
    }
  }

  private static func asked(_ view: TutorialView, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.tutorials
    let id = view.tutorial.id
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.askedTitle) }
      page.p { $0.text(say.askedAdvice) }
      page.p(.class("buttons")) { page in
        page.gesture("/tutoriels/\(id.value)/signature", .class("button button--main")) {
          $0.text(say.sign)
        }
        page.gesture("/tutoriels/\(id.value)/depart", .class("button")) { $0.text(say.doNotSign) }
      }
    }
  }

  /// The four readerships, and what each of them sees.
  private static func states(
    _ view: TutorialView, _ draft: TutorialVersion, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.tutorials
    let tutorial = view.tutorial
    let pointers = tutorial.pointers
    let id = tutorial.id
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.states) }
      page.ul(.class("rows"), .role("list")) { page in
        if view.actor.isAuthor || view.isAsked {
          row(say.draftState, pointers.draft, id, visit, &page)
        }
        if let shared = pointers.shared { row(say.beta, shared, id, visit, &page) }
        if let review = pointers.underReview { row(say.underReview, review, id, visit, &page) }
        if let published = pointers.published {
          row(say.published, published, id, visit, &page)
        }
      }
      if tutorial.isRemoved {
        page.p(.class("notice notice--wait")) { $0.text(say.removedNotice) }
      } else if view.actor.mayWrite {
        buttons(view, visit, &page)
      }
      page.p { page in
        page.a(.href("/tutoriels/\(id.value)/versions")) { $0.text(say.versions) }
        if view.isAsked { return }
        page.text(" · ")
        page.a(.href(Review.address(of: id))) { $0.text(visit.say.reviews.link) }
      }
    }
  }

  /// What readers have sent.
  private static func sent(
    _ sent: TutorialSent, _ view: TutorialView, _ visit: Visit, _ page: inout Page
  ) {
    guard view.actor.isAuthor else { return }
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(visit.say.remarks.fromReaders) }
      SuggestionPages.waiting(sent.suggestions, view, visit, &page)
      RemarkPages.gone(sent.orphans, view, visit, &page)
    }
  }

  /// Links of the published text that lead nowhere any more.
  private static func broken(
    _ links: [TutorialLinkStore.Broken], _ visit: Visit, _ page: inout Page
  ) {
    if links.isEmpty { return }
    let say = visit.say.tutorials
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.brokenLinks) }
      page.p { $0.text(say.brokenLinksAdvice) }
      page.ul { page in
        for link in links {
          page.li { page in
            page.code { $0.text(link.url) }
            page.text(" " + say.brokenSince(visit.say.dates.day(link.since)))
          }
        }
      }
    }
  }

  private static func row(
    _ label: String, _ number: Int, _ id: Tutorial.ID, _ visit: Visit, _ page: inout Page
  ) {
    page.li { page in
      page.strong { $0.text(label) }
      page.a(.href(Tutorial.address(id, version: number))) {
        $0.text(visit.say.tutorials.version(number))
      }
    }
  }

  private static func buttons(_ view: TutorialView, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.tutorials
    let pointers = view.tutorial.pointers
    let id = view.tutorial.id.value
    page.p(.class("buttons")) { page in
      page.a(.class("button button--main"), .href("/tutoriels/\(id)/modifier")) {
        $0.text(say.edit)
      }
      guard pointers.hasNews else { return }
      let isShared = pointers.shared == pointers.draft
      page.gesture("/tutoriels/\(id)/partage", .class("button")) {
        $0.text(isShared ? say.unshare : say.share)
      }
      if view.publishesAlone {
        page.gesture("/tutoriels/\(id)/publication", .class("button")) { $0.text(say.publish) }
      } else {
        let isSubmitted = pointers.underReview == pointers.draft
        page.gesture("/tutoriels/\(id)/soumission", .class("button")) {
          $0.text(isSubmitted ? say.withdraw : say.submit)
        }
      }
    }
    if pointers.shared != nil {
      page.p(.class("meta")) { page in
        page.text(say.shareAdvice + " ")
        page.a(.href("/tutoriels/\(id)/beta")) { $0.text("/tutoriels/\(id)/beta") }
      }
    }
    if pointers.hasNews, !view.publishesAlone {
      page.p(.class("meta")) { $0.text(say.whyReview(view.seals)) }
    }
  }

  // MARK: Authors

  private static func authors(
    _ view: TutorialView, _ form: TutorialWorkshopForm, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.tutorials
    let id = view.tutorial.id.value
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.authors) }
      page.ul(.class("rows"), .role("list")) { page in
        for author in view.authors {
          page.li { page in
            page.signature(author.author, visit)
            if author.hasAgreed { return }
            page.span(.class("state state--waiting")) { $0.text(say.notAnswered) }
            if !view.actor.mayWrite { return }
            page.gesture(
              "/tutoriels/\(id)/depart", .class("button button--quiet"), .name("membre"),
              .value(String(author.author.id.value)),
              .label(say.takeBackFrom(visit.name(of: author.author)))
            ) { $0.text(say.takeBack) }
          }
        }
      }
      if view.actor.mayWrite {
        page.form("/tutoriels/\(id)/coauteurs", visit, .class("stack")) { page in
          page.textField(
            Field(
              name: "nom", label: say.addAuthor, hint: say.addAuthorHint,
              problem: form.problem == .nobody
                ? say.nobody : form.problem == .several ? say.several : ""),
            value: form.name, visit.say.site, .named("autocomplete", literally: "off"))
          page.button(.class("button")) { $0.text(say.askToSign) }
        }
      }
      if view.actor.isAuthor, view.signers.count > 1 {
        page.p { page in
          page.gesture("/tutoriels/\(id)/depart", .class("button button--quiet")) {
            $0.text(say.leave)
          }
        }
      }
    }
  }

  // MARK: Those who look after the space

  private static func review(
    _ view: TutorialView, _ form: TutorialWorkshopForm, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.tutorials
    let id = view.tutorial.id.value
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.toRead) }
      page.p { $0.text(view.seals.isEmpty ? say.toReadAdvice : say.whyReview(view.seals)) }
      if view.seals.isEmpty, let version = view.tutorial.pointers.underReview {
        page.p { page in
          page.gesture(
            "/tutoriels/\(id)/acceptation", .class("button button--main"), .name("version"),
            .value(String(version))
          ) { $0.text(say.accept(version)) }
        }
      }
      page.form("/tutoriels/\(id)/renvoi", visit, .class("stack")) { page in
        page.textArea(
          Field(
            name: "mot", label: say.sendBackWords, hint: say.sendBackHint,
            problem: form.problem == .wordsMissing ? say.wordsMissing : ""),
          value: visit.form["mot"] ?? "", rows: 3, visit.say.site,
          .named("maxlength", String(TutorialWorkshopForm.longestWords)))
        page.button(.class("button")) { $0.text(say.sendBack) }
      }
    }
  }

  private static func freshness(
    _ view: TutorialView, _ form: TutorialWorkshopForm, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.tutorials
    let id = view.tutorial.id.value
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.freshness) }
      page.form("/tutoriels/\(id)/fraicheur", visit, .class("stack")) { page in
        page.textField(
          Field(
            name: "relire-avant", label: say.stillHolds, hint: say.reviewByHint,
            problem: form.problem == .dayInvalid ? say.dayInvalid : "", isOptional: true),
          value: visit.form["relire-avant"] ?? view.tutorial.reviewBy?.text ?? "", type: "date",
          visit.say.site)
        page.button(.class("button")) { $0.text(visit.say.site.save) }
      }
    }
  }

  private static func care(
    _ view: TutorialView, _ mayTakeOver: Bool, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.tutorials
    let id = view.tutorial.id.value
    let mayRemove = view.actor.mayRemove(view.tutorial)
    let mayRestore = view.actor.mayRestore(view.tutorial)
    if !mayRemove && !mayRestore && !mayTakeOver { return }
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.care) }
      if mayTakeOver {
        page.p { $0.text(say.orphanAdvice) }
        page.gesture("/tutoriels/\(id)/reprise", .class("button")) { $0.text(say.takeOver) }
      }
      if mayRemove {
        page.p { $0.text(say.removeAdvice) }
        page.gesture("/tutoriels/\(id)/retrait", .class("button")) { $0.text(say.remove) }
      }
      if mayRestore {
        page.gesture("/tutoriels/\(id)/retrait", .class("button")) { $0.text(say.restore) }
      }
    }
  }
}
