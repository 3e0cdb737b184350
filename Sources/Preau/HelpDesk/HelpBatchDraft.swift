import SQLite

/// What somebody asked to do with several requests, exactly.
struct HelpBatchDraft {
  var action = ""
  var threads: [String] = []
  var tag = ""
  var heir = ""

  enum Problem: Error {
    case nothingChosen
    case tagMissing
    case heirMissing
  }

  init(_ visit: Visit) {
    action = visit.form["action"] ?? ""
    threads = visit.form.all("fil")
    tag = visit.form["nouvelle-etiquette"] ?? ""
    heir = visit.form["a"] ?? ""
  }

  /// - Throws: ``Problem``; ``Refusal/badRequest`` for what no form of ours sends.
  func checked(in space: Space.ID, _ db: Reader) throws -> HelpBatchChange {
    let threads = Array(
      Set(threads.prefix(HelpBoardStore.perPage).compactMap { Thread.ID(segment: $0) })
    ).sorted { $0.value < $1.value }
    if threads.isEmpty { throw Problem.nothingChosen }
    switch action {
    case "etiqueter": return HelpBatchChange(threads: threads, kind: .tag(try checkedTag()))
    case "fermer": return HelpBatchChange(threads: threads, kind: .close)
    case "confier":
      let helpers = try HelpSettingsStore.helpers(of: space, db)
      guard let heir = helpers.first(where: { String($0.id.value) == heir }) else {
        throw Problem.heirMissing
      }
      return HelpBatchChange(threads: threads, kind: .assign(heir.id))
    default: throw Refusal.badRequest
    }
  }

  private func checkedTag() throws(Problem) -> Tag {
    let label = String(tag.prefix(400)).oneLine.filter { $0 != "#" && $0 != "," }
    let slug = Slug.make(from: label)
    guard !label.isEmpty, label.count <= ThreadDraft.longestTag, slug != Slug.make(from: "") else {
      throw .tagMissing
    }
    return Tag(slug: slug, label: label)
  }
}

/// What is done with several requests at once.
struct HelpBatchChange {
  let threads: [Thread.ID]
  let kind: Kind

  enum Kind {
    case tag(Tag)
    case assign(Member.ID)
    case close
  }

  /// Does it, and tells the journal how many there were.
  func perform(in space: Space.ID, _ visit: Visit, _ db: Writer) throws -> HelpBatch.ID {
    let member = try visit.member.id
    let batch: HelpBatch.ID
    let (action, heir): (JournalAction, Member.ID?)
    switch kind {
    case .tag(let tag):
      batch = try HelpBatchStore.tag(
        threads, with: tag, in: space, by: member, at: visit.now, db)
      (action, heir) = (.requestsTagged, nil)
    case .assign(let chosen):
      batch = try HelpBatchStore.assign(
        threads, to: chosen, in: space, by: member, at: visit.now, db)
      (action, heir) = (.requestsAssigned, chosen)
    case .close:
      batch = try HelpBatchStore.close(threads, in: space, by: member, at: visit.now, db)
      (action, heir) = (.requestsClosed, nil)
    }
    let count = try HelpBatchStore.batch(batch, in: space, by: visit.viewer, db)?.count ?? 0
    if count > 0 {
      try Journal.write(
        action, by: member, on: heir, in: space, detail: String(count), at: visit.now, db)
    }
    return batch
  }
}
