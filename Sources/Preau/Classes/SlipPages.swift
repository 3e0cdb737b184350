import HTML
import HTTP

/// What one learner is given on paper.
struct Slip {
  let name: String
  let secret: ClassSecret
}

/// The slips: on the screen once, then on paper, eight to a page, to be cut along the lines.
enum SlipPages {
  static func show(_ slips: [Slip], of found: SchoolClass, _ visit: Visit) -> Response {
    let say = visit.say.classes
    let door = visit.baseURL + "/classe"
    let code = QRCode(door + "/" + found.code.text)
    let frame = PageFrame(title: say.slipsTitle, menu: .spaces, mainClass: "wide page page--slips")
    var response = visit.page(frame) { page in
      page.div(.class("slips__advice stack")) { page in
        page.trail([("/classes", say.title), (found.address, found.space.name)], visit)
        page.head(say.slipsTitle)
        if slips.isEmpty {
          page.p(.class("empty")) { $0.text(say.noSlips) }
        } else {
          page.p(.class("notice notice--wait")) { $0.text(say.slipsAdvice) }
          page.p { $0.text(say.printAdvice) }
        }
        page.p { page in
          page.a(.class("button"), .href(found.address)) { $0.text(say.backToClass) }
        }
      }
      if let code, !slips.isEmpty { drawOnce(code, &page) }
      page.ol(.class("slips"), .role("list")) { page in
        for slip in slips { one(slip, of: found, door, code, visit, &page) }
      }
    }
    response["Cache-Control"] = "no-store"
    return response
  }

  /// All slips of a class bear the same dots: they are drawn once and shown again and again.
  private static func drawOnce(_ code: QRCode, _ page: inout Page) {
    page.element("svg", [.class("unseen"), .hiddenFromReaders]) { page in
      page.element("symbol", [.id("entree"), box(code)]) { page in
        page.element("path", [.named("d", code.path)]) { _ in }
      }
    }
  }

  private static func box(_ code: QRCode) -> Attribute {
    .named("viewBox", "0 0 \(code.side) \(code.side)")
  }

  private static func one(
    _ slip: Slip, of found: SchoolClass, _ door: String, _ code: QRCode?, _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.classes
    page.li(.class("slip")) { page in
      page.div { page in
        page.p(.class("slip__head")) {
          $0.text(visit.site.configuration.siteName + " · " + found.space.name)
        }
        page.dl { page in
          term(say.slipCode, found.code.shown, &page)
          term(say.slipName, slip.name, &page)
          term(say.slipSecret, slip.secret.text, &page)
        }
        page.p(.class("slip__foot")) { $0.text(Self.shown(door)) }
      }
      if let code {
        page.element("svg", [.class("qr"), .role("img"), .label(say.qrLabel), box(code)]) { page in
          page.element("use", [.named("href", literally: "#entree")]) { _ in }
        }
      }
    }
  }

  private static func term(_ name: String, _ value: String, _ page: inout Page) {
    page.dt { $0.text(name) }
    page.dd { $0.text(value) }
  }

  /// An address as people type it.
  private static func shown(_ address: String) -> String {
    guard let start = address.firstRange(of: "://")?.upperBound else { return address }
    return String(address[start...])
  }
}
