/// What one reader sees of the remarks on one version.
struct ShownRemarks {
  /// On sections, by their anchors.
  private(set) var sections: [String: [RemarkThread]] = [:]
  /// On passages, in the order of the text.
  private(set) var passages: [RemarkThread] = []
  /// Whose section or passage is not there any more: for the authors and who wrote them.
  private(set) var orphans: [RemarkThread] = []
  /// The remark that is asked for by its address.
  var asked: TutorialRemark.ID?

  static let none = ShownRemarks()
  private init() {}

  /// Searching what has changed takes long: of more passages than these, those that come last are
  /// taken for gone.
  private static let mostSearched = 8

  /// - Parameter remarks: all of the tutorial, in the order of time.
  init(
    _ remarks: [TutorialRemark], on body: TutorialBody, of view: TutorialView,
    for reader: Member.ID?
  ) {
    let isAuthor = view.actor.isAuthor
    let visible = remarks.filter { $0.isVisible(to: reader, isAuthor: isAuthor) }
    if visible.isEmpty { return }
    let answers = Dictionary(grouping: visible) { $0.parent }
    let list = body.sections
    let text = visible.contains { $0.quote != nil } ? PassageText(body) : nil
    var searched = 0
    for remark in visible where remark.parent == nil {
      var thread = RemarkThread(remark: remark, answers: answers[remark.id] ?? [])
      if let quote = remark.quote, let text {
        var found = text.find(quote)
        if found == nil, searched < Self.mostSearched {
          searched += 1
          found = text.findNearly(quote)
        }
        if let found {
          thread.place = PassagePlace(
            start: found.lowerBound, quote: text.quote(found),
            section: text.section(at: found.lowerBound))
          passages.append(thread)
          continue
        }
      } else if let anchor = SectionPlace.anchor(of: remark.anchor, remark.heading, in: list) {
        sections[anchor, default: []].append(thread)
        continue
      }
      if isAuthor || remark.author.id == reader { orphans.append(thread) }
    }
    passages.sort { ($0.place?.start ?? 0) < ($1.place?.start ?? 0) }
  }
}

/// A remark with what was answered.
struct RemarkThread {
  let remark: TutorialRemark
  let answers: [TutorialRemark]
  /// Where its passage stands in the version that is shown.
  var place: PassagePlace?

  var count: Int { 1 + answers.count }
}

struct PassagePlace {
  let start: Int
  /// The words as they are there.
  let quote: PassageQuote
  let section: TutorialSection?
}
