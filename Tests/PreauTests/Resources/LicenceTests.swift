import Testing

@testable import Preau

@Suite struct `A licence` {
  @Test(arguments: [
    ("https://creativecommons.org/licenses/by-sa/4.0/", "by-sa/4.0"),
    ("http://www.creativecommons.org/licenses/by-sa/4.0", "by-sa/4.0"),
    ("https://creativecommons.org/licenses/by-sa/4.0/deed.fr", "by-sa/4.0"),
    ("https://creativecommons.org/licenses/by-sa/4.0/legalcode", "by-sa/4.0"),
    ("//creativecommons.org/licences/by-sa/4.0/", "by-sa/4.0"),
    ("HTTPS://CreativeCommons.org/licenses/BY-NC-ND/3.0/", "by-nc-nd/3.0"),
    ("https://creativecommons.org/licenses/by/3.0/fr/", "by/3.0/fr"),
    ("https://creativecommons.org/licenses/by/2.0/fr/deed.fr", "by/2.0/fr"),
    ("https://creativecommons.org/licenses/by-nc/", "by-nc"),
  ])
  func `is read however it is spelt`(written: String, path: String) throws {
    let licence = try #require(Licence(uri: written))
    #expect(licence.uri == "https://creativecommons.org/licenses/\(path)/")
    #expect(Licence(uri: licence.uri) == licence)
  }

  @Test(arguments: [
    ("http://creativecommons.org/publicdomain/zero/1.0", Licence.Terms.zero),
    ("https://creativecommons.org/publicdomain/mark/1.0/deed.fr", .publicDomain),
    ("etalab-2.0", .etalab),
    ("https://www.etalab.gouv.fr/licence-ouverte-open-licence", .etalab),
    ("https://www.gnu.org/licenses/fdl-1.3.html", .freeDocumentation(version: "1.3")),
    ("/licences/tous-droits-reserves", .allRightsReserved),
    ("https://preau.exemple/licences/inconnue", .unknown),
  ])
  func `has its own terms`(written: String, terms: Licence.Terms) throws {
    let licence = try #require(Licence(uri: written))
    #expect(licence.terms == terms)
    #expect(Licence(uri: licence.uri) == licence)
  }

  @Test(arguments: [
    "", "https://exemple.fr/licenses/by/4.0/", "https://creativecommons.org/licenses/sa/4.0/",
    "https://creativecommons.org/licenses/by-nd-sa/4.0/",
    "https://creativecommons.org/licenses/by-by/4.0/",
    "https://creativecommons.org/licenses/by/5.0/", "javascript:alert(1)",
    "https://creativecommons.org.exemple.fr/licenses/by/4.0/",
    "https://creativecommons.org/licenses/by/4.0/<b>/",
  ])
  func `is nothing else`(written: String) { #expect(Licence(uri: written) == nil) }

  @Test(arguments: [
    ("cc", "CC BY, version inconnue"), ("cc-nc-sa", "CC BY-NC-SA, version inconnue"),
    ("public", "Domaine public"), ("allrightsreserved", "Tous droits réservés"),
    ("unknown", "Licence inconnue"),
  ])
  func `of a Moodle course has no version`(word: String, name: String) throws {
    let licence = try #require(Licence(moodle: word))
    #expect(LicenceStrings.french.name(licence) == name)
    #expect(Licence(uri: licence.uri) == licence)
    #expect(Licence(moodle: "cc-nd-sa") == nil)
  }

  @Test func `says what one may do`() throws {
    let may = try #require(Licence.byNCSA.permissions)
    #expect(may.mayShare && may.mayAdapt && !may.maySell && may.mustShareAlike)
    #expect(try !#require(Licence.byND.permissions).mayAdapt)
    #expect(Licence.unknown.permissions == nil)
  }
}

@Suite struct `Adapting under another licence` {
  /// What each of ours may become, in the order of ``Licence/choices``; the chart of Creative Commons.
  @Test(arguments: [
    (Licence.bySA, [Licence.bySA]),
    (.by, [.bySA, .by, .byNCSA, .byNC, .byND, .byNCND]),
    (.zero, [.bySA, .by, .zero, .etalab, .byNCSA, .byNC, .byND, .byNCND, .allRightsReserved]),
    (.etalab, [.bySA, .by, .etalab, .byNCSA, .byNC, .byND, .byNCND]),
    (.byNCSA, [.byNCSA]),
    (.byNC, [.byNCSA, .byNC, .byNCND]),
    (.byND, []), (.byNCND, []), (.allRightsReserved, []), (.unknown, []),
  ])
  func `is what the original allows, and no more`(original: Licence, allowed: [Licence]) {
    #expect(original.adaptingChoices == allowed)
  }

  private func licence(_ path: String) throws -> Licence {
    try #require(Licence(uri: "https://creativecommons.org/licenses/" + path))
  }

  @Test(arguments: [
    ("by-sa/3.0/", "by-sa/4.0/", true), ("by-sa/3.0/fr/", "by-sa/4.0/", true),
    ("by-sa/3.0/", "by-sa/3.0/fr/", true), ("by-sa/4.0/", "by-sa/3.0/", false),
    ("by-sa/1.0/", "by-sa/4.0/", false), ("by-sa/1.0/", "by-sa/1.0/", true),
    ("by-sa/", "by-sa/4.0/", false), ("by-sa/2.5/", "by-nc-sa/4.0/", false),
    ("by-nc-sa/2.0/fr/", "by-nc-sa/2.0/fr/", true), ("by/2.0/", "by-nc/4.0/", true),
    ("by-nc/4.0/", "by/4.0/", false),
  ])
  func `shares alike in the same version or a later one`(
    from: String, to: String, isAllowed: Bool
  ) throws {
    let (original, target) = (try licence(from), try licence(to))
    do {
      try original.admitAdapting(into: target)
      #expect(isAllowed)
    } catch {
      #expect(!isAllowed)
    }
  }

  @Test func `is refused with a reason`() {
    #expect(throws: Licence.AdaptingRefusal.noDerivatives) {
      try Licence.byND.admitAdapting(into: .byND)
    }
    #expect(throws: Licence.AdaptingRefusal.mustShareAlike) {
      try Licence.bySA.admitAdapting(into: .by)
    }
    #expect(throws: Licence.AdaptingRefusal.mustStayNonCommercial) {
      try Licence.byNC.admitAdapting(into: .by)
    }
    #expect(throws: Licence.AdaptingRefusal.mustStayAttributed) {
      try Licence.by.admitAdapting(into: .zero)
    }
    #expect(throws: Licence.AdaptingRefusal.targetUnknown) {
      try Licence.zero.admitAdapting(into: .unknown)
    }
  }
}
