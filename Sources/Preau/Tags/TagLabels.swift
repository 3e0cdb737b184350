/// Tags as they were typed, between commas.
struct TagLabels: Sendable, Equatable {
  /// Without repetition.
  let labels: [String]

  init(_ typed: String) {
    var labels: [String] = []
    for part in typed.prefix(2_000).split(whereSeparator: { $0 == "," || $0 == "#" || $0 == "\n" })
    {
      let label = String(part).oneLine
      let slug = Slug.make(from: label)
      // What has no letter for an address would share one page with all others like it.
      let isNew = !labels.contains { Slug.make(from: $0) == slug }
      if !label.isEmpty, slug != Slug.make(from: ""), isNew {
        labels.append(label)
      }
    }
    self.labels = labels
  }

  var tags: [Tag] { labels.map { Tag(slug: Slug.make(from: $0), label: $0) } }
  /// As they would be typed.
  var text: String { labels.joined(separator: ", ") }
}
