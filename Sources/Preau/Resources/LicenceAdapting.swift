// What a work may become that was made from another (creativecommons.org/faq, « Adapter’s license
// chart »; CC BY-SA 4.0 §3.b.1; Licence Ouverte 2.0, « compatibilité »):
// (1) Nothing is made from what forbids changes, reserves all rights, or says nothing.
// (2) Share-alike stays share-alike: the same elements, the same version or a later one. The first
//     version knew no later one.
// (3) Non-commercial stays non-commercial.
// (4) What has to be attributed goes on under a licence that asks for it.

extension Licence {
  /// Why a work under this licence cannot become one under another.
  enum AdaptingRefusal: Error, Equatable {
    case noDerivatives
    case allRightsReserved
    case unknown
    /// Only these elements, in this version or a later one.
    case mustShareAlike
    case mustStayNonCommercial
    case mustStayAttributed
    case targetUnknown
  }

  /// What one may do, in the order in which a page says it.
  struct Permissions: Equatable {
    let mayShare: Bool
    let mayAdapt: Bool
    let maySell: Bool
    let mustAttribute: Bool
    let mustShareAlike: Bool
  }

  var permissions: Permissions? {
    switch terms {
    case .creativeCommons(let licence):
      Permissions(
        mayShare: true, mayAdapt: !licence.isNoDerivatives, maySell: !licence.isNonCommercial,
        mustAttribute: true, mustShareAlike: licence.isShareAlike)
    case .zero, .publicDomain:
      Permissions(
        mayShare: true, mayAdapt: true, maySell: true, mustAttribute: false,
        mustShareAlike: false)
    case .etalab:
      Permissions(
        mayShare: true, mayAdapt: true, maySell: true, mustAttribute: true, mustShareAlike: false)
    case .freeDocumentation:
      Permissions(
        mayShare: true, mayAdapt: true, maySell: true, mustAttribute: true, mustShareAlike: true)
    case .allRightsReserved:
      Permissions(
        mayShare: false, mayAdapt: false, maySell: false, mustAttribute: true,
        mustShareAlike: false)
    case .unknown: nil
    }
  }

  /// Checks that somebody else may make a work under `target` from one under this licence.
  ///
  /// - Throws: the first ``AdaptingRefusal``.
  func admitAdapting(into target: Licence) throws(AdaptingRefusal) {
    try admitAdapting()
    if target.terms == .unknown { throw .targetUnknown }
    switch terms {
    case .zero, .publicDomain, .allRightsReserved, .unknown: return
    case .etalab:
      guard target.isAttributed else { throw .mustStayAttributed }
    case .freeDocumentation:
      guard case .freeDocumentation = target.terms else { throw .mustShareAlike }
    case .creativeCommons(let licence):
      if licence.isShareAlike { return try licence.admitSharing(as: target) }
      guard case .creativeCommons(let other) = target.terms else { throw .mustStayAttributed }
      if licence.isNonCommercial, !other.isNonCommercial { throw .mustStayNonCommercial }
    }
  }

  /// Checks that anything at all may be made from it.
  func admitAdapting() throws(AdaptingRefusal) {
    switch terms {
    case .allRightsReserved: throw .allRightsReserved
    case .unknown: throw .unknown
    case .creativeCommons(let licence) where licence.isNoDerivatives: throw .noDerivatives
    default: return
    }
  }

  /// The licences that an author may choose for what is made from a work under this one.
  var adaptingChoices: [Licence] {
    var choices = Self.choices
    if case .creativeCommons = terms, !choices.contains(self) { choices.insert(self, at: 0) }
    return choices.filter { target in
      do { try admitAdapting(into: target) } catch { return false }
      return true
    }
  }

  private var isAttributed: Bool {
    switch terms {
    case .creativeCommons, .etalab: true
    default: false
    }
  }
}

extension Licence.CreativeCommons {
  fileprivate func admitSharing(as target: Licence) throws(Licence.AdaptingRefusal) {
    guard case .creativeCommons(let other) = target.terms, other.code == code else {
      throw .mustShareAlike
    }
    guard let version, let later = other.version else {
      // Which version it was is not known, and neither is whether it knew a later one.
      if version == other.version { return }
      throw .mustShareAlike
    }
    let isSame = later == version && (other.country == country || version != "1.0")
    // As texts, versions stand in their order.
    guard isSame || version != "1.0" && later > version else { throw .mustShareAlike }
  }
}
