import SQLite

/// Posts that may be shown, with their scores: from the index, before any text is read.
struct SearchCandidates {
  struct Candidate {
    let document: Int64
    let thread: Int64
    let number: Int
    var score: Double
  }

  private var byDocument: [Int64: Candidate] = [:]
  private var firstThreads: Set<Int64> = []
  var isCutOff = false
  /// The last document looked at, when there are more behind it.
  var older: Int64?
  var holdAllWords = true

  var isEmpty: Bool { byDocument.isEmpty }
  var count: Int { byDocument.count }
  var threadCount: Int { Set(byDocument.values.lazy.map(\.thread)).count }

  /// Takes a row of a document's number, thread, place, time, lengths and hits.
  ///
  /// - Returns: the number of the document.
  mutating func add(_ row: inout Row, _ ranking: SearchRanking) throws -> Int64 {
    let id = try row.next(Int64.self)
    let thread = try row.next(Int64.self)
    let number = try row.next(Int.self)
    let created = try row.next(Int64.self)
    let titleWords = try row.next(Int.self)
    let bodyWords = try row.next(Int.self)
    let score = try row.nextBytes { bytes in
      ranking.score(
        SearchRanking.Document(
          number: number, created: created, titleWords: titleWords, bodyWords: bodyWords,
          hits: SearchHits(bytes)))
    }
    add(Candidate(document: id, thread: thread, number: number, score: score))
    return id
  }

  /// A post that was found in several ways keeps its best score.
  mutating func add(_ candidate: Candidate) {
    if let known = byDocument[candidate.document], known.score >= candidate.score { return }
    byDocument[candidate.document] = candidate
  }

  /// Threads that come before all others, if they are here.
  mutating func putFirst(threads: [Int64]) {
    firstThreads.formUnion(threads)
  }

  /// One post for each thread, its best; the best thread first. Ties are settled, so that pages do
  /// not overlap: the earlier post of a thread, the younger thread.
  func byThread() -> [Candidate] {
    var best: [Int64: Candidate] = [:]
    for candidate in byDocument.values {
      if let known = best[candidate.thread], Self.isBetter(known, candidate) { continue }
      best[candidate.thread] = candidate
    }
    return best.values.sorted { one, other in
      let isOneFirst = firstThreads.contains(one.thread)
      if isOneFirst != firstThreads.contains(other.thread) { return isOneFirst }
      return (one.score, one.thread) > (other.score, other.thread)
    }
  }

  private static func isBetter(_ one: Candidate, _ other: Candidate) -> Bool {
    one.score != other.score ? one.score > other.score : one.number < other.number
  }
}
