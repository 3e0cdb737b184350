import HTML
import HTTP

/// The two pages between a thread and the tutorial that it becomes.
enum TutorialThreadPages {
  /// Which posts to quote: the question and the accepted answer, unless one chooses otherwise.
  static func choose(_ view: ThreadView, _ posts: [PostPlace], _ visit: Visit) -> Response {
    let say = visit.say.tutorials
    let thread = view.thread
    return visit.page(PageFrame(title: say.fromThread, menu: .tutorials)) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(say.fromThread) }
        page.p { page in
          page.a(.href(thread.address), visit.writtenLanguage) { $0.text("← " + thread.title) }
        }
        page.p { $0.text(say.fromThreadAdvice) }
      }
      page.form("/fils/\(thread.id.value)/tutoriel", visit, .class("card stack")) { page in
        page.input(
          .type("hidden"), .name("envoi"), .value(Base64URL.encode(Crypto.randomBytes(9))))
        page.fieldset(.class("field stack")) { page in
          page.legend { $0.text(say.postsToQuote) }
          for place in posts {
            let number = place.post.number
            box(place, isChosen: number == 1 || number == thread.acceptedNumber, visit, &page)
          }
        }
        page.p(.class("actions")) { page in
          page.button(.class("button button--main")) { $0.text(say.makeDraft) }
          page.a(.class("button"), .href(thread.address)) { $0.text(visit.say.site.cancel) }
        }
      }
    }
  }

  private static func box(
    _ place: PostPlace, isChosen: Bool, _ visit: Visit, _ page: inout Page
  ) {
    let number = place.post.number
    let id = "message-\(number)"
    let words = place.post.body.plainText
    let beginning = String(words.prefix(200))
    page.div(.class("field field--check")) { page in
      page.input(
        .type("checkbox"), .id(id), .name("message"), .value(String(number)),
        .flag("checked", isChosen), .named("aria-describedby", id + "-aide"))
      page.label(.for(id)) {
        $0.text(
          visit.say.threads.numberMark + String(number) + " · " + visit.name(of: place.post.author))
      }
      page.p(.class("hint"), .id(id + "-aide"), visit.writtenLanguage) {
        $0.text(beginning.utf8.count < words.utf8.count ? beginning + "…" : beginning)
      }
    }
  }

  static func consent(
    _ id: Tutorial.ID, _ title: String, _ passages: [TutorialPassage], _ visit: Visit
  ) -> Response {
    let say = visit.say.tutorials
    let action: Address = "/tutoriels/\(id.value)/accord"
    return visit.page(PageFrame(title: say.consentTitle, menu: .tutorials)) { page in
      page.head(say.consentTitle, say.consentAdvice)
      page.p { page in
        page.text(say.one + visit.say.site.colon)
        page.cite(visit.writtenLanguage) { $0.text(title) }
      }
      page.gestures(visit)
      for passage in passages {
        page.section(.class("card stack"), .label(say.passage(passage.number))) { page in
          page.blockquote(.class("prose"), visit.writtenLanguage) { $0.sanitized(passage.body) }
          page.p(.class("meta")) { page in
            page.a(.href(passage.address)) { $0.text(say.inThread) }
            page.text(" · " + say.consent(passage.state))
          }
        }
      }
      page.p(.class("buttons")) { page in
        page.gesture(action, .class("button button--main"), .name("reponse"), .value("oui")) {
          $0.text(say.agree)
        }
        page.gesture(action, .class("button"), .name("reponse"), .value("non")) {
          $0.text(say.refuse)
        }
      }
    }
  }
}
