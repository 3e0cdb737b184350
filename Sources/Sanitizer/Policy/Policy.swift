/// What may be in a body, and how much of it: the numbers behind every promise of this module.
///
/// All limits are deterministic, so that a result never depends on the machine. Limits on the size
/// of the input belong to the caller.
public enum Policy {
  /// Rises whenever the same source would give other markup; stored bodies are then made again.
  public static let version = 1

  /// Elements open at once in libxml2: some of its loops walk over all of them for each tag.
  static let deepestParse = 256
  /// Elements open at once in what we write.
  static let deepestOutput = 128
  /// Bytes handed to the parser without an event: the longest tag.
  static let longestTag = 16_384
  /// What libxml2 compares, in a quarter of a second: all pairs of attributes of a tag, and all
  /// open elements with an end tag that has no start.
  static let mostComparisons = 200_000_000
  /// Different names of elements and attributes: libxml2 keeps each.
  static let mostNames: Int32 = 20_000
  /// Bytes written for one byte read, after the first `freeOutput`.
  static let growth = 6
  static let freeOutput = 65_536
  /// The last net, on the thread's own clock: a wall clock refuses the innocent on a busy machine.
  static let longestWorkNanoseconds: Int64 = 1_700_000_000

  static let longestLanguage = 35
  static let longestTitle = 512
  static let longestIdentifier = 96
  static let longestCodeLanguage = 40
  static let longestDateTime = 40
  static let longestAlternative = 1_024
  static let longestAddress = 4_096
  /// The same address with `&` and quotes escaped. With the longest title, alternative and id, a
  /// tag that we write stays below `longestTag`: what we write is never refused when read again.
  static let longestWrittenAddress = 6_144
  /// Longer `base64,` data is removed before parsing: a pasted image would exceed `longestTag`.
  static let longestInlineData = 512

  /// Cells that the tables of one Markdown source may make: cmark-gfm fills short rows.
  static let mostTableCells = 100_000
  /// Longest link definition times number of `[`: each use of a reference copies its address.
  static let mostReferenceBytes = 20_000_000
  /// Punctuation, `w` and twice the lines of a Markdown source: each may become a node of
  /// cmark-gfm, which takes about a microsecond.
  static let mostMarks = 800_000
  /// Quotes and lists that one line of Markdown may open. More would be refused as HTML, but only
  /// after cmark-gfm has walked over them.
  static let deepestLine = 256
}
