import SQLite

/// An import on its way through a file. What it does with each type of line has a file of its own.
struct ImportRun {
  private(set) var rejected = 0
  /// What is to be said of lines, in their order.
  private(set) var remarks: [(line: Int, text: String)] = []
  let now: Instant

  var ids = ImportIDs()
  /// The log-in names of the file, for mentions: here, another member may have the same.
  var logins: [String: Member.ID] = [:]
  var waiting: [Int64: WaitingThread] = [:]
  /// Ids of accepted posts that have not come yet, with the thread's row.
  var accepted: [Int64: (line: Int, thread: Int64)] = [:]
  var occurrences = Occurrences()
  var waitingTutorials: [Int64: WaitingTutorial] = [:]
  /// What the file says of tutorials, by its ids.
  var tutorials: [Int64: ImportedTutorial] = [:]
  /// Those that were here before any import: their cards stay as they are.
  var metTutorials: Set<Int64> = []
  /// Rows of concepts by their addresses; nil for those that this site does not know.
  var knownConcepts: [String: Concept.ID?] = [:]

  // Of the thread that the last post went to:
  var growth: ThreadGrowth?
  var postsOf: Int64?
  var isNewThread = false
  var postOccurrences = Occurrences()

  init(now: Instant) {
    self.now = now
  }

  /// Loads the lines of one transaction.
  mutating func load(_ batch: [ImportLine], _ db: Writer) throws {
    for line in batch {
      do {
        switch try line.record.get() {
        case .user(let user): try load(user, line.number, db)
        case .category(let category): try load(category, db)
        case .tag(let tag): try load(tag, db)
        case .thread(let thread): try load(thread, line.number, db)
        case .post(let post): try load(post, line, db)
        case .held(let held): try load(held, db)
        case .field(let field): try load(field, db)
        case .answer(let answer): try load(answer, db)
        case .tutorial(let tutorial): try load(tutorial, line.number, db)
        case .version(let version): try load(version, line, db)
        case .seal(let seal): try load(seal, db)
        case .origin(let origin): try load(origin, db)
        case .passage(let passage): try load(passage, line, db)
        case .resource(let resource): try load(resource, line.number, db)
        case .use(let use): try load(use, line.number, db)
        case .collection(let collection): try load(collection, db)
        case .item(let item): try load(item, db)
        }
      } catch let rejection as Rejection {
        reject(line.number, rejection)
      }
    }
    // Others may write before the next batch comes.
    try closeGrowth(db)
  }

  /// Says what never came.
  mutating func finish() {
    for thread in waiting.values.sorted(by: { $0.line < $1.line }) {
      reject(thread.line, .withoutPost)
    }
    for tutorial in waitingTutorials.values.sorted(by: { $0.line < $1.line }) {
      reject(tutorial.line, .withoutVersion)
    }
    for (id, place) in accepted.sorted(by: { $0.value.line < $1.value.line }) {
      reject(place.line, .unknown(key: "accepted", id: id))
    }
  }

  /// Hands over what is to be said, and forgets it.
  mutating func takeRemarks() -> [(line: Int, text: String)] {
    defer { remarks = [] }
    return remarks
  }

  mutating func remark(_ line: Int, _ text: String) { remarks.append((line, text)) }

  mutating func reject(_ line: Int, _ rejection: Rejection) {
    rejected += 1
    remarks.append((line, "rejected: \(rejection)"))
  }
}
