import Synchronization

/// The PNGs of drawn badges. There are 192 drawings, of some ten kilobytes each: every one is drawn
/// once while the site runs.
final class DrawnBadges: Sendable {
  static let shared = DrawnBadges()

  private let kept = Mutex<[BadgeDrawing: [UInt8]]>([:])

  func png(of drawing: BadgeDrawing) -> [UInt8] {
    if let found = kept.withLock({ $0[drawing] }) { return found }
    let drawn = drawing.drawn()
    kept.withLock { $0[drawing] = drawn }
    return drawn
  }
}
