import Synchronization

/// How many bytes of bodies are kept, in memory or on the disk, that have not come whole or are not
/// answered yet: of everybody together, and of each place, so that one does not take all.
final class BodyRoom: Sendable {
  private struct Held {
    var all = 0
    var byPlace: [String: Int] = [:]
  }

  private let most: Int
  private let mostOfPlace: Int
  private let held = Mutex(Held())

  init(most: Int, mostOfPlace: Int) {
    self.most = most
    self.mostOfPlace = mostOfPlace
  }

  /// - Returns: false when that would be too many.
  func take(_ bytes: Int, for place: String) -> Bool {
    held.withLock { held in
      let ofPlace = held.byPlace[place, default: 0] + bytes
      guard held.all + bytes <= most, ofPlace <= mostOfPlace else { return false }
      held.all += bytes
      held.byPlace[place] = ofPlace
      return true
    }
  }

  func giveBack(_ bytes: Int, for place: String) {
    held.withLock { held in
      held.all -= bytes
      let left = held.byPlace[place, default: 0] - bytes
      held.byPlace[place] = left > 0 ? left : nil
    }
  }
}
