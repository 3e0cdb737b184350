import HTML
import HTTP

extension Visit {
  /// The page for a refusal, in the site's layout; text that was typed is given back.
  func errorPage(_ refusal: Refusal) -> Response {
    switch refusal {
    case .notFound: return errorPage(404, say.site.notFound)
    case .gone: return errorPage(410, say.site.gone)
    case .notAllowed: return errorPage(403, say.site.notAllowed)
    case .badRequest: return errorPage(400, say.site.badRequest)
    case .needsLogIn: return askToLogIn()
    case .suspended: return errorPage(403, say.site.suspended)
    case .tooManyRequests(let seconds):
      var response = errorPage(429, say.site.tooManyRequests)
      response["Retry-After"] = String(seconds)
      return response
    }
  }

  /// - Parameter status: of the answer, 400 to 599.
  func errorPage(_ status: Int, _ words: SiteStrings.Words) -> Response {
    page(PageFrame(title: words.title, status: status)) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(words.title) }
        page.p { $0.text(words.advice) }
      }
      givenBack(&page)
      page.p { page in
        page.a(.class("button"), .href("/")) { $0.text(say.site.home) }
      }
    }
  }

  /// What a form held, so that nothing is lost when it could not be taken.
  private func givenBack(_ page: inout Page) {
    let texts = ["titre", "texte"].compactMap { form[$0] }.filter { !$0.trimmed.isEmpty }
    if texts.isEmpty { return }
    page.section(.class("card given-back")) { page in
      page.h2 { $0.text(say.site.yourText) }
      page.p(.class("meta")) { $0.text(say.site.yourTextHint) }
      for text in texts {
        page.textarea(.label(say.site.yourText), .flag("readonly", true), .named("rows", "8")) {
          $0.literal("\n")
          $0.text(text)
        }
      }
    }
  }

  /// Sends a visitor to the log-in page, which leads back here.
  private func askToLogIn() -> Response {
    redirect(to: Address("/connexion").adding("retour", request.target))
  }
}
