/// What of a text may be found by everybody who reads the post.
///
/// A visitor is not shown whom a post or a title calls with `@name`, since learners have no name
/// outside log-in. The index does not hold those names at all: neither words nor snippets can tell
/// them.
enum SearchText {
  /// `text` in which each `@name` is `@…`, inside addresses too, in any alphabet. An e-mail address
  /// such as `name@school` is not a call.
  static func withoutCalls(_ text: String) -> String { MaskedNames.text(text, as: "@…") }
}
