import HTML

/// A link as its learner uses it.
struct ShareTools {
  /// Of what it shows.
  let title: String
  /// The page of what it shows, for its learner.
  let back: Address
  /// The page that it leads to.
  let address: Address
  let withdrawal: Address
  let name: String
  let expires: Instant?
  /// Nil for a collection.
  let sheet: BadgeSheet?
}

extension BadgeSheet {
  /// The page of LinkedIn that adds this badge to a profile; nothing of it is asked before somebody
  /// follows the link.
  ///
  /// - Parameter page: where the badge is shown.
  func linkedIn(page: String) -> Address? {
    guard
      var address = Address(
        elsewhere: "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME")
    else { return nil }
    let issued = CalendarTime(award.issued)
    address = address.adding("name", version.name).adding("organizationName", badge.issuer.name)
      .adding("issueYear", String(issued.year)).adding("issueMonth", String(issued.month))
    if let expires = award.expires {
      let end = CalendarTime(expires)
      address = address.adding("expirationYear", String(end.year))
        .adding("expirationMonth", String(end.month))
    }
    return address.adding("certUrl", page).adding("certId", award.uuid)
  }
}

/// What others put into their pages to show a badge: no script, and nothing but this site is asked.
enum EmbedSnippet {
  /// - Parameters:
  ///   - address: of the page to be embedded, whole.
  ///   - height: in CSS pixels.
  static func text(_ address: String, title: String, height: Int) -> String {
    """
    <iframe src="\(escaped(address))" title="\(escaped(title))" width="320" height="\(height)" \
    style="border:0;max-width:100%" loading="lazy"></iframe>
    """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
