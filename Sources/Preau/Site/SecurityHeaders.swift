import HTTP

/// What every response tells browsers to refuse.
enum SecurityHeaders {
  /// Nothing but our own files; no inline script or style; no other site's frame.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; "
    + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    + "frame-ancestors 'self'"

  static let all = [
    Header("Content-Security-Policy", policy),
    Header("X-Content-Type-Options", "nosniff"),
    // With `no-referrer` browsers send `Origin: null` on our own forms.
    Header("Referrer-Policy", "same-origin"),
    Header("Cross-Origin-Opener-Policy", "same-origin"),
    Header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
  ]
}
