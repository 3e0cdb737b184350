import HTML
import HTTP

/// A page of ours for the two licences that have none in the world.
enum LicenceRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/licences/tous-droits-reserves", .anyone, isShared: true) { visit in
      show(.allRightsReserved, visit.say.licences.allRightsReserved, visit)
    }
    routes.get("/licences/inconnue", .anyone, isShared: true) { visit in
      show(.unknown, visit.say.licences.unknown, visit)
    }
  }

  private static func show(
    _ licence: Licence, _ paragraphs: [String], _ visit: Visit
  ) -> Response {
    let say = visit.say.licences
    let frame = PageFrame(title: say.name(licence), isIndexed: true)
    return visit.page(frame) { page in
      page.head(say.name(licence))
      for paragraph in paragraphs { page.p { $0.text(paragraph) } }
    }
  }
}

extension Page {
  /// The name of a licence, which leads to its words.
  mutating func licence(_ licence: Licence, _ visit: Visit) {
    let name = visit.say.licences.name(licence)
    let address = Address(ownPath: licence.uri) ?? Address(elsewhere: licence.uri)
    guard let address else {
      text(name)
      return
    }
    a(.href(address), .named("rel", literally: "license")) { $0.text(name) }
  }
}
