import Foundation

extension Form {
  /// The address that it is sent to.
  public var target: String { resolve(action) }

  /// Where a form is sent: `written` seen from the page that shows it.
  func resolve(_ written: String) -> String {
    guard !written.isEmpty else { return String(address.prefix { $0 != "#" }) }
    guard !written.hasPrefix("/"), let page = URL(string: address) else { return written }
    return URL(string: written, relativeTo: page)?.absoluteString ?? written
  }
}
