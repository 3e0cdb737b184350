/// A thread whose first post has not come yet: without one it is not made. Its ids are ours.
struct WaitingThread {
  let line: Int
  let record: ExchangeRecord.Thread
  let space: Int64
  let author: Int64
  let tags: [Int64]
  let meToo: [Int64]
  let followers: [Int64]
  let concepts: [Concept.ID]
  let digest: Int64
}
