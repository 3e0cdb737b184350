import Testing

/// Lets two tests at a time through, whatever their suites: more browsers would fill a small machine.
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
  /// The tests use a browser: two run at a time.
  public static var browser: Self { BrowserTrait() }
}

private actor BrowserTurn {
  static let shared = BrowserTurn()
  private var free = 2
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func take() async {
    if free == 0 {
      await withCheckedContinuation { waiting.append($0) }
    } else {
      free -= 1
    }
  }

  /// Hands the turn to the one who has waited longest.
  func giveBack() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
