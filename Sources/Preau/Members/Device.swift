/// The words by which a member recognises a telephone or a computer among others.
enum Device {
  /// "Firefox, Android", from what the browser says of itself; that is anybody's word.
  static func name(userAgent: String?) -> String {
    guard let userAgent else { return "" }
    func first(_ marks: [(mark: String, name: String)]) -> String? {
      marks.first { userAgent.contains($0.mark) }?.name
    }
    return [first(browsers), first(systems)].compactMap { $0 }.joined(separator: ", ")
  }

  /// The order matters: nearly all of them claim to be Safari, and many to be Chrome.
  private static let browsers: [(mark: String, name: String)] = [
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrom", "Chrome"),
    ("Safari/", "Safari"),
  ]
  private static let systems: [(mark: String, name: String)] = [
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"),
    ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux"),
  ]
}
