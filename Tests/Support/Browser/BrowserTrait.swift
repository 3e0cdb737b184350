import Testing

/// Lets one test at a time through, whatever its suite: a browser fills a small machine.
public struct BrowserTrait: SuiteTrait, TestTrait, TestScoping {
  public var isRecursive: Bool { true }

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    await BrowserTurn.shared.take()
    do { try await function() } catch {
      await BrowserTurn.shared.giveBack()
      throw error
    }
    await BrowserTurn.shared.giveBack()
  }
}

extension Trait where Self == BrowserTrait {
  /// The tests use a browser: they run one after the other.
  public static var browser: Self { BrowserTrait() }
}

private actor BrowserTurn {
  static let shared = BrowserTurn()
  private var isTaken = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func take() async {
    if isTaken {
      await withCheckedContinuation { waiting.append($0) }
    } else {
      isTaken = true
    }
  }

  /// Hands the turn to the one who has waited longest.
  func giveBack() {
    if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
  }
}
