import JSONText

// What both versions of Open Badges write in nearly the same way, read for display.
extension Inspection {
  /// A text, perhaps in a language, perhaps in several: the first.
  static func words(_ value: JSON?) -> String? {
    value.list.lazy.compactMap { $0.string ?? $0["@value"]?.string }.first
  }

  static func criteria(_ value: JSON?) -> Criteria? {
    guard let value = value.list.first else { return nil }
    let criteria = Criteria(narrative: words(value["narrative"]), address: value.reference)
    return criteria.narrative == nil && criteria.address == nil ? nil : criteria
  }

  static func image(_ value: JSON?) -> BadgeImage? {
    guard let value = value.list.first, let address = value.reference else { return nil }
    return BadgeImage(address: address, caption: words(value["caption"]))
  }

  static func evidence(_ value: JSON?) -> [Evidence] {
    value.list.prefix(100).compactMap { value in
      let evidence = Evidence(
        address: value.reference, name: words(value["name"]),
        narrative: words(value["narrative"]), description: words(value["description"]),
        genre: words(value["genre"]))
      return evidence == Evidence() ? nil : evidence
    }
  }

  static func alignments(_ value: JSON?) -> [Alignment] {
    value.list.prefix(100).compactMap { value in
      guard let name = words(value["targetName"]), let address = value["targetUrl"]?.string else {
        return nil
      }
      return Alignment(
        name: name, address: address, description: words(value["targetDescription"]),
        framework: words(value["targetFramework"]), code: words(value["targetCode"]))
    }
  }
}
