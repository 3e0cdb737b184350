import HTTP

extension Request {
  /// Whether the browser says that this form was sent from a page of this site.
  ///
  /// A browser sends `Origin` with every POST; without one (a command-line client), the form's
  /// token alone decides.
  func comes(fromSiteAt origin: String?) -> Bool {
    if headers["sec-fetch-site"] == "cross-site" { return false }
    guard let sent = headers["origin"]?.lowercased() else { return true }
    if let origin { return sent == origin }
    guard let host = headers["host"]?.lowercased() else { return false }
    return sent == "http://" + host || sent == "https://" + host
  }

  /// Whether the browser itself says that this site's own page sent the form, where the session that
  /// would be known by a cookie has ended.
  func isKnownToCome(fromSiteAt origin: String?) -> Bool {
    if headers["origin"] != nil { return comes(fromSiteAt: origin) }
    return headers["sec-fetch-site"] == "same-origin"
  }
}
