import HTML
import HTTP

/// Where a member chooses how pages look.
enum ComfortPages {
  /// - Parameter isTrial: whether `comfort` is only tried out, on this very page.
  static func form(_ visit: Visit, _ comfort: ReadingComfort, isTrial: Bool) -> Response {
    let say = visit.say.members.comfort
    var frame = PageFrame(title: say.title)
    frame.comfort = comfort
    return visit.page(frame) { page in
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      page.head(say.title, say.introduction)
      if isTrial { page.p(.class("notice"), .role("status")) { $0.text(say.trial) } }
      page.form("/mon-preau/confort", visit, .class("card form")) { page in
        questions(visit, comfort, &page)
        page.div(.class("buttons")) { page in
          page.mainButton(visit.say.site.save)
          page.button(.class("button"), .name("essai"), .value("oui")) { $0.text(say.tryOut) }
        }
      }
      page.section(.class("card")) { page in
        page.h2 { $0.text(say.sampleTitle) }
        page.div(.class("prose")) { page in page.p { $0.text(say.sample) } }
      }
    }
  }

  private static func questions(
    _ visit: Visit, _ comfort: ReadingComfort, _ page: inout Page
  ) {
    let say = visit.say.members.comfort
    page.radios(
      Field(name: "taille", label: say.textSize),
      options: ReadingComfort.TextSize.allCases.map { ($0.rawValue, say.size($0), "") },
      chosen: comfort.textSize.rawValue, visit.say.site)
    page.radios(
      Field(name: "espacement", label: say.spacing, hint: say.spacingHint),
      options: ReadingComfort.Spacing.allCases.map { ($0.rawValue, say.space($0), "") },
      chosen: comfort.spacing.rawValue, visit.say.site)
    page.radios(
      Field(name: "caracteres", label: say.typeface, hint: say.typefaceHint),
      options: ReadingComfort.Typeface.allCases.map { ($0.rawValue, say.face($0), "") },
      chosen: comfort.typeface.rawValue, visit.say.site)
  }
}
