import Glibc
import Sanitizer

extension Subcommand {
  static let sanitize = Subcommand(
    name: "sanitize",
    summary: "Keep of HTML what a post may hold",
    usage: """
      Usage: preau sanitize [--jsonl]

      Reads untrusted HTML on standard input and writes clean HTML.

        --jsonl   read lines {"id":…,"html":…} and answer each with one of the same shape,
                  with "error" when it is refused
      """
  ) { (words) throws(Arguments.Problem) in try filter(.html, words) }

  static let markdown = Subcommand(
    name: "markdown",
    summary: "Render Markdown as posts are rendered",
    usage: """
      Usage: preau markdown [--jsonl]

      Reads Markdown (with tables, strikethrough, task lists, autolinks and footnotes) on
      standard input and writes clean HTML.

        --jsonl   read lines {"id":…,"markdown":…} and answer each with {"id":…,"html":…},
                  with "error" when it is refused
      """
  ) { (words) throws(Arguments.Problem) in try filter(.markdown, words) }

  private static func filter(
    _ format: SourceFormat, _ words: [String]
  ) throws(Arguments.Problem) -> Int32 {
    let arguments = try Arguments(words, flags: ["jsonl"])
    let outcome = arguments.has("jsonl") ? Filter.lines(format) : Filter.document(format)
    switch outcome {
    case .done: return 0
    // Each of these lines says why in its own answer.
    case .someRejected: return 1
    case .refused(let refusal): return CommandLineTool.fail("refused: \(refusal)", status: 1)
    // Whoever closed the pipe knows.
    case .cannotWrite(EPIPE): return 1
    case .cannotWrite(let code), .cannotRead(let code):
      return CommandLineTool.fail(String(cString: strerror(code)), status: 1)
    }
  }
}
