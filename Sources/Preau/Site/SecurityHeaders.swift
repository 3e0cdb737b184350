import HTTP

/// What every response tells browsers to refuse.
enum SecurityHeaders {
  private static let name = "Content-Security-Policy"
  private static let referrer = "Referrer-Policy"

  /// Nothing but our own files; no inline script or style; no other site's frame.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; "
    + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    + "frame-ancestors 'self'"

  static let all = [
    Header(name, policy),
    Header("X-Content-Type-Options", "nosniff"),
    // With `no-referrer` browsers send `Origin: null` on our own forms.
    Header(referrer, "same-origin"),
    Header("Cross-Origin-Opener-Policy", "same-origin"),
    Header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
  ]

  /// The same policy for a page that may frame films of these hosts, and only of these.
  static func policy(framing hosts: [String]) -> Header {
    Header(name, policy + "; " + framing + hosts.map { "https://" + $0 }.joined(separator: " "))
  }

  /// The same policy for a page with a picture in itself, which came with what it shows.
  static let showingEmbedded = Header(
    name, policy.replacing("img-src 'self'", with: "img-src 'self' data:"))

  /// For a page that stands in pages of other sites: it looks like ours, and does nothing.
  static let embedded = Header(
    name,
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; "
      + "frame-ancestors *")

  private static let framing = "frame-src "

  /// What a response is sent with: a page that brings one of these policies has no second one,
  /// since browsers keep to the strictest of several; one that tells no site where its reader comes
  /// from keeps to that.
  static func all(beside response: Response) -> [Header] {
    let bringsPolicy = response.headers.contains {
      $0.name == name
        && ($0.value.hasPrefix(policy) && $0.value.contains(framing)
          || $0.value == showingEmbedded.value || $0.value == embedded.value)
    }
    return all.filter { header in
      header.name == name
        ? !bringsPolicy : header.name != referrer || response[referrer] != "no-referrer"
    }
  }
}
