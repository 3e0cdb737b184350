import HTML
import Sanitizer

/// The markup made of `html`, or why there is none.
func sanitized(
  _ html: String, scope: String? = nil, options: SanitizingOptions = .init()
) -> String {
  sanitized(bytes: Array(html.utf8), scope: scope, options: options)
}

func sanitized(
  bytes: [UInt8], scope: String? = nil, options: SanitizingOptions = .init()
) -> String {
  do throws(Refusal) {
    let html = try SanitizedHTML(sanitizing: bytes, scope: scope, options: options)
    return String(decoding: html.utf8, as: UTF8.self)
  } catch {
    return "refused: \(error)"
  }
}

/// The markup made of Markdown, or why there is none.
func rendered(_ markdown: String, scope: String? = nil) -> String {
  do throws(Refusal) {
    return String(decoding: try SanitizedHTML(markdown: markdown, scope: scope).utf8, as: UTF8.self)
  } catch {
    return "refused: \(error)"
  }
}

/// Why `html` is refused, or nil.
func refusal(_ html: String) -> Refusal? {
  do throws(Refusal) {
    _ = try SanitizedHTML(sanitizing: html)
    return nil
  } catch {
    return error
  }
}

/// Why Markdown is refused, or nil.
func refusal(markdown: String) -> Refusal? {
  do throws(Refusal) {
    _ = try SanitizedHTML(markdown: markdown)
    return nil
  } catch {
    return error
  }
}

func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
