// A search that a member keeps makes three promises:
// (1) At most once a day it tells what somebody else has written since the last look, all in one; as
//     long as that was not read, the next time joins it.
// (2) It finds what its member may read at that moment, by the rule of every search: who may read is
//     asked anew each time, and what is told holds a number, never a title.
// (3) What its member wrote is no news, also without a name; and who writes without a name is found
//     by no name here either.

import HTML
import HTTP
import SQLite

/// A search that a member keeps under a name.
struct SavedSearch: Sendable {
  typealias ID = Number<SavedSearch>
  let id: ID
  let name: String
  let query: FindingQuery
  let isPaused: Bool
  let created: Instant
  let told: Told?

  /// What was told last.
  struct Told: Sendable {
    let at: Instant
    let count: Int
    /// Since when it is new.
    let since: Instant
  }

  static func address(_ id: ID) -> Address { "/recherches/\(id.value)" }
  var address: Address { Self.address(id) }
  var feedAddress: Address { "/recherches/\(id.value)/atom" }
}

extension SavedSearch {
  /// The hour of local clocks at which searches are looked at: before the mails of the day leave.
  static let hourOfLook: Int64 = 5
  private static let day: Int64 = 86_400

  /// What was written within the last minute is left for the next look: it may not be in the
  /// database yet.
  static func end(ofLookAt now: Instant) -> Instant { now + -60 }

  /// The next morning.
  ///
  /// - Parameter offset: what local clocks add to UTC.
  static func nextLook(after now: Instant, offset: Int64) -> Instant {
    let today = Day(now, offset: offset)
    let morning = Instant(seconds: today.number * day + hourOfLook * 3_600 - offset)
    return now < morning ? morning : morning + day
  }
}

/// What was typed to keep a search, exactly.
struct SavedSearchDraft: Sendable {
  var name = ""

  enum Problem: Error, Equatable {
    case nameMissing
    case nameTooLong(over: Int)
    /// The search asks for nothing.
    case asksNothing
    /// So many are kept already.
    case tooMany
    /// The same search is kept already, under this name.
    case kept(as: String)
  }

  static let longestName = 80
  /// Of one member.
  static let most = 20

  /// - Returns: the name, in one line.
  func checked() throws(Problem) -> String {
    let name = name.oneLine
    if name.isEmpty { throw .nameMissing }
    let over = name.count - Self.longestName
    if over > 0 { throw .nameTooLong(over: over) }
    return name
  }
}

extension FindingQuery {
  /// As it is stored: what stands behind the question mark of its address.
  var stored: String {
    String(plain.address.text.drop { $0 != "?" }.dropFirst())
  }

  init(stored text: String) {
    self.init(Parameters(query: text))
  }

  /// A name for it that nobody has to invent: its words, or what is chosen.
  ///
  /// - Parameter label: of a concept, by the name that addresses give it.
  func suggestedName(_ say: FindingStrings, label: (String) -> String?) -> String {
    let parts =
      (words.isEmpty ? [] : [words]) + concepts.compactMap(label) + kinds.map(say.kind)
      + seals.map(say.seal)
    return String(parts.joined(separator: ", ").prefix(SavedSearchDraft.longestName))
  }
}
