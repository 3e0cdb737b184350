import HTML
import Sanitizer
import Synchronization
import Testing

import class Foundation.ProcessInfo

@Suite struct `Whatever is sent` {
  /// `PREAU_FUZZ_INPUTS` asks for more than the short run.
  private static var inputCount: Int {
    ProcessInfo.processInfo.environment["PREAU_FUZZ_INPUTS"].flatMap(Int.init) ?? 20_000
  }

  /// One seed per thousand inputs, so that threads can share the work and a failure can be found.
  @Test func `keeps every promise`() async {
    let batches = Self.inputCount / 1_000
    let refusals = await withTaskGroup(of: Int.self) { group in
      for batch in 0..<batches { group.addTask { Self.run(batch) } }
      return await group.reduce(0, +)
    }
    // A generator that only makes refused documents would prove nothing.
    #expect(refusals < Self.inputCount / 20)
  }

  private static func run(_ batch: Int) -> Int {
    var generator = SeededGenerator(state: UInt64(batch) &* 7_919)
    var refusals = 0
    for number in 0..<1_000 {
      let input = HostileInput.bytes(&generator)
      do throws(Refusal) {
        let html =
          number % 4 == 3
          ? try SanitizedHTML(markdown: input, scope: "p1")
          : try SanitizedHTML(sanitizing: input, scope: number % 4 == 0 ? "p1" : nil)
        check(html, made: input, scope: number % 4 == 0 || number % 4 == 3 ? "p1" : nil)
      } catch {
        refusals += 1
      }
    }
    return refusals
  }

  private static func check(_ html: SanitizedHTML, made input: [UInt8], scope: String?) {
    let source = String(decoding: input, as: UTF8.self).debugDescription
    do throws(Violation) {
      try StrictReader.check(html.utf8)
    } catch {
      let output = String(decoding: html.utf8, as: UTF8.self)
      Issue.record("\(error)\nin \(output)\nfrom \(source)")
    }
    let again = try? SanitizedHTML(sanitizing: html.utf8, scope: scope)
    if again != html {
      let first = String(decoding: html.utf8, as: UTF8.self)
      let second = again.map { String(decoding: $0.utf8, as: UTF8.self) } ?? "refused"
      Issue.record("sanitised twice, differs:\n\(first)\n\(second)\nfrom \(source)")
    }
    if String(decoding: html.plainText.utf8, as: UTF8.self) != html.plainText {
      Issue.record("plain text is not text")
    }
  }
}
